import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_PAUSE_MS } from "../../src/lib/retry.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { outlet } from "../../src/source/outlet.ts";
import {
  afterFailure,
  afterRead,
  afterUnchanged,
  afterWait,
  firstPoll,
  isDue,
  type PollState,
} from "../../src/source/polling.ts";

const NOW = Date.UTC(2026, 0, 1);
const SOURCE = outlet({
  id: "example",
  nameAr: "مثال",
  nameEn: "Example",
  homeUrl: "https://news.example",
  feedUrl: "https://news.example/feed",
  country: "QA",
  timeZone: "Asia/Qatar",
});
const EVERY_MS = SOURCE.everyMs;
const NEW = { etag: '"new"', lastModified: "Thu, 01 Jan 2026 00:00:00 GMT", bodyHash: "beef" };
const OLD: PollState = {
  ...firstPoll("example", NOW),
  etag: '"old"',
  bodyHash: "cafe",
  headlineCount: 12,
  readOnce: true,
};
const report = (newCount: number, complete = true) => ({ validators: NEW, headlineCount: 30, newCount, complete });
const waits = (state: PollState) => state.nextCheckAt - NOW;

test("a source that was never read is due at once", () => {
  const state = firstPoll("example", NOW);
  expect(state).toMatchObject({ sourceId: "example", checkedAt: null, readOnce: false, failures: 0, etag: null });
  expect(isDue(state, NOW)).toBe(true);
  expect(isDue(state, NOW - DAY_MS)).toBe(true); // whatever the clock said when it was added
});

test("after a complete read its validators are kept and the next one follows after the interval", () => {
  const state = afterRead(firstPoll("example", NOW), report(5), SOURCE, NOW, 0);
  expect(state).toEqual({
    ...NEW,
    sourceId: "example",
    checkedAt: NOW,
    nextCheckAt: NOW + EVERY_MS,
    failures: 0,
    quietCount: 0,
    lastFailure: null,
    headlineCount: 30,
    readOnce: true,
  });
  expect(isDue(state, NOW + EVERY_MS - 1)).toBe(false);
  expect(isDue(state, NOW + EVERY_MS)).toBe(true);
});

test("after a read that was not complete the next one is soon and sees the page again", () => {
  const first = afterRead(firstPoll("example", NOW), report(30, false), SOURCE, NOW, 0);
  expect(first).toMatchObject({ etag: null, lastModified: null, bodyHash: null, readOnce: false, checkedAt: NOW });
  expect(waits(first)).toBe(MINUTE_MS);
  const later = afterRead(OLD, report(30, false), SOURCE, NOW, 0);
  expect(later).toMatchObject({ etag: '"old"', bodyHash: "cafe", readOnce: true, headlineCount: 12 });
});

test("a read that was not complete and brought nothing is not repeated before the interval", () => {
  expect(waits(afterRead(OLD, report(0, false), SOURCE, NOW, 0))).toBe(EVERY_MS);
});

test("a source without news is asked ever more rarely, at most four times its interval, until it has news", () => {
  let state = afterRead(OLD, report(1), SOURCE, NOW, 0);
  const pauses: number[] = [];
  for (let count = 0; count < 9; count++) {
    state = count % 2 === 0 ? afterUnchanged(state, SOURCE, NOW, 0) : afterRead(state, report(0), SOURCE, NOW, 0);
    pauses.push(Math.round((10 * waits(state)) / EVERY_MS) / 10);
  }
  expect(pauses).toEqual([1.3, 1.6, 2, 2.4, 3.1, 3.8, 4, 4, 4]);
  expect(waits(afterRead(state, report(1), SOURCE, NOW, 0))).toBe(EVERY_MS);
});

test("an unchanged source keeps what is known of it", () => {
  const state = afterUnchanged({ ...OLD, failures: 3 }, SOURCE, NOW, 0);
  expect(state).toMatchObject({ etag: '"old"', bodyHash: "cafe", headlineCount: 12, readOnce: true, failures: 0 });
});

test.each([
  { asked: 10 * MINUTE_MS, is: 10 * MINUTE_MS },
  { asked: 0, is: MINUTE_MS },
  { asked: 400 * DAY_MS, is: MAX_PAUSE_MS },
])("a host that asks for $asked ms gets $is ms", ({ asked, is }) => {
  const state = afterWait({ ...OLD, failures: 2 }, asked, NOW);
  expect(state).toMatchObject({ failures: 2, lastFailure: null, etag: '"old"', nextCheckAt: NOW + is });
});

test.each([
  { failure: "timeout", hours: [0.25, 0.5, 1, 2, 4, 6, 6] },
  { failure: "status", hours: [0.25, 0.5, 1, 2, 4, 6, 6] },
  { failure: "gone", hours: [0.25, 0.5, 1, 2, 4, 8, 16, 24, 24] },
  { failure: "not-a-feed", hours: [0.25, 0.5, 1, 2, 4, 8, 16, 24, 24] },
])("after $failure in a row the pause doubles", ({ failure, hours }) => {
  let state: PollState = OLD;
  const pauses = hours.map(() => {
    state = afterFailure(state, failure, SOURCE, NOW, 0);
    return waits(state) / HOUR_MS;
  });
  expect(pauses).toEqual(hours);
  expect(state).toMatchObject({
    failures: hours.length,
    lastFailure: { failure, at: NOW },
    etag: '"old"',
    readOnce: true,
  });
  expect(afterRead(state, report(1), SOURCE, NOW, 0)).toMatchObject({ failures: 0, nextCheckAt: NOW + EVERY_MS });
});

test("that we broke off is no failure", () => expect(afterFailure(OLD, "aborted", SOURCE, NOW, 0)).toEqual(OLD));

test("a clock that was set back makes a source due", () => {
  const state = afterUnchanged(OLD, SOURCE, NOW, 0);
  expect(isDue(state, NOW + 1)).toBe(false);
  expect(isDue(state, NOW - 1)).toBe(true);
});

test("whatever happens, the next read is later than now and within a day, or within four intervals", () => {
  const event = fc.oneof(
    fc.record({ newCount: fc.nat(3), complete: fc.boolean() }).map(
      ({ newCount, complete }) =>
        (state: PollState, everyMs: number, now: number, random: number) =>
          afterRead(state, report(newCount, complete), { ...SOURCE, everyMs }, now, random),
    ),
    fc.constant((state: PollState, everyMs: number, now: number, random: number) =>
      afterUnchanged(state, { ...SOURCE, everyMs }, now, random),
    ),
    fc
      .integer({ min: -10, max: 2 * DAY_MS })
      .map((ms) => (state: PollState, _: number, now: number) => afterWait(state, ms, now)),
    fc
      .constantFrom("timeout", "blocked", "no-headlines")
      .map(
        (failure) => (state: PollState, everyMs: number, now: number, random: number) =>
          afterFailure(state, failure, { ...SOURCE, everyMs }, now, random),
      ),
  );
  const everyMs = fc.integer({ min: MINUTE_MS, max: 2 * DAY_MS });
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(event, random), { maxLength: 30 }), everyMs, (events, interval) => {
      let now = NOW;
      let state = firstPoll("example", now);
      let everComplete = false;
      for (const [next, chance] of events) {
        state = next(state, interval, now, chance);
        expect(state.nextCheckAt).toBeGreaterThan(now);
        expect(state.nextCheckAt - now).toBeLessThanOrEqual(Math.max(DAY_MS, interval * 4.5));
        expect(Number.isInteger(state.nextCheckAt)).toBe(true);
        expect(state.readOnce || !everComplete).toBe(true); // once read to the end, always so
        everComplete = state.readOnce;
        now = state.nextCheckAt;
        expect(isDue(state, now)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
