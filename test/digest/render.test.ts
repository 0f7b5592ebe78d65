import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHtml } from "../../src/demo/html-parser.ts";
import type { StoryCard } from "../../src/digest/card.ts";
import { packBlocks } from "../../src/digest/pack.ts";
import { type RenderOptions, renderDigest } from "../../src/digest/render.ts";
import { createTranslate } from "../../src/lib/messages.ts";

const NOW = Date.UTC(2026, 10, 23, 12, 0);
const localeOf = (name: string) =>
  createTranslate(name, readFileSync(join(import.meta.dirname, `../../locales/${name}.ftl`), "utf8"));
const ar: RenderOptions & { slotAt: number } = {
  translate: localeOf("ar"),
  locale: "ar",
  timeZone: "Asia/Riyadh",
  digits: "latn",
  layout: "full",
  now: NOW,
  slotAt: NOW,
};

const card: StoryCard = {
  storyId: "s",
  title: "المجلس البلدي يقر خطة النقل الجديدة",
  url: "https://marfa.example/a/1",
  sourceName: "Marfa News",
  publishedAt: NOW - 2 * 3_600_000,
  summary: "أقر المجلس البلدي خطة النقل بعد نقاش دام ساعتين.",
  summaryMethod: "extractive",
  bodyFrom: "page",
  alsoCoveredBy: [{ url: "https://b.example/2", title: "خطة النقل", sourceName: "السنابل" }],
  related: [{ url: "https://marfa.example/a/2", title: "محطات جديدة" }],
  background: [{ url: "https://marfa.example/a/0", title: "بداية المشروع" }],
};

const textOf = (html: string) => html.replace(/<[^>]*>/g, "");

test("a digest has the date, a linked headline, source and age, and the three kinds of links apart", () => {
  const [message] = packBlocks(renderDigest([card], ar)) as [string];
  expect(textOf(message)).toContain("الاثنين، 23 نوفمبر 2026");
  expect(message).toContain('<b><a href="https://marfa.example/a/1">المجلس البلدي يقر خطة النقل الجديدة</a></b>');
  expect(textOf(message)).toContain("قبل ساعتين");
  const labels = ["also-covered-by", "background", "related-links"].map((key) => ar.translate(key));
  const order = labels.map((label) => message.indexOf(label));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order[0]).toBeGreaterThan(0);
});

test("a Latin name in an Arabic line stands between isolates, and every line begins with a right-to-left mark", () => {
  const [message] = packBlocks(renderDigest([card], ar)) as [string];
  expect(message).toContain("\u2068Marfa News\u2069");
  for (const line of message.split("\n").filter((text) => text !== "")) expect(line.startsWith("\u200f")).toBe(true);
  expect(message).not.toMatch(/[\u202a-\u202e]|[\u200e\u200f]{2}/);
});

test("the chat's digits are used throughout", () => {
  const [message] = packBlocks(
    renderDigest([{ ...card, publishedAt: NOW - 5 * 3_600_000 }], { ...ar, digits: "arab" }),
  ) as [string];
  expect(textOf(message)).toContain("٢٣ نوفمبر ٢٠٢٦");
  expect(textOf(message)).toContain("٥");
  expect(textOf(message).replace(/https?:\S+/g, "")).not.toMatch(/[0-9]/);
});

test.each([
  { locale: "ar", label: "متابعات الخبر:" },
  { locale: "en", label: "What followed:" },
])(
  "follow-ups stand under their story with a label of their own ($locale), also where only headlines are shown",
  ({ locale, label }) => {
    const followUps = [{ url: "https://a.example/9", title: "المجلس يبدأ تنفيذ الخطة" }];
    for (const layout of ["full", "headlines"] as const) {
      const options = { ...ar, locale, layout, translate: localeOf(locale) };
      const message = packBlocks(renderDigest([{ ...card, followUps }], options)).join("\n");
      expect(message).toContain(label);
      expect(message).toContain('<a href="https://a.example/9">');
      expect(packBlocks(renderDigest([card], options)).join("\n")).not.toContain(label);
    }
  },
);

test("a sentence of another outlet stands behind the summary with that outlet's name", () => {
  const addition = { text: "وتبلغ كلفة الخطة 90 مليونا.", sourceName: "صحيفة السنابل" };
  const [message] = packBlocks(renderDigest([{ ...card, addition }], ar)) as [string];
  expect(message).toContain(
    "أقر المجلس البلدي خطة النقل بعد نقاش دام ساعتين. وتبلغ كلفة الخطة 90 مليونا. (صحيفة السنابل)",
  );
});

test("text from the feed and a model's summary are marked as such", () => {
  const [message] = packBlocks(renderDigest([{ ...card, bodyFrom: "feed", summaryMethod: "model" }], ar)) as [string];
  expect(message).toContain("خلاصة الموقع");
  expect(message).toContain("ملخّص آلي");
});

test("English is complete and keeps its own direction", () => {
  const [message] = packBlocks(renderDigest([card], { ...ar, locale: "en", translate: localeOf("en") })) as [string];
  expect(textOf(message).replace(/[\u2068\u2069]/g, "")).toContain("2 hours ago");
  expect(message.startsWith("\u200f")).toBe(false);
});

const nasty = fc.constantFrom(
  ..."<>&\"'",
  "\u202a",
  "\u202e",
  "\u2028",
  "\u2066",
  "\u2069",
  "\ud83d",
  "\udc00",
  "👩‍👩‍👧‍👦",
  "</a>",
  "<b>",
  "&amp;",
  "&#x27;",
  " ",
  "\n",
  "خبر",
  "\u0000",
  "A",
);
const headline = fc.oneof(
  fc.array(nasty, { maxLength: 30 }).map((parts) => parts.join("")),
  fc.constantFrom("ا".repeat(5000), "x".repeat(5000), " ".repeat(300), "", "\u200f\u200f\u200f", "😀".repeat(2500)),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('https://a.example/"><b>', "javascript:alert(1)", `https://a.example/${"ب".repeat(3000)}`),
);
const link = fc.record({ url, title: headline, sourceName: headline });
const anyCard = fc.record({
  storyId: fc.constant("s"),
  title: headline,
  url,
  sourceName: headline,
  publishedAt: fc.integer({ min: 0, max: NOW + 1e9 }),
  summary: headline,
  summaryMethod: fc.constantFrom("extractive" as const, "model" as const),
  bodyFrom: fc.constantFrom("page" as const, "feed" as const),
  alsoCoveredBy: fc.array(link, { maxLength: 6 }),
  related: fc.array(link, { maxLength: 6 }),
  background: fc.array(link, { maxLength: 3 }),
});

test("no headline, summary, name or address can break a message or leave Telegram's limits", () => {
  fc.assert(
    fc.property(fc.array(anyCard, { minLength: 1, maxLength: 12 }), fc.constantFrom("ar", "en"), (cards, locale) => {
      for (const message of packBlocks(renderDigest(cards, { ...ar, locale }))) {
        const parsed = parseHtml(message);
        expect(parsed).toHaveProperty("text");
        const { text, entities } = parsed as { text: string; entities: readonly { type: string; url?: string }[] };
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(text.trim()).not.toBe("");
        expect(Buffer.byteLength(message)).toBeLessThanOrEqual(32_768);
        expect(entities.length).toBeLessThanOrEqual(100);
        expect(text.isWellFormed()).toBe(true);
        expect(message).not.toMatch(/[\u202a-\u202e\u2028\u2029]/);
        for (const entity of entities) if (entity.type === "text_link") expect(entity.url).toMatch(/^https?:\/\//);
      }
    }),
    { numRuns: 150 },
  );
});
