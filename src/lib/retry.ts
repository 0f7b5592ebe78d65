/** The longest pause that a server may ask of us: a day. */
export const MAX_PAUSE_MS = 24 * 60 * 60_000;

/** The three forms of an HTTP date; `Date.parse` alone would also take "12" or "May", and the oldest form as local time. */
const HTTP_DATE = /^((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [\w ,-]*\d{2}:\d{2}:\d{2}(?: \d{4})?)(?: GMT| UTC)?$/;

/**
 * The pause that a `Retry-After` header asks for, or `undefined` when it is neither seconds nor a date.
 *
 * Units: milliseconds, 0 to `MAX_PAUSE_MS`. Source: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const value = header?.trim() ?? "";
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, MAX_PAUSE_MS);
  const at = Date.parse(`${HTTP_DATE.exec(value)?.[1]} GMT`);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(at - now, 0), MAX_PAUSE_MS);
}

/**
 * The pause before attempt `attempt + 1`: `baseMs`, doubled for each failed attempt after the first, up to `capMs`.
 *
 * `random` (0 to 1) takes away up to a fifth, so that what failed together does not come back together.
 */
export function backoffMs(attempt: number, baseMs: number, capMs: number, random: number): number {
  const doublings = Math.min(Math.max(attempt - 1, 0), 52); // more would be an infinity
  return Math.round(Math.min(baseMs * 2 ** doublings, capMs) * (1 - random / 5));
}
