import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHtml } from "../../src/demo/html-parser.ts";
import { cleanText } from "../../src/demo/text-cleaning.ts";
import {
  type Direction,
  directionOf,
  oneLine,
  readingDirection,
  renderLine,
  renderLink,
  renderParagraph,
  renderRun,
} from "../../src/digest/line.ts";
import { plainText } from "../../src/lib/html.ts";

const [LRM, RLM, FSI, PDI] = ["\u200e", "\u200f", "\u2068", "\u2069"];

test.each<[text: string, direction: Direction | undefined, why: string]>([
  ["المجلس يقر الخطة", "rtl", "Arabic"],
  ["iPhone 17 في الأسواق", "rtl", "an Arabic sentence that begins with a Latin name"],
  ["Apple تعلن عن iPhone 17 Pro Max", "rtl", "an Arabic sentence with more Latin words than Arabic ones"],
  ["BBC عربي", "rtl", "a name in both scripts"],
  ["الأمم المتحدة: UN", "rtl", "an abbreviation at the end"],
  ["Council approves plan", "ltr", "English"],
  ["Al Jazeera (الجزيرة) wins a prize", "ltr", "an English sentence with an Arabic word"],
  ["ראש הממשלה", "rtl", "Hebrew"],
  ["2026 — 12:00 !", undefined, "no letters"],
  ["", undefined, "nothing"],
])("«%s» is read %s: %s", (text, direction) => {
  expect(readingDirection(text)).toBe(direction);
});

test.each([
  ["ar", "rtl"],
  ["ar-EG", "rtl"],
  ["en", "ltr"],
  ["arn", "ltr"], // Mapudungun is no Arabic
])("lines in %s run %s", (locale, direction) => {
  expect(directionOf(locale)).toBe(direction);
});

test.each([
  { text: "السنابل", direction: "rtl", html: "السنابل", why: "nothing foreign in it" },
  { text: "Marfa News", direction: "rtl", html: `${FSI}Marfa News${PDI}`, why: "foreign" },
  { text: "Marfa News", direction: "ltr", html: "Marfa News", why: "at home" },
  { text: "السنابل", direction: "ltr", html: `${FSI}السنابل${PDI}`, why: "foreign" },
  {
    text: "CNN بالعربية",
    direction: "rtl",
    html: `${FSI}${RLM}CNN بالعربية${PDI}`,
    why: "Arabic, but begins as if it were not",
  },
  {
    text: "CNN بالعربية",
    direction: "ltr",
    html: `${FSI}${RLM}CNN بالعربية${PDI}`,
    why: "Arabic, but begins as if it were not",
  },
  { text: "«24»", direction: "rtl", html: "«24»", why: "without letters" },
  { text: "A & <B>", direction: "rtl", html: `${FSI}A &amp; &lt;B&gt;${PDI}`, why: "escaped" },
] as const)("in a line that runs $direction «$text» is $html: $why", ({ text, direction, html }) => {
  expect(renderRun(text, direction)).toBe(html);
});

test.each([
  {
    text: "قالت Apple إنها توافق.",
    direction: "ltr",
    html: `${RLM}قالت Apple إنها توافق.`,
    why: "an Arabic paragraph in a digest in English",
  },
  {
    text: "Apple توافق على الخطة.",
    direction: "rtl",
    html: `${RLM}Apple توافق على الخطة.`,
    why: "begins with a Latin name",
  },
  {
    text: "They agree.",
    direction: "rtl",
    html: `${RLM}${FSI}They agree.${PDI}`,
    why: "the full stop stays at the end of the sentence",
  },
  { text: "They agree.", direction: "ltr", html: "They agree.", why: "needs nothing" },
] as const)("a paragraph «$text» in a digest that runs $direction: $why", ({ text, direction, html }) => {
  expect(renderParagraph(text, direction)).toBe(html);
});

test.each([
  { url: "https://a.example/x?a=1&b=2", href: "https://a.example/x?a=1&amp;b=2" },
  { url: "http://a.example", href: "http://a.example/" },
  { url: 'https://a.example/"><b>', href: "https://a.example/%22%3E%3Cb%3E" },
  { url: "https://a.example/\u2068x", href: "https://a.example/%E2%81%A8x" },
  { url: "javascript:alert(1)", href: null },
  { url: "tg://user?id=1", href: null },
  { url: "/relative", href: null },
  { url: "", href: null },
  { url: `https://a.example/${"x".repeat(3000)}`, href: null },
])("the address «$url» is linked as $href", ({ url, href }) => {
  expect(renderLink("خبر", url, "rtl")).toBe(href === null ? "خبر" : `<a href="${href}">خبر</a>`);
});

test.each([
  ["  خبر\n\tعاجل  ", 50, "خبر عاجل"],
  ["\u202eخبر\u200f \u2066عاجل", 50, "خبر عاجل"],
  ["واحد اثنان ثلاثة", 12, "واحد اثنان…"],
  ["ا".repeat(20), 10, `${"ا".repeat(9)}…`],
  ["😀".repeat(20), 10, `${"😀".repeat(4)}…`],
  ["\u200f\u200f", 10, ""],
  ["قال الوزير ، في بيان ؛ ماذا بعد ؟", 50, "قال الوزير، في بيان؛ ماذا بعد؟"],
  ["«بحث …» ،ثم", 50, "«بحث …» ،ثم"],
  ["قالت #كوريا_الجنوبية إنها وافقت", 50, "قالت كوريا الجنوبية إنها وافقت"],
  ["#غزة#القدس: بيان", 50, "غزة القدس: بيان"],
  ["لغة C# والمركز #1 و&#1;", 50, "لغة C# والمركز #1 و&#1;"],
])("«%s» on one line of %d units is «%s»", (text, units, line) => {
  expect(oneLine(text, units)).toBe(line);
});

const letters = fc.constantFrom(
  ..."ابتAbC12 .،؟«»()<&#_\ufffd",
  "👩‍👩‍👧",
  "\u200f",
  "\u200e",
  "\u202b",
  "\u2067",
  "\u2069",
  "\ud83d",
  "\n",
  "ُ",
);
const anyText = fc.string({ unit: letters, maxLength: 60 });
const directions = fc.constantFrom("rtl" as const, "ltr" as const);

test("a line never grows over its limit, is one line, and cutting it again changes nothing", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, units) => {
      const line = oneLine(text, units);
      expect(line.length).toBeLessThanOrEqual(units);
      expect(line).not.toMatch(/\n|^\s|\s$/);
      expect(line.isWellFormed()).toBe(true);
      expect(oneLine(line, units)).toBe(line);
    }),
  );
});

test("isolates are balanced, marks never stand side by side, and Telegram takes the line as it is", () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), directions, (texts, direction) => {
      const runs = texts.map((text) => renderRun(oneLine(text, 30), direction));
      const html = renderLine(`1. <b>${runs.join("، ")}</b>`, direction);
      const parsed = parseHtml(html);
      const { text } = parsed as { text: string };
      let depth = 0;
      for (const letter of text) {
        if (letter === FSI) depth++;
        if (letter === PDI) depth--;
        expect(depth === 0 || depth === 1).toBe(true);
      }
      expect(depth).toBe(0);
      expect(text).not.toMatch(/[\u200e\u200f]{2}|[\u202a-\u202e\u2066\u2067]/);
      expect(cleanText({ text: `${text}.`, entities: [] }).text).toBe(`${text}.`);
      expect(plainText(html)).toBe(text);
    }),
  );
});

test("every Arabic line begins with the right-to-left mark, and one in English that has Arabic in it with the other", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const run = (direction: "rtl" | "ltr") => renderLine(renderRun(oneLine(text, 30), direction), direction);
      expect(run("rtl").startsWith(RLM as string)).toBe(true);
      expect(run("ltr").startsWith(LRM as string)).toBe(/\p{Script=Arabic}/u.test(run("ltr")));
    }),
  );
});
