import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Api } from "grammy/web";
import { expect, onTestFinished, test, vi } from "vitest";
import { BotStoppedError } from "../../src/errors.ts";
import { line } from "../../src/telegram/line.ts";
import { pollUpdates } from "../../src/telegram/poll.ts";
import { TOKEN } from "../demo/client.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { card } from "../fakes/desks.ts";
import { silent } from "../fakes/logger.ts";
import { ar, NOW, PATIENCE, READER, startBed } from "./bed.ts";

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), PATIENCE);

test("a refused token ends it with one clear line that does not show the token", async () => {
  const bed = await startBed({ token: "1:wrong-token-of-nobody" });
  const error = await bed.running.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BotStoppedError);
  expect(String(error)).toContain("BOT_TOKEN");
  expect(`${String(error)}${bed.log.lines.join()}`).not.toContain("wrong-token");
});

test("a webhook ends it with what to do", async () => {
  const bed = await startBed({
    before: (api) => api.fault({ method: "getUpdates", trouble: { kind: "refusal", name: "webhookActive" } }),
  });
  const error = await bed.running.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BotStoppedError);
  expect(String(error)).toContain("webhook");
});

test("somebody else's polls are borne for a minute: one of a process that ends is no reason to stop, one that goes on is", async () => {
  for (const times of [3, 100]) {
    const bed = await startBed({
      before: (api) => api.fault({ method: "getUpdates", trouble: { kind: "refusal", name: "otherPoll" }, times }),
    });
    const asked = () => bed.api.calls().get("getupdates") ?? 0;
    let ended: unknown;
    bed.running.catch((error: unknown) => {
      ended = error;
    });
    bed.api.people.say(READER, READER, "/privacy");
    for (let conflicts = 1; conflicts <= Math.min(times, 12); conflicts++) {
      await until(() => asked() === conflicts && bed.clock.sleeperCount() === 1);
      await bed.clock.advance(5000);
    }
    if (times === 3) {
      await bed.settled();
      expect(bed.api.delivered(READER)).toHaveLength(1);
    } else {
      await until(() => ended !== undefined);
      expect(String(ended)).toContain("another process");
    }
  }
});

test.each([
  { why: "5xx", trouble: { kind: "refusal", name: "restart" } as const },
  { why: "a proxy's page", trouble: { kind: "broken", status: 502 } as const },
  { why: "a cut line", trouble: { kind: "drop-before" } as const },
])("polling goes on after $why, ever more slowly, and no update is lost", async ({ trouble }) => {
  const bed = await startBed({ before: (api) => api.fault({ method: "getUpdates", trouble, times: 3 }) });
  bed.api.people.say(READER, READER, "/privacy");
  for (const pauseMs of [1000, 2000, 4000]) {
    await until(() => bed.log.lines.some((line) => line.includes(`"pauseMs":${pauseMs},`)));
    await bed.clock.advance(pauseMs);
  }
  await bed.settled();
  expect(bed.api.delivered(READER).map(({ text }) => text)).toEqual([ar("privacy")]);
});

test("429 on polling waits as long as it asks", async () => {
  const bed = await startBed({
    before: (api) => api.fault({ method: "getUpdates", trouble: { kind: "flood", retryAfterSeconds: 17 }, times: 1 }),
  });
  await until(() => bed.log.lines.some((line) => line.includes('"pauseMs":17000')));
});

test("getMe is asked again until there is an answer, and a stop ends the asking", async () => {
  const bed = await startBed({
    before: (api) => api.fault({ method: "getMe", trouble: { kind: "refusal", name: "restart" } }),
  });
  await until(() => bed.clock.sleeperCount() === 1);
  await bed.clock.advance(1000);
  await until(() => bed.log.lines.length >= 2);
  await bed.stop();
  await expect(bed.running).resolves.toBeUndefined();
  expect(bed.api.calls().get("getupdates")).toBeUndefined();
});

test("a stop does not wait for a Telegram that never says who we are", async () => {
  const bed = await startBed({
    before: (api) => api.fault({ method: "getMe", trouble: { kind: "delay", delayMs: 60_000 } }),
  });
  await until(() => bed.api.calls().get("getme") === 1);
  await bed.stop();
  await expect(bed.running).resolves.toBeUndefined();
}, 10_000);

test.each([{ result: null }, { result: {} }, { result: [null] }, { result: [{ message: {} }] }])(
  "an answer that holds no updates ($result) is asked for again, as after a line that broke",
  async ({ result }) => {
    const server = createServer((_, response) => response.end(JSON.stringify({ ok: true, result })));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const api = new Api(TOKEN, { ...line, apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    const clock = createFakeClock(NOW);
    const stop = new AbortController();
    const handle = vi.fn();
    const running = pollUpdates({ api, clock, logger: silent, handle }, stop.signal);
    await until(() => clock.sleeperCount() === 1);
    stop.abort();
    await running;
    expect(handle).not.toHaveBeenCalled();
  },
);

test("it asks by name for the kinds of updates that it handles, also those about itself", async () => {
  const bed = await startBed();
  await until(() => bed.api.state.updates.allowedKinds() !== undefined);
  expect(bed.api.state.updates.allowedKinds()).toEqual([
    "message",
    "channel_post",
    "callback_query",
    "inline_query",
    "my_chat_member",
  ]);
});

test("a stop finishes what was begun, confirms it and asks for no more", async () => {
  const bed = await startBed();
  let open = () => {};
  let isAsked = false;
  bed.news.latest = async () => {
    isAsked = true;
    await new Promise<void>((resolve) => {
      open = resolve;
    });
    return [card("خبر")];
  };
  bed.api.people.say(READER, READER, "/latest");
  await until(() => isAsked);
  const stopped = bed.stop();
  open();
  await stopped;
  await expect(bed.running).resolves.toBeUndefined();
  expect(bed.api.delivered(READER)).toHaveLength(1);
  expect(bed.api.state.updates.count()).toBe(0);
});

test("a stop while nothing happens is quiet", async () => {
  const bed = await startBed();
  await bed.say("/privacy");
  await bed.stop();
  expect(bed.log.lines).toEqual([]);
});
