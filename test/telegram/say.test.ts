import fc from "fast-check";
import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import { inRows, keyboardRows } from "../../src/telegram/keyboard.ts";
import { createUpdateLanes } from "../../src/telegram/lanes.ts";
import { directed } from "../../src/telegram/say.ts";

test.each([
  { text: "خبر", locale: "ar", shown: "خبر" },
  { text: "/latest — آخر الأخبار", locale: "ar", shown: "\u200f/latest — آخر الأخبار" },
  { text: "• BBC عربي\nسطر", locale: "ar", shown: "\u200f• BBC عربي\nسطر" },
  { text: "12:30 · 5", locale: "ar", shown: "12:30 · 5" },
  { text: "/latest — news", locale: "en", shown: "/latest — news" },
  { text: "المنار: news", locale: "en", shown: "\u200eالمنار: news" },
])("a line of «$locale» begins in its own direction: $text", ({ text, locale, shown }) => {
  expect(directed(text, locale)).toBe(shown);
});

test("nothing but marks is added, and none twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("ar", "en"), (text, locale) => {
      const clean = text.replace(/[\u200e\u200f]/g, "");
      expect(directed(clean, locale).replace(/[\u200e\u200f]/g, "")).toBe(clean);
      expect(directed(clean, locale)).not.toMatch(/[\u200e\u200f]{2}/);
    }),
  );
});

test("rows keep all buttons in reading order, and are turned only for languages from the right", () => {
  const buttons = ["أ", "ب", "ج", "د", "ه"].map((text) => ({ text, data: text }));
  const rows = inRows(buttons, 2);
  const laidOut = (rightToLeft: boolean) =>
    keyboardRows(rows, rightToLeft).inline_keyboard.map((row) => row.map(({ text }) => text).join(""));
  expect(laidOut(false)).toEqual(["أب", "جد", "ه"]);
  expect(laidOut(true)).toEqual(["بأ", "دج", "ه"]);
});

const message = (chatId: number, id: number) =>
  ({ update_id: id, message: { message_id: id, date: 0, chat: { id: chatId, type: "private" } } }) as Update;

test("lanes: one chat in order, others beside it, and a chat that sends too much is dropped, not the others", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const handled: number[] = [];
  const lanes = createUpdateLanes(async (update) => {
    if (update.message?.chat.id === 1) await gate;
    handled.push(update.update_id);
  });
  const accepted = Array.from({ length: 250 }, (_, id) => lanes.add(message(1, id))).filter(
    (done) => done !== undefined,
  );
  await lanes.add(message(2, 1000));
  expect(handled).toEqual([1000]);
  open();
  await lanes.idle();
  expect(accepted).toHaveLength(200);
  expect(handled.slice(1)).toEqual(Array.from({ length: 200 }, (_, id) => id));
  expect(lanes.add(message(1, 2000))).toBeDefined();
});
