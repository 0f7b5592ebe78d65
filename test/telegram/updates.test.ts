import { expect, test, vi } from "vitest";
import { call } from "../demo/client.ts";
import { card } from "../fakes/desks.ts";
import { ar, en, GROUP, NOW, PATIENCE, READER, startBed } from "./bed.ts";

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), PATIENCE);

test("one chat's updates are handled in order, those of others do not wait, and the batch is confirmed when all are done", async () => {
  const bed = await startBed();
  await until(() => (bed.api.calls().get("getupdates") ?? 0) > 0);
  const order: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  bed.news.latest = async (subscription) => {
    order.push(`begin ${subscription.chatId}`);
    if (subscription.chatId === READER) await gate;
    order.push(`end ${subscription.chatId}`);
    return [card("خبر")];
  };
  bed.api.people.say(READER, READER, "/latest");
  bed.api.people.say(READER, READER, "/latest");
  bed.api.people.say(GROUP, READER, "/latest");
  await until(() => order.length === 3 || bed.api.delivered(GROUP).length === 1);
  expect(bed.api.state.updates.count()).toBeGreaterThan(0);
  open();
  await bed.settled();
  const mine = order.filter((step) => step.endsWith(` ${READER}`));
  expect(mine).toEqual([`begin ${READER}`, `end ${READER}`, `begin ${READER}`, `end ${READER}`]);
});

test("an update that takes very long does not stop the others", async () => {
  const bed = await startBed();
  let open = () => {};
  bed.news.latest = async () => {
    await new Promise<void>((resolve) => {
      open = resolve;
    });
    return [];
  };
  bed.api.people.say(GROUP, READER, "/latest");
  await until(() => bed.clock.sleeperCount() >= 1 && bed.api.state.updates.count() === 1);
  const patience = vi.waitFor(async () => {
    await bed.clock.advance(1000);
    expect(bed.api.state.updates.count()).toBe(0);
  }, PATIENCE);
  await patience;
  expect(await bed.say("/privacy")).toEqual([ar("privacy")]);
  // It is confirmed by now, but a stop waits for it all the same.
  let isOver = false;
  const stopped = bed.stop().then(() => {
    isOver = true;
  });
  for (let round = 0; round < 10; round++) await call(bed.api, "getMe");
  expect(isOver).toBe(false);
  open();
  await stopped;
  expect(bed.api.delivered(GROUP).map(({ text }) => text)).toEqual([ar("no-news-yet")]);
});

test("an update that fails stops neither its neighbours nor the next of its chat", async () => {
  const bed = await startBed();
  bed.news.latest = () => Promise.reject(new Error("out of order"));
  expect(await bed.say("/latest")).toEqual([ar("failed")]);
  expect(await bed.say("/privacy")).toEqual([ar("privacy")]);
});

test("when the store cannot be read the person is told, in the language of his or her Telegram", async () => {
  const bed = await startBed();
  bed.digests.subscription = () => Promise.reject(new Error("the disk is gone"));
  expect(await bed.say("/settings")).toEqual([ar("failed")]);
  bed.api.state.chats.people.set(READER, { id: READER, is_bot: false, first_name: "Sam", language_code: "en" });
  expect(await bed.say("/settings")).toEqual([en("failed")]);
});

test("what Telegram refuses is a warning, what fails here an error", async () => {
  const bed = await startBed();
  bed.api.people.setBot(GROUP, "restricted", READER, false);
  await bed.say("/help", { chatId: GROUP });
  expect(bed.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  expect(bed.log.lines.filter((line) => line.includes("not enough rights"))).toHaveLength(1);
});

test("an answer that meets a flood limit comes when Telegram allows it", async () => {
  const bed = await startBed();
  bed.api.fault({ method: "sendMessage", trouble: { kind: "flood", retryAfterSeconds: 3 }, times: 1 });
  bed.api.people.say(READER, READER, "/privacy");
  await until(() => (bed.api.calls().get("sendmessage") ?? 0) === 1);
  await vi.waitFor(async () => {
    await bed.clock.advance(500);
    expect(bed.api.delivered(READER)).toHaveLength(1);
  }, PATIENCE);
  expect(bed.clock.now() - NOW).toBeGreaterThanOrEqual(3000);
});

test("an answer that was cut off is not sent again", async () => {
  const bed = await startBed();
  bed.api.fault({ method: "sendMessage", trouble: { kind: "drop-after" }, times: 1 });
  await bed.say("/privacy");
  expect(bed.api.delivered(READER)).toHaveLength(1);
});
