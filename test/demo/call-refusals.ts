import type { BotApi } from "../../src/demo/control.ts";
import { TELEGRAM_RATES } from "../../src/demo/rate-limits.ts";
import { ask, call, TOKEN } from "./client.ts";
import { type Case, html, keyboard, send } from "./refusal-case.ts";

const answerInline = (api: BotApi, ...results: object[]) =>
  call(api, "answerInlineQuery", { inline_query_id: api.people.type(7, "نفط"), results });
const result = (more: object = {}) => ({
  type: "article",
  id: "a",
  title: "خبر",
  input_message_content: { message_text: "خبر" },
  ...more,
});

/** What is wrong with a call, a text or a keyboard, whatever the chat. */
export const CALL_CASES: readonly Case[] = [
  { refusal: "unauthorized", provoke: (api) => call(api, "getMe", {}, "4242:other") },
  { refusal: "notFound", provoke: (api) => ask(`${api.url}/robot`) },
  { refusal: "methodNotFound", provoke: (api) => call(api, "sendTelepathy") },
  {
    refusal: "badJson",
    provoke: (api) =>
      ask(`${api.url}/bot${TOKEN}/getMe`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: "{",
      }),
  },
  { refusal: "badJson", why: "in a parameter", provoke: (api) => send(api, { reply_markup: "{" }) },
  {
    refusal: "tooLarge",
    provoke: (api) =>
      ask(`${api.url}/bot${TOKEN}/getMe`, { method: "POST", body: new Uint8Array(50 * 1024 * 1024 + 1) }),
  },
  {
    refusal: "flood",
    why: "a fault",
    detail: "17",
    parameters: { retry_after: 17 },
    provoke: (api) => {
      api.fault({ trouble: { kind: "flood", retryAfterSeconds: 17 } });
      return send(api);
    },
  },
  {
    refusal: "flood",
    why: "two messages in one second",
    detail: "1",
    parameters: { retry_after: 1 },
    provoke: async (api) => {
      api.setRateLimits(TELEGRAM_RATES);
      await send(api);
      return send(api);
    },
  },
  ...(["restart", "sentAndDeleted"] as const).map((name) => ({
    refusal: name,
    provoke: (api: BotApi) => {
      api.fault({ trouble: { kind: "refusal", name } });
      return send(api);
    },
  })),
  {
    refusal: "resultsTooMany",
    provoke: (api) => answerInline(api, ...Array.from({ length: 51 }, (_, id) => result({ id: `${id}` }))),
  },
  { refusal: "resultIdInvalid", provoke: (api) => answerInline(api, result({ id: "" })) },
  { refusal: "resultIdInvalid", why: "too long", provoke: (api) => answerInline(api, result({ id: "أ".repeat(33) })) },
  { refusal: "resultIdDuplicate", provoke: (api) => answerInline(api, result(), result()) },
  { refusal: "articleTitleEmpty", provoke: (api) => answerInline(api, result({ title: "" })) },
  {
    refusal: "queryTooOld",
    why: "an inline query",
    provoke: (api) => call(api, "answerInlineQuery", { inline_query_id: "1", results: [result()] }),
  },
  {
    refusal: "webhookActive",
    provoke: async (api) => {
      await call(api, "setWebhook", { url: "http://127.0.0.1:9/hook" });
      return call(api, "getUpdates");
    },
  },
  {
    refusal: "otherPoll",
    provoke: async (api, clock) => {
      await call(api, "getUpdates", { offset: -1 });
      await call(api, "getUpdates", { offset: 200_000 });
      const older = call(api, "getUpdates", { timeout: 50 });
      while (clock.sleeperCount() === 0) await new Promise(setImmediate);
      const newer = call(api, "getUpdates", { timeout: 0 });
      await newer;
      return older;
    },
  },
  { refusal: "webhookNotHttps", provoke: (api) => call(api, "setWebhook", { url: "http://example.com/hook" }) },
  {
    refusal: "webhookSecret",
    provoke: (api) => call(api, "setWebhook", { url: "https://example.com/hook", secret_token: "سر" }),
  },
  { refusal: "textMissing", provoke: (api) => send(api, { text: "" }) },
  { refusal: "textTooManyBytes", provoke: (api) => send(api, { text: "خ".repeat(16_385) }) },
  { refusal: "parseMode", provoke: (api) => send(api, { parse_mode: "BBCode" }) },
  {
    refusal: "entities",
    detail: 'Can\'t find end tag corresponding to start tag "b"',
    provoke: (api) => html(api, "<b>خبر"),
  },
  {
    refusal: "entities",
    why: "bytes are counted",
    detail: 'Unsupported start tag "" at byte offset 3',
    provoke: (api) => html(api, "أ < ب"),
  },
  { refusal: "textEmpty", provoke: (api) => send(api, { text: " \u200f\n" }) },
  { refusal: "textTooLong", provoke: (api) => send(api, { text: "خ".repeat(4097) }) },
  {
    refusal: "captionTooLong",
    provoke: async (api) => {
      const form = new FormData();
      form.set("chat_id", "7");
      form.set("caption", "خ".repeat(1025));
      form.set("document", new File(["x"], "a.txt"));
      return ask(`${api.url}/bot${TOKEN}/sendDocument`, { method: "POST", body: form });
    },
  },
  { refusal: "fileMissing", provoke: (api) => call(api, "sendDocument", { chat_id: 7 }) },
  { refusal: "fileNotFound", provoke: (api) => call(api, "getFile", { file_id: "nothing" }) },
  { refusal: "buttonTextEmpty", provoke: (api) => send(api, { reply_markup: keyboard({ callback_data: "a" }) }) },
  { refusal: "buttonAction", provoke: (api) => send(api, { reply_markup: keyboard({ text: "نعم" }) }) },
  {
    refusal: "buttonData",
    why: "33 Arabic letters are 66 bytes",
    provoke: (api) => send(api, { reply_markup: keyboard({ text: "نعم", callback_data: "خ".repeat(33) }) }),
  },
  {
    refusal: "buttonData",
    why: "empty",
    provoke: (api) => send(api, { reply_markup: keyboard({ text: "نعم", callback_data: "" }) }),
  },
  {
    refusal: "buttonData",
    why: "two actions",
    provoke: (api) => send(api, { reply_markup: keyboard({ text: "نعم", callback_data: "a", url: "https://a.co" }) }),
  },
  {
    refusal: "markupTooLong",
    provoke: (api) =>
      send(api, { reply_markup: keyboard(...Array.from({ length: 101 }, () => ({ text: "1", callback_data: "1" }))) }),
  },
];
