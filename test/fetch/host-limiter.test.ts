import fc from "fast-check";
import { expect, test } from "vitest";
import { createHostLimiter } from "../../src/fetch/host-limiter.ts";
import { manualClock } from "./manual-clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const PAGE = new Error("page");
const OURS = new Error("aborted");

function setUp(options: { jitter?: () => number; maxHostCount?: number } = {}) {
  const clock = manualClock();
  const limiter = createHostLimiter({
    clock,
    jitter: options.jitter ?? (() => 0),
    blame: (error) => (error === PAGE ? "page" : error === OURS ? "nobody" : "host"),
    ...(options.maxHostCount === undefined ? {} : { maxHostCount: options.maxHostCount }),
  });
  const fail = (error: unknown = new Error("host")) =>
    limiter.run("a.example", 0, () => Promise.reject(error)).catch((thrown: unknown) => thrown);
  return {
    clock,
    limiter,
    fail,
    visit: (host: string, spacingMs: number) => limiter.run(host, spacingMs, async () => clock.now()),
  };
}

test("one host is visited by one at a time, first come, first served, spaced apart", async () => {
  const { clock, limiter } = setUp();
  const startedAt = clock.now();
  let visitorCount = 0;
  const visits: [number, number][] = [];
  const turns = [0, 1, 2].map((number) =>
    limiter.run("a.example", 2000, async () => {
      expect(++visitorCount).toBe(1);
      visits.push([number, clock.now() - startedAt]);
      await Promise.resolve();
      clock.pass(300); // the visit itself takes time: the pause begins when it ends
      visitorCount--;
    }),
  );
  await Promise.all(turns);
  expect(visits).toEqual([
    [0, 0],
    [1, 2300],
    [2, 4600],
  ]);
});

test("another host does not wait", async () => {
  const { clock, limiter, visit } = setUp();
  const startedAt = clock.now();
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow = limiter.run("a.example", 2000, () => promise);
  expect(await visit("b.example", 2000)).toEqual({ kind: "done", value: startedAt });
  resolve();
  await slow;
});

test("chance adds up to a quarter to the spacing", async () => {
  const { clock, visit } = setUp({ jitter: () => 1 });
  await visit("a.example", 2000);
  await visit("a.example", 2000);
  expect(clock.slept).toEqual([2500]);
});

test("a clock that was set back makes nobody wait longer than the spacing", async () => {
  const { clock, visit } = setUp();
  await visit("a.example", 2000);
  clock.pass(-HOUR);
  await visit("a.example", 2000);
  expect(clock.slept).toEqual([2000]);
});

test("a short pause is waited for, a long one is told", async () => {
  const { clock, limiter, visit } = setUp();
  limiter.pause("a.example", 5000);
  expect(await visit("a.example", 0)).toMatchObject({ kind: "done" });
  expect(clock.slept).toEqual([5000]);
  limiter.pause("a.example", 120_000);
  limiter.pause("a.example", 1000); // does not shorten the first
  expect(await visit("a.example", 0)).toEqual({ kind: "paused", retryAfterMs: 120_000 });
  clock.pass(120_000);
  expect(await visit("a.example", 0)).toMatchObject({ kind: "done" });
});

test("after five failures a host is left alone: a minute, then twice as long each time, up to six hours", async () => {
  const { clock, fail, visit } = setUp();
  for (let count = 0; count < 4; count++) await fail();
  const pauses: number[] = [];
  for (let count = 0; count < 12; count++) {
    await fail();
    const turn = await visit("a.example", 0);
    const retryAfterMs = turn.kind === "paused" ? turn.retryAfterMs : 0;
    pauses.push(retryAfterMs / MINUTE);
    clock.pass(retryAfterMs);
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
});

test("an answer, and an error that speaks of one page, end the row of failures", async () => {
  const { fail, visit } = setUp();
  for (let count = 0; count < 4; count++) await fail();
  await visit("a.example", 0);
  for (let count = 0; count < 4; count++) await fail();
  expect(await fail(PAGE)).toBe(PAGE);
  for (let count = 0; count < 4; count++) await fail();
  expect(await fail(OURS)).toBe(OURS); // says nothing: the row goes on
  expect(await visit("b.example", 0)).toMatchObject({ kind: "done" });
  await fail();
  expect(await visit("a.example", 0)).toEqual({ kind: "paused", retryAfterMs: MINUTE });
});

test("who gives up waiting neither visits nor blocks those behind", async () => {
  const { limiter } = setUp();
  const { promise, resolve } = Promise.withResolvers<void>();
  const order: string[] = [];
  const first = limiter.run("a.example", 0, () => promise);
  const impatient = new AbortController();
  const second = limiter.run("a.example", 0, async () => order.push("second"), impatient.signal);
  const third = limiter.run("a.example", 0, async () => order.push("third"));
  impatient.abort(new Error("no more time"));
  await expect(second).rejects.toThrow("no more time");
  expect(order).toEqual([]); // the first is still there, so the third waits
  resolve();
  await Promise.all([first, third]);
  expect(order).toEqual(["third"]);
});

test("an aborted signal visits nothing", async () => {
  const { limiter } = setUp();
  const visit = () => Promise.reject(new Error("visited"));
  await expect(limiter.run("a.example", 0, visit, AbortSignal.abort(new Error("too late")))).rejects.toThrow(
    "too late",
  );
});

test("old hosts are forgotten, but not one that is being visited", async () => {
  const { limiter, visit } = setUp({ maxHostCount: 3 });
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow = limiter.run("slow.example", 0, () => promise);
  for (let number = 0; number < 50; number++) await visit(`${number}.example`, 0);
  expect(limiter.hostCount()).toBe(3);
  let isAlone = true;
  const next = limiter.run("slow.example", 0, async () => isAlone);
  isAlone = false;
  resolve();
  isAlone = true;
  await slow;
  expect(await next).toEqual({ kind: "done", value: true });
});

test("whatever comes, visits of a host never overlap and are spaced apart", async () => {
  const request = fc.record({
    host: fc.constantFrom("a", "b"),
    spacingMs: fc.nat(5000),
    takesMs: fc.nat(3000),
    fails: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 20 }), async (requests) => {
      const { clock, limiter } = setUp({ jitter: () => 0.5 });
      const endedAt = new Map<string, number>();
      const visiting = new Set<string>();
      await Promise.allSettled(
        requests.map(({ host, spacingMs, takesMs, fails }) =>
          limiter.run(host, spacingMs, async () => {
            expect(visiting.has(host)).toBe(false);
            visiting.add(host);
            expect(clock.now() - (endedAt.get(host) ?? 0)).toBeGreaterThanOrEqual(spacingMs);
            await Promise.resolve();
            clock.pass(takesMs);
            endedAt.set(host, clock.now());
            visiting.delete(host);
            if (fails) throw PAGE;
          }),
        ),
      ).then((settled) => {
        for (const result of settled) if (result.status === "rejected") expect(result.reason).toBe(PAGE);
      });
    }),
    { numRuns: 60 },
  );
});
