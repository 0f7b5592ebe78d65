import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Bot } from "grammy";
import { expect, onTestFinished, test } from "vitest";
import { TELEGRAM_RATES } from "../../src/demo/rate-limits.ts";
import { ask, call, handClock, startApi, TOKEN } from "./client.ts";

const updatesOf = async (api: Awaited<ReturnType<typeof startApi>>, parameters: object = {}) =>
  (await call(api, "getUpdates", parameters)).body.result as Record<string, never>[];
const kindsOf = (updates: readonly object[]) => updates.map((update) => Object.keys(update)[1]);

test.each([
  [
    "query",
    (url: string) =>
      ask(
        `${url}/SENDmessage?chat_id=7&text=%D8%AE%D8%A8%D8%B1&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22%D9%86%22%2C%22callback_data%22%3A%22y%22%7D%5D%5D%7D`,
      ),
  ],
  [
    "form",
    (url: string) =>
      ask(`${url}/sendMessage`, {
        method: "POST",
        body: new URLSearchParams({
          chat_id: "7",
          text: "خبر",
          reply_markup: JSON.stringify({ inline_keyboard: [[{ text: "ن", callback_data: "y" }]] }),
        }),
      }),
  ],
  [
    "multipart",
    (url: string) => {
      const form = new FormData();
      form.set("chat_id", "7");
      form.set("text", "خبر");
      form.set("reply_markup", JSON.stringify({ inline_keyboard: [[{ text: "ن", callback_data: "y" }]] }));
      return ask(`${url}/sendMessage`, { method: "POST", body: form });
    },
  ],
  [
    "JSON",
    (url: string) =>
      ask(`${url}/sendMessage`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          chat_id: 7,
          text: "خبر",
          reply_markup: { inline_keyboard: [[{ text: "ن", callback_data: "y" }]] },
        }),
      }),
  ],
])("parameters may come by %s", async (_way, send) => {
  const api = await startApi();
  api.people.say(7, 7, "/start");
  const { status, body } = await send(`${api.url}/bot${TOKEN}`);
  expect(status).toBe(200);
  expect(body.result).toMatchObject({
    text: "خبر",
    chat: { id: 7, type: "private" },
    reply_markup: { inline_keyboard: [[{ text: "ن" }]] },
  });
  expect(api.delivered(7)).toMatchObject([{ text: "خبر", part: 1, threadId: 0, sequence: 1 }]);
});

test("updates are given until they are confirmed, and a negative offset forgets the older ones", async () => {
  const api = await startApi();
  for (const text of ["أ", "ب", "ج"]) api.people.say(7, 7, text);
  const [first, second, third] = await updatesOf(api);
  expect(await updatesOf(api)).toHaveLength(3);
  expect(await updatesOf(api, { offset: Number(first?.["update_id"]) + 1, limit: 1 })).toEqual([second]);
  expect(await updatesOf(api, { offset: -1 })).toEqual([third]);
  expect(await updatesOf(api)).toEqual([third]);
});

test("a long poll waits for the next update, and no longer than fifty seconds", async () => {
  const clock = handClock();
  const api = await startApi({ clock });
  const poll = updatesOf(api, { timeout: 500 });
  while (clock.sleeperCount() === 0) await new Promise(setImmediate);
  api.people.say(7, 7, "مرحبا");
  expect(await poll).toMatchObject([{ message: { text: "مرحبا" } }]);
  const empty = updatesOf(api, { timeout: 500, offset: 1_000_000 });
  while (clock.sleeperCount() < 2) await new Promise(setImmediate);
  clock.move(50_000);
  expect(await empty).toEqual([]);
});

test("only the kinds that were asked for are kept, from the time they were asked for", async () => {
  const api = await startApi();
  api.people.openChat(-5, "group");
  api.people.setMember(-5, 7, "member");
  await updatesOf(api, { allowed_updates: ["chat_member"] });
  api.people.say(7, 7, "لا");
  api.people.setMember(-5, 7, "administrator");
  expect(kindsOf(await updatesOf(api))).toEqual(["chat_member"]);
});

test("in a group the bot hears commands, answers and mentions; as an administrator, everything", async () => {
  const api = await startApi();
  api.people.openChat(-5, "group");
  const { body } = await call(api, "sendMessage", { chat_id: -5, text: "خبر" });
  api.people.say(-5, 7, "كلام الناس");
  api.people.say(-5, 7, "/latest");
  api.people.say(-5, 7, "/latest@other_bot");
  api.people.say(-5, 7, "ما الجديد يا @mujaz_demo_bot؟");
  api.people.say(-5, 7, "شكرًا", { replyTo: body.result.message_id });
  api.people.setBot(-5, "administrator", 7);
  api.people.say(-5, 7, "وهذا أيضًا");
  const heard = (await updatesOf(api)).map(({ message }) => (message as { text?: string } | undefined)?.text);
  expect(heard).toEqual(["/latest", "ما الجديد يا @mujaz_demo_bot؟", "شكرًا", undefined, "وهذا أيضًا"]);
});

test("the bot is told when it is blocked, welcome again, thrown out and moved", async () => {
  const api = await startApi();
  api.people.openChat(-5, "group", { title: "أهل الحي" });
  api.people.setMember(-5, 7, "creator");
  api.people.say(7, 7, "/start");
  await updatesOf(api, { offset: 1_000_000 });
  api.people.block(7);
  api.people.say(7, 7, "/start");
  const moved = api.people.migrate(-5);
  api.people.kick(moved, 7);
  const updates = await updatesOf(api);
  expect(kindsOf(updates)).toEqual([
    "my_chat_member",
    "my_chat_member",
    "message",
    "message",
    "message",
    "my_chat_member",
  ]);
  expect(updates).toMatchObject([
    { my_chat_member: { new_chat_member: { status: "kicked" } } },
    { my_chat_member: { new_chat_member: { status: "member" } } },
    { message: { text: "/start" } },
    { message: { migrate_to_chat_id: moved } },
    { message: { migrate_from_chat_id: -5, chat: { id: moved, type: "supergroup", title: "أهل الحي" } } },
    { my_chat_member: { chat: { id: moved }, new_chat_member: { status: "kicked" } } },
  ]);
});

test("administrators are the people who are, and the bot where it is", async () => {
  const api = await startApi();
  api.people.openChat(-1_000_000_000_009, "channel", { username: "alhayy" });
  api.people.setMember(-1_000_000_000_009, 7, "creator");
  api.people.setMember(-1_000_000_000_009, 8, "member");
  const { body } = await call(api, "getChatAdministrators", { chat_id: "@ALHAYY" });
  expect(body.result).toMatchObject([
    { user: { id: 7 }, status: "creator" },
    { user: { id: 4242 }, status: "administrator", can_post_messages: true },
  ]);
});

test.each([
  { trouble: { kind: "drop-after" } as const, deliveries: 1 },
  { trouble: { kind: "drop-before" } as const, deliveries: 0 },
])("$trouble.kind cuts the line with $deliveries messages sent", async ({ trouble, deliveries }) => {
  const api = await startApi({ acceptUnknownChats: true });
  api.fault({ trouble, method: "sendMessage", chatId: 7, contains: "عاجل", after: 1, times: 1 });
  const send = (text: string, chat_id = 7) => call(api, "sendMessage", { chat_id, text });
  await send("خبر عاجل");
  await send("خبر");
  await send("خبر عاجل", 8);
  await expect(send("خبر عاجل")).rejects.toThrow("fetch failed");
  expect(api.delivered(7).length - 2).toBe(deliveries);
  expect((await send("خبر عاجل")).status).toBe(200);
});

test("a broken answer is no JSON, a late one comes when its time is up", async () => {
  const clock = handClock();
  const api = await startApi({ clock, acceptUnknownChats: true });
  api.fault({ trouble: { kind: "broken", status: 502 }, times: 1 });
  await expect(call(api, "sendMessage", { chat_id: 7, text: "خبر" })).rejects.toThrow("JSON");
  api.fault({ trouble: { kind: "delay", delayMs: 9000 }, times: 1 });
  const late = call(api, "sendMessage", { chat_id: 7, text: "خبر" });
  while (clock.sleeperCount() === 0) await new Promise(setImmediate);
  expect(api.sentCount()).toBe(0);
  clock.move(9000);
  expect((await late).status).toBe(200);
});

test("a message that Telegram says it deleted was sent all the same", async () => {
  const api = await startApi({ acceptUnknownChats: true });
  api.fault({ trouble: { kind: "refusal", name: "sentAndDeleted" }, times: 1 });
  expect((await call(api, "sendMessage", { chat_id: 7, text: "خبر" })).status).toBe(500);
  expect(api.sentCount()).toBe(1);
});

test("the rate limits count sends and edits, per chat, per group and overall", async () => {
  const clock = handClock();
  const api = await startApi({ clock, acceptUnknownChats: true });
  api.people.openChat(-5, "group");
  const send = async (chat_id: number) => (await call(api, "sendMessage", { chat_id, text: "خبر" })).status;
  api.setRateLimits(TELEGRAM_RATES);
  expect([await send(7), await send(7), await send(8)]).toEqual([200, 429, 200]);
  const edit = await call(api, "editMessageText", { chat_id: 7, message_id: 1, text: "خبر آخر" });
  expect(edit.status).toBe(429);
  clock.move(1000);
  expect(await send(7)).toBe(200);
  let group = 0;
  for (let second = 0; second < 40; second++) {
    clock.move(1000);
    if ((await send(-5)) === 200) group++;
  }
  expect(group).toBe(33); // 20 at once, then one every three seconds
  clock.move(1000);
  const all = await Promise.all(Array.from({ length: 40 }, (_, index) => send(100 + index)));
  expect(all.filter((status) => status === 200)).toHaveLength(30);
  expect(api.rateRefusals()).toBe(2 + 7 + 10);
  const paid = { chat_id: 200, text: "خبر", allow_paid_broadcast: true };
  expect((await call(api, "sendMessage", paid)).status).toBe(200);
});

test("a webhook gets updates with the secret, one by one, and again after a refusal", async () => {
  const clock = handClock();
  const api = await startApi({ clock });
  const got: { text: string; secret: unknown }[] = [];
  const statuses = [200, 500, 200];
  const hook = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    got.push({ text: JSON.parse(body).message.text, secret: request.headers["x-telegram-bot-api-secret-token"] });
    response.writeHead(statuses.shift() ?? 200, { "content-type": "application/json" });
    response.end(got.length === 1 ? JSON.stringify({ method: "sendMessage", chat_id: 7, text: "جواب" }) : "");
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void hook.close());
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;
  expect((await call(api, "setWebhook", { url, secret_token: "s3cret" })).body.result).toBe(true);
  api.people.say(7, 7, "أ");
  api.people.say(7, 7, "ب");
  while (clock.sleeperCount() === 0) await new Promise(setImmediate);
  const described = (await call(api, "getWebhookInfo")).body.result;
  expect(described).toMatchObject({
    url,
    pending_update_count: 1,
    last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
  });
  clock.move(1000);
  while (got.length < 3) await new Promise(setImmediate);
  expect(got).toEqual(["أ", "ب", "ب"].map((text) => ({ text, secret: "s3cret" })));
  expect(api.delivered(7)).toMatchObject([{ text: "جواب" }]);
});

test("only the newest messages are kept where a bound is set, and all are counted", async () => {
  const api = await startApi({ keepMessages: 3, acceptUnknownChats: true });
  for (let index = 1; index <= 10; index++) await call(api, "sendMessage", { chat_id: 7, text: `خبر ${index}` });
  expect(api.delivered(7).map(({ part }) => part)).toEqual([8, 9, 10]);
  expect(api.messages(7)).toHaveLength(3);
  expect(api.sentCount()).toBe(10);
});

test("a file that is sent can be read again, and one that a person sends can be fetched", async () => {
  const api = await startApi({ acceptUnknownChats: true });
  const form = new FormData();
  form.set("chat_id", "7");
  form.set("document", "attach://export");
  form.set("export", new File(["<opml/>"], "sources.opml", { type: "text/xml" }));
  const sent = await ask(`${api.url}/bot${TOKEN}/sendDocument`, { method: "POST", body: form });
  expect(sent.body.result.document).toMatchObject({ file_name: "sources.opml", file_size: 7 });
  const { body } = await call(api, "getFile", { file_id: sent.body.result.document.file_id });
  const file = await fetch(`${api.url}/file/bot${TOKEN}/${body.result.file_path}`);
  expect(await file.text()).toBe("<opml/>");
});

test("grammY talks to it: commands, keyboards, edits and the answers to presses", async () => {
  const api = await startApi();
  const bot = new Bot(TOKEN, { client: { apiRoot: api.url } });
  bot.command("start", (ctx) =>
    ctx.reply("<b>أهلًا</b>", {
      parse_mode: "HTML",
      reply_markup: { inline_keyboard: [[{ text: "اشترك", callback_data: "sub" }]] },
    }),
  );
  const done = new Promise<void>((resolve) => {
    bot.callbackQuery("sub", async (ctx) => {
      await ctx.editMessageText("اشتركت");
      await ctx.answerCallbackQuery({ text: "تم", show_alert: true });
      resolve();
    });
  });
  const running = bot.start();
  api.people.say(7, 7, "/start");
  while (api.delivered(7).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(api.delivered(7)).toMatchObject([{ text: "أهلًا", entities: [{ type: "bold", offset: 0, length: 5 }] }]);
  const query = api.people.press(7, 7, 2, "sub");
  await done;
  await bot.stop();
  await running;
  expect(api.messages(7).at(-1)).toMatchObject({ message_id: 2, text: "اشتركت", edit_date: expect.any(Number) });
  expect(api.messages(7).at(-1)).not.toHaveProperty("reply_markup");
  expect(api.state.queries.get(query)?.answer).toEqual({ text: "تم", alert: true, url: "" });
});
