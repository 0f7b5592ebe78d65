import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs, MAX_PAUSE_MS, retryAfterMs } from "../../src/lib/retry.ts";

const NOW = Date.UTC(2026, 0, 1);

test.each([
  { header: "120", ms: 120_000, why: "seconds" },
  { header: " 120 ", ms: 120_000, why: "seconds with spaces" },
  { header: "0", ms: 0, why: "no pause" },
  { header: "Thu, 01 Jan 2026 00:02:00 GMT", ms: 120_000, why: "a date" },
  { header: "Thursday, 01-Jan-26 00:02:00 GMT", ms: 120_000, why: "a date as RFC 850 wrote it" },
  { header: "Thu Jan  1 00:02:00 2026", ms: 120_000, why: "a date as C writes it, which is UTC" },
  { header: "Wed, 31 Dec 2025 23:00:00 GMT", ms: 0, why: "a date in the past" },
  { header: "31536000", ms: MAX_PAUSE_MS, why: "a year is capped" },
  { header: "Fri, 01 Jan 2027 00:00:00 GMT", ms: MAX_PAUSE_MS, why: "a date in a year is capped" },
  { header: "9".repeat(400), ms: MAX_PAUSE_MS, why: "more than a number holds is capped" },
  { header: "غدا", ms: undefined, why: "not a date" },
  { header: "12 May", ms: undefined, why: "not an HTTP date" },
  { header: "-5", ms: undefined, why: "a negative number" },
  { header: "1.5", ms: undefined, why: "a fraction" },
  { header: "", ms: undefined, why: "nothing" },
  { header: undefined, ms: undefined, why: "no header" },
])("retryAfterMs: $why", ({ header, ms }) => expect(retryAfterMs(header, NOW)).toBe(ms));

test.each([
  { attempt: 1, ms: 1000 },
  { attempt: 2, ms: 2000 },
  { attempt: 5, ms: 16_000 },
  { attempt: 7, ms: 60_000 },
  { attempt: 5000, ms: 60_000 },
])("backoffMs after attempt $attempt is $ms", ({ attempt, ms }) => {
  expect(backoffMs(attempt, 1000, 60_000, 0)).toBe(ms);
  expect(backoffMs(attempt, 1000, 60_000, 1)).toBe(ms * 0.8);
});

test("backoffMs never shrinks from one attempt to the next and stays in its bounds", () => {
  const ms = fc.integer({ min: 10, max: 10_000_000 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      ms,
      ms,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, a, b, random) => {
        const [baseMs, capMs] = [Math.min(a, b), Math.max(a, b)];
        const pauseMs = backoffMs(attempt, baseMs, capMs, random);
        expect(pauseMs).toBeGreaterThanOrEqual(Math.floor(baseMs * 0.8));
        expect(pauseMs).toBeLessThanOrEqual(capMs);
        expect(backoffMs(attempt + 1, baseMs, capMs, random)).toBeGreaterThanOrEqual(pauseMs);
      },
    ),
  );
});

test("retryAfterMs is a pause in its bounds or undefined, whatever the header", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.nat().map(String),
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      ),
      (header) => {
        const ms = retryAfterMs(header, NOW) ?? 0;
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(MAX_PAUSE_MS);
      },
    ),
  );
});
