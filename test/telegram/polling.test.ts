import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Api } from "grammy/web";
import { expect, onTestFinished, test, vi } from "vitest";
import { BotStoppedError } from "../../src/errors.ts";
import { line } from "../../src/telegram/line.ts";
import { pollUpdates } from "../../src/telegram/poll.ts";
import { call, TOKEN } from "../demo/client.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { card } from "../fakes/desks.ts";
import { silent } from "../fakes/logger.ts";
import { ar, en, GROUP, NOW, OPERATOR, PATIENCE, READER, startBed } from "./bed.ts";

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

test("neither a line that breaks nor a failing set-up shows the token", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const bed = await startBed({ apiRoot: `http://127.0.0.1:${port}` });
  onTestFinished(bed.stop);
  await until(() => bed.log.lines.length >= 1);
  await bed.stop();
  expect(bed.log.lines.join("\n")).toContain("ECONNREFUSED");
  expect(bed.log.lines.join("\n")).not.toContain(TOKEN.split(":")[1]);
});

test("set-up tells Telegram the commands of each place and language, and who it is; an odd answer is only logged", async () => {
  const bed = await startBed({
    before: (api) =>
      api.fault({ method: "setMyCommands", trouble: { kind: "refusal", name: "commandInvalid" }, times: 1 }),
  });
  const { commands, profile } = bed.api.state;
  await until(() => profile.has("short_description|en"));
  const names = (scope: string) => commands.get(scope)?.map(({ command }) => command) ?? [];
  expect(bed.log.lines.filter((line) => line.includes("set-up"))).toHaveLength(1);
  expect(names("default|en")).toEqual(expect.arrayContaining(["latest", "subscribe", "settings"]));
  expect(names("default|en")).not.toContain("addsource");
  expect(names("all_group_chats|ar")).toEqual(["latest", "search", "sources", "help", "privacy"]);
  expect(names("all_chat_administrators|ar")).toContain("subscribe");
  expect([...commands.keys()].filter((scope) => scope.startsWith("chat:"))).toEqual([]);
  expect(commands.get("default|en")?.[0]?.description).not.toBe(commands.get("default|ar")?.[0]?.description);
  expect(profile.get("description|")).toBe(ar("bot-description"));
  expect(profile.get("description|en")).toBe(en("bot-description"));
  expect(profile.get("short_description|")).toBe(ar("bot-short-description"));
});

test("an operator is shown all commands at the first word in private, once", async () => {
  const bed = await startBed();
  await until(() => bed.api.calls().get("setmycommands") === 9); // of the profile
  await bed.say("/help", { userId: OPERATOR, chatId: GROUP });
  expect(bed.api.state.commands.get(`chat:${OPERATOR}|`)).toBeUndefined();
  await bed.say("/start", { userId: OPERATOR });
  await until(() => bed.api.state.commands.has(`chat:${OPERATOR}|en`));
  const count = bed.api.calls().get("setmycommands");
  const shown = bed.api.state.commands.get(`chat:${OPERATOR}|`)?.map(({ command }) => command);
  expect(shown).toEqual(expect.arrayContaining(["latest", "subscribe", "addsource", "removesource"]));
  await bed.say("/help", { userId: OPERATOR });
  await bed.say("/start");
  expect(bed.api.calls().get("setmycommands")).toBe(count);
});

test("what Telegram knows already is not set again", async () => {
  const bed = await startBed({
    before(api) {
      for (const language of ["", "ar", "en"])
        for (const field of ["description", "short_description"])
          api.state.profile.set(
            `${field}|${language}`,
            ar(field === "description" ? "bot-description" : "bot-short-description"),
          );
    },
  });
  await until(() => bed.api.calls().get("setmyshortdescription") === 1);
  expect(bed.api.calls().get("getmydescription")).toBe(3);
  expect(bed.api.calls().get("setmydescription")).toBe(1); // the English one differs
});
