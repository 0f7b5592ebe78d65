import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../src/lib/arabic/clean.ts";
import { allFeatures } from "../../src/telegram/bot.ts";
import type { BotDeps } from "../../src/telegram/context.ts";
import { PHRASES, parseWish } from "../../src/telegram/triggers.ts";

const BOT = "mujaz_bot";
const wish = (text: string, isPrivate = true) => {
  const parsed = parseWish(text, BOT, isPrivate);
  return parsed && `${parsed.calledBy}: ${parsed.command}(${parsed.argument})`;
};

test.each([
  ["/latest", "slash: latest()"],
  ["/latest 5", "slash: latest(5)"],
  ["/Latest@Mujaz_Bot  5 ", "name: latest(5)"],
  ["/latest@other_bot 5", undefined],
  ["/times 08:00\n20:00", "slash: times(08:00\n20:00)"],
  ["آخر الأخبار", "words: latest()"],
  ["اخر الاخبار 10", "words: latest(10)"],
  ["آخِرُ الأخبارِ", "words: latest()"],
  ["/آخر الأخبار", "slash: latest()"],
  ["الأخبار", "words: latest()"],
  ["موجز", "words: digest()"],
  ["/موجز", "slash: digest()"],
  ["موجز الأنباء", undefined],
  ["بحث أسعار النفط", "words: search(أسعار النفط)"],
  ["ابحث عن أسعار النفط", "words: search(أسعار النفط)"],
  ["بحث", "words: search()"],
  ["بحثت عنك", undefined],
  ["اشتراك", "words: subscribe()"],
  ["إلغاء الاشتراك", "words: unsubscribe()"],
  ["الغاء الإشتراك", "words: unsubscribe()"],
  ["الإعدادات", "words: settings()"],
  ["الاعدادات", "words: settings()"],
  ["مساعدة", "words: help()"],
  ["مساعده", "words: help()"],
  ["احذف بياناتي", "words: forget()"],
  ["إضافة مصدر https://a.example/x", "words: addsource(https://a.example/x)"],
  ["أضف مصدرًا", "words: addsource()"],
  ["حذف مصدر manar", "words: removesource(manar)"],
  ["إضافة مصدر جديد للطاقة", undefined],
  ["@mujaz_bot موجز", "name: digest()"],
  ["موجز @mujaz_bot", "name: digest()"],
  ["@mujaz_bottom موجز", undefined],
  ["صباح الخير", undefined],
  ["", undefined],
])("in private «%s» is %s", (text, expected) => expect(wish(text)).toBe(expected));

test.each([
  ["آخر الأخبار", "words: latest()"],
  ["موجز", "words: digest()"],
  ["بحث أسعار النفط", "words: search(أسعار النفط)"],
  ["اشتراك", "words: subscribe()"],
  ["إلغاء الاشتراك", "words: unsubscribe()"],
  ["الإعدادات", "words: settings()"],
  ["مساعدة", "words: help()"],
  ["الأخبار", undefined],
  ["تابع ما أقول", undefined],
  ["/تابع كأس العالم", "slash: follow(كأس العالم)"],
  ["@mujaz_bot تابع كأس العالم", "name: follow(كأس العالم)"],
  ["بحث نشرته الجامعة أمس في مجلة علمية محكمة", undefined],
])("among people «%s» is %s", (text, expected) => expect(wish(text, false)).toBe(expected));

test("every command has Arabic words", () => {
  const commands = allFeatures({} as BotDeps).flatMap((feature) => feature.commands ?? []);
  const said = new Set(
    PHRASES.filter(({ phrases }) => /\p{Script=Arabic}/u.test(phrases[0] ?? "")).map(({ command }) => command),
  );
  expect(commands.map(({ name }) => name).filter((name) => !said.has(name))).toEqual([]);
});

test("the argument is what was written, word for word but for invisible marks, and no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (text, isPrivate) => {
      parseWish(text, BOT, isPrivate);
      const words = cleanText(text)
        .split(/\s+/)
        .filter((word) => word !== "" && !word.startsWith("@"));
      fc.pre(words.length > 0);
      expect(parseWish(`/search ${words.join(" ")}`, BOT, isPrivate)?.argument).toBe(words.join(" "));
    }),
  );
});
