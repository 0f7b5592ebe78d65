import { expect, test } from "vitest";
import { createUnderway } from "../../src/jobs/underway.ts";
import { createFakeClock } from "../fakes/clock.ts";

test("what is under way is known by when it began, until it ends", async () => {
  const clock = createFakeClock(1000);
  let ends = 0;
  const underway = createUnderway(clock, () => ends++);
  const works = [1, 2, 3].map(() => Promise.withResolvers<void>());
  for (const { promise } of works) {
    underway.add(promise);
    await clock.advance(10);
  }
  expect([underway.count(), underway.begunAt()]).toEqual([3, [1000, 1010, 1020]]);
  works[1]?.resolve();
  await clock.advance(1);
  expect([underway.begunAt(), ends]).toEqual([[1000, 1020], 1]);
});

test("its end is the end of all, also of what was begun meanwhile", async () => {
  const clock = createFakeClock(0);
  const underway = createUnderway(clock, () => {});
  const done: string[] = [];
  underway.add(
    clock.sleep(10).then(() => {
      done.push("first");
      underway.add(clock.sleep(10).then(() => void done.push("second")));
    }),
  );
  const ended = underway.ended().then(() => void done.push("ended"));
  await clock.advance(30);
  await ended;
  expect(done).toEqual(["first", "second", "ended"]);
});
