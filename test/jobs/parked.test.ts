import { afterEach, expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../../src/lib/time.ts";
import { privateChat, tellingOf } from "./outbox-world.ts";
import { chat, outbox, SLOT, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

test("a chat that refuses us is parked with its settings: nothing more, then one careful try a day, until it is welcome again", async () => {
  let isBlocked = true;
  const box = await outbox([chat(1, { digestAt: ["08:00", "12:00", "20:00"] })], {
    script: () => (isBlocked ? { kind: "parked", reason: "blocked" } : undefined),
  });
  await box.pass(DAY_MS - HOUR_MS);
  expect(box.calls).toHaveLength(1);
  await box.pass(2 * DAY_MS);
  expect(box.calls).toHaveLength(3);
  expect(await box.world.stores.subscriptions.get("1:0")).toMatchObject({ digestAt: ["08:00", "12:00", "20:00"] });
  isBlocked = false;
  await box.pass(DAY_MS);
  const [, , , first, second] = box.calls;
  expect(tellingOf(first?.html ?? "{}").since).toBe(SLOT - DAY_MS); // all that was missed
  expect(tellingOf(second?.html ?? "{}").since).toBe(tellingOf(first?.html ?? "{}").until);
});

test("a parked chat that welcomes us again gets its next digest as before", async () => {
  const box = await outbox([chat(1, { digestAt: ["08:00", "12:00"] })], {
    script: (_, call) => (call === 1 ? { kind: "parked", reason: "kicked" } : undefined),
  });
  await box.pass(HOUR_MS);
  await box.world.desk.unpark(privateChat(1));
  await box.pass(4 * HOUR_MS);
  expect(box.calls).toHaveLength(2);
});
