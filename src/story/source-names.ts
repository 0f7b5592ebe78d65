import { normalise } from "../lib/arabic/normalise.ts";
import type { Source } from "../source/source.ts";

/** As names are compared: «الجزيره» and «جزيرة» are one. */
const keyOf = (name: string) => normalise(name.replaceAll("_", " ")).replace(/(?<!\p{L})ال(?=\p{L}{2})/gu, "");

/** Signs and a single letter stand in nearly all names. */
const TELLING = /[\p{L}\p{N}]{2}/u;

/**
 * The sources that a person calls by a name: those that have exactly this id or name; if there is none, those with a name in which it
 * stands. «القدس» is one paper, «القدس العربي» another.
 */
export function sourcesCalled(name: string, sources: readonly Source[]): readonly Source[] {
  const wanted = keyOf(name);
  const named = (fits: (known: string) => boolean) =>
    sources.filter((source) => [source.id, source.name, source.nameAr, source.nameEn].some((own) => fits(keyOf(own))));
  const exact = named((known) => known === wanted);
  return exact.length > 0 || !TELLING.test(wanted) ? exact : named((known) => known.includes(wanted));
}
