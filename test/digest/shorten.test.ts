import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHtml } from "../../src/demo/html-parser.ts";
import type { StoryCard } from "../../src/digest/card.ts";
import { fits, measureBlock, packBlocks } from "../../src/digest/pack.ts";
import { type RenderOptions, renderCards, renderTitle } from "../../src/digest/render.ts";
import { createTranslate } from "../../src/lib/messages.ts";

const NOW = Date.UTC(2026, 10, 23, 12, 0);
const options: RenderOptions = {
  translate: createTranslate("ar", readFileSync(join(import.meta.dirname, "../../locales/ar.ftl"), "utf8")),
  locale: "ar",
  timeZone: "Asia/Riyadh",
  digits: "latn",
  layout: "full",
  now: NOW,
};
const link = (number: number, title = `خبر ذو صلة رقم ${number}`) => ({ url: `https://a.example/${number}`, title });
const card: StoryCard = {
  storyId: "s",
  title: "المجلس يقر خطة النقل",
  url: "https://a.example/0",
  sourceName: "المرفأ",
  publishedAt: NOW,
  summary: "أقر المجلس الخطة.",
  summaryMethod: "extractive",
  bodyFrom: "page",
  alsoCoveredBy: [],
  related: [],
  background: [],
};
const render = (changes: Partial<StoryCard>, layout: RenderOptions["layout"] = "full") => {
  const [block] = renderCards([{ ...card, ...changes }], { ...options, layout });
  return (block as NonNullable<typeof block>).html;
};

test("a summary of a few lines stands as it is, a long one is folded", () => {
  expect(render({})).not.toContain("blockquote");
  const long = render({ summary: "أقر المجلس البلدي خطة النقل الجديدة بعد نقاش طويل. ".repeat(8) });
  expect(long).toMatch(/<blockquote expandable>[^<]+<\/blockquote>/);
});

test("a long headline is cut at a word, with «…», and keeps its link", () => {
  const html = render({ title: "كلمة ".repeat(500) });
  expect(html).toMatch(/<a href="https:\/\/a\.example\/0">(?:كلمة )+كلمة…<\/a>/);
  expect(measureBlock(html.split("\n")[0] as string).units).toBeLessThanOrEqual(310);
});

test("what is least missed goes first: links of the page, then other outlets, then the summary, never the headline", () => {
  const related = Array.from({ length: 60 }, (_, number) => link(number));
  const outlets = (count: number) =>
    Array.from({ length: count }, (_, number) => ({ ...link(number), sourceName: `منبر ${number}` }));
  const withoutRelated = render({ related, alsoCoveredBy: outlets(50) });
  expect(withoutRelated).not.toContain("خبر ذو صلة");
  expect(withoutRelated).toContain("منبر 49");
  const withoutOutlets = render({ related, alsoCoveredBy: outlets(120) });
  expect(withoutOutlets).not.toContain("منبر");
  expect(withoutOutlets).toContain("أقر المجلس الخطة.");
  expect(withoutOutlets).toContain(card.title);
});

test("the compact layout has headlines and outlets, no summary and no notes", () => {
  const html = render(
    { bodyFrom: "feed", related: [link(1)], alsoCoveredBy: [{ ...link(2), sourceName: "السنابل" }] },
    "headlines",
  );
  expect(html).toContain(card.title);
  expect(html).toContain("السنابل");
  expect(html).not.toMatch(/أقر المجلس الخطة|خبر ذو صلة/);
});

test("nameless outlets and links leave no empty place", () => {
  const html = render({
    sourceName: " \u200f ",
    alsoCoveredBy: [{ ...link(1), sourceName: "" }],
    related: [link(2, "\u200b")],
  });
  const { text } = parseHtml(html) as { text: string };
  expect(text.split("\n")[1]).toBe(`\u200f${options.translate("age-now")}`);
  expect(text.split("\n")).toHaveLength(3);
});

test("a title line of any length is one short line", () => {
  const block = renderTitle(`«${"بحث ".repeat(3000)}»\nسطر`, options);
  expect(fits(block)).toBe(true);
  expect(block.html).not.toContain("\n");
});

const some = <T>(value: fc.Arbitrary<T>, most: number) => fc.array(value, { maxLength: most });
const heavy = fc.constantFrom(
  "نص",
  "&".repeat(4000),
  "<b>".repeat(1000),
  '"'.repeat(2000),
  "كلمة ".repeat(900),
  "A".repeat(5000),
);
const heavyUrl = fc.constantFrom(
  "https://a.example/1",
  `https://a.example/?${"&".repeat(1900)}`,
  `https://a.example/${"%D8%A7".repeat(330)}`,
);
const heavyLink = fc.record({ url: heavyUrl, title: heavy, sourceName: heavy });

test("no card is too heavy: what is measured is what Telegram counts, and it always fits", () => {
  fc.assert(
    fc.property(
      fc.record({
        title: heavy,
        url: heavyUrl,
        sourceName: heavy,
        summary: heavy,
        alsoCoveredBy: some(heavyLink, 40),
        related: some(heavyLink, 40),
        background: some(heavyLink, 40),
      }),
      (changes) => {
        const blocks = renderCards([{ ...card, ...changes }, card], options);
        expect(blocks).toHaveLength(2);
        for (const block of blocks) {
          expect(fits(block)).toBe(true);
          const { text, entities } = parseHtml(block.html) as { text: string; entities: readonly unknown[] };
          expect({ units: block.units, entities: block.entities }).toEqual({
            units: text.length,
            entities: entities.length,
          });
          expect(block.bytes).toBe(Buffer.byteLength(block.html));
        }
        expect(packBlocks(blocks).join("\n\n")).toBe(blocks.map((block) => block.html).join("\n\n"));
      },
    ),
  );
});
