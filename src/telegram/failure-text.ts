import type { ExtractFailure, FetchFailure } from "../errors.ts";
import type { BotContext } from "./context.ts";

/** Every reason why an address gave no news; each has a message `failure-<reason>` that says what to do. */
export const FAILURES: Readonly<Record<FetchFailure | ExtractFailure, true>> = {
  "bad-address": true,
  "private-address": true,
  robots: true,
  network: true,
  timeout: true,
  blocked: true,
  gone: true,
  status: true,
  paused: true,
  redirects: true,
  "too-large": true,
  "wrong-type": true,
  encoding: true,
  aborted: true,
  "not-a-feed": true,
  "no-headlines": true,
  "layout-changed": true,
  "no-article": true,
  "too-heavy": true,
};

/** The sentence for a reason; for one that is not known, that of an address without headlines. */
export function failureText({ t }: Pick<BotContext, "t">, failure: string | null): string {
  return t(`failure-${failure !== null && Object.hasOwn(FAILURES, failure) ? failure : "no-headlines"}`);
}
