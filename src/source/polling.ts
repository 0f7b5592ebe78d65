import { backoffMs, MAX_PAUSE_MS } from "../lib/retry.ts";
import { HOUR_MS, MINUTE_MS } from "../lib/time.ts";
import type { Source, SourceKind } from "./source.ts";

/** What polling learnt of a source; written by the collector only. */
export interface PollState {
  readonly sourceId: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  readonly checkedAt: number | null;
  readonly nextCheckAt: number;
  /** In a row. */
  readonly failures: number;
  /** Reads in a row that brought nothing new. */
  readonly quietCount: number;
  /** A `FetchFailure` or `ExtractFailure`, and when. */
  readonly lastFailure: { readonly failure: string; readonly at: number } | null;
  /** How many headlines the last complete read gave. */
  readonly headlineCount: number;
  /** Whether it was ever read to the end: the first read pushes nothing that is older than a day. */
  readonly readOnce: boolean;
}

/** What one read of a source gave. */
export interface ReadReport {
  readonly validators: Pick<PollState, "etag" | "lastModified" | "bodyHash">;
  readonly headlineCount: number;
  readonly newCount: number;
  /** Whether every headline was dealt with; false when the rest is left for the next read. */
  readonly complete: boolean;
}

/** The next read after one that was not complete. */
const SOON_MS = MINUTE_MS;
/** A source without news is asked ever more rarely, down to so many times its own interval. */
const QUIETEST_RATIO = 4;
const QUIETER_RATIO = 1.25;
/** So much of the interval is added by chance. */
const JITTER_RATIO = 0.1;
const PASSING_CAP_MS = 6 * HOUR_MS;
const LASTING_CAP_MS = 24 * HOUR_MS;
/** Failures that seldom pass by themselves; the others are of the line or the server. */
const LASTING: readonly string[] = [
  "bad-address",
  "private-address",
  "robots",
  "blocked",
  "gone",
  "wrong-type",
  "not-a-feed",
  "no-headlines",
  "layout-changed",
  "too-heavy",
];

/** How often a source is read for which nobody said it: feeds are made to be asked, pages are not. */
export const usualEveryMs = (kind: SourceKind) => (kind === "feed" ? 15 : 30) * MINUTE_MS;

/** The state of a source that was never read: due at once. */
export function firstPoll(sourceId: string, now: number): PollState {
  return {
    sourceId,
    etag: null,
    lastModified: null,
    bodyHash: null,
    checkedAt: null,
    nextCheckAt: now,
    failures: 0,
    quietCount: 0,
    lastFailure: null,
    headlineCount: 0,
    readOnce: false,
  };
}

/**
 * The state after a read. The validators of a read that was not complete are not kept, so that the next one sees the
 * page again; it follows soon if this one brought news, else after the source's interval.
 */
export function afterRead(
  state: PollState,
  report: ReadReport,
  source: Source,
  now: number,
  random: number,
): PollState {
  const { validators, headlineCount, newCount, complete } = report;
  if (!complete) {
    const pauseMs = newCount > 0 ? Math.min(SOON_MS, source.everyMs) : source.everyMs;
    return { ...state, checkedAt: now, nextCheckAt: now + pauseMs, failures: 0, quietCount: 0 };
  }
  const quietCount = newCount > 0 ? 0 : state.quietCount + 1;
  const { etag, lastModified, bodyHash } = validators;
  const read = { ...state, etag, lastModified, bodyHash, headlineCount, readOnce: true };
  return afterAnswer(read, quietCount, source, now, random);
}

/** The state after an answer that brought nothing because nothing has changed. */
export function afterUnchanged(state: PollState, source: Source, now: number, random: number): PollState {
  return afterAnswer(state, state.quietCount + 1, source, now, random);
}

/** The state after the host asked for a pause. It is no failure, and no success either. */
export function afterWait(state: PollState, retryAfterMs: number, now: number): PollState {
  return { ...state, checkedAt: now, nextCheckAt: now + Math.min(Math.max(retryAfterMs, SOON_MS), MAX_PAUSE_MS) };
}

/**
 * The state after a failure, a `FetchFailure` or `ExtractFailure`: asked again after the source's interval, then after
 * twice as long each time, up to six hours, or a day where the failure is one that seldom passes.
 */
export function afterFailure(
  state: PollState,
  failure: string,
  source: Source,
  now: number,
  random: number,
): PollState {
  if (failure === "aborted") return state;
  const failures = state.failures + 1;
  const capMs = Math.max(LASTING.includes(failure) ? LASTING_CAP_MS : PASSING_CAP_MS, source.everyMs);
  const nextCheckAt = now + backoffMs(failures, source.everyMs, capMs, random);
  return { ...state, checkedAt: now, nextCheckAt, failures, lastFailure: { failure, at: now } };
}

/** Whether it is time to ask again: also when it was never asked, or the clock was set back since. */
export function isDue(state: PollState, now: number): boolean {
  return now >= state.nextCheckAt || state.checkedAt === null || state.checkedAt > now;
}

function afterAnswer(state: PollState, quietCount: number, source: Source, now: number, random: number): PollState {
  const ratio = Math.min(QUIETER_RATIO ** quietCount, QUIETEST_RATIO) * (1 + JITTER_RATIO * random);
  const nextCheckAt = now + Math.round(source.everyMs * ratio);
  return { ...state, checkedAt: now, nextCheckAt, failures: 0, quietCount };
}
