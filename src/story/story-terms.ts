import { terms } from "../lib/arabic/terms.ts";
import { skeleton } from "./skeleton.ts";

/** The terms by which articles of one story find each other: coarser than those of a search, where a reader sees each mistake. */
export const storyTerms = (text: string): string[] => terms(text).map(skeleton);
