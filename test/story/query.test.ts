import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../../src/lib/time.ts";
import { CATALOGUE } from "../../src/source/catalogue.ts";
import { hasWords, parseQuery } from "../../src/story/query.ts";

const NOW = Date.UTC(2026, 10, 24);
const parse = (text: string) => {
  const { words, ...rest } = parseQuery(text, NOW);
  return { words: words.map((word) => word.term), ...rest };
};

test.each([
  { text: "أسعار النفط", words: ["سعر", "نفط"], why: "words, plurals as their singular" },
  { text: "أسعار النِّفط أسعار", words: ["سعر", "نفط"], why: "each word once, in spite of its vowels" },
  { text: "من إلى على", words: [], why: "words that every text has" },
  { text: "علي", words: ["علي"], why: "a name that looks like one of them" },
  { text: "٢٠٢٦", words: ["2026"], why: "digits of any kind" },
  { text: "-", words: [], why: "a minus alone" },
  { text: "since:yesterday", words: ["since", "yesterday"], why: "a time that is none" },
])("parseQuery finds words: $why", ({ text, words }) => expect(parse(text).words).toEqual(words));

test.each(['"مجلس الأمن"', "«مجلس الأمن»", "“مجلس الأمن”", "„مجلس الأمن“"])("%s is a phrase", (text) => {
  expect(parse(text)).toMatchObject({ words: [], phrases: [["مجلس", "امن"]], without: [] });
  expect(parse(`-${text} حرب`)).toMatchObject({ words: ["حرب"], phrases: [], without: [["مجلس", "امن"]] });
});

test("a quotation mark that is never closed is no phrase", () => {
  expect(parse('"مجلس الأمن')).toMatchObject({ words: ["مجلس", "امن"], phrases: [] });
});

test("a minus before a word excludes it, one inside a word does not", () => {
  expect(parse("نفط -ليبيا")).toMatchObject({ words: ["نفط"], without: [["ليب"]] });
  expect(parse("كوفيد-19")).toMatchObject({ words: ["كوفيد", "19"], without: [] });
});

test.each([
  { text: "since:7d", since: NOW - 7 * DAY_MS },
  { text: "since:12h", since: NOW - 12 * HOUR_MS },
  { text: "since:2w", since: NOW - 14 * DAY_MS },
  { text: "since:3", since: NOW - 3 * DAY_MS },
  { text: "منذ:٣ي", since: NOW - 3 * DAY_MS },
  { text: "\u2068منذ:3d\u2069", since: NOW - 3 * DAY_MS },
  { text: "\u200fمنذ:3d", since: NOW - 3 * DAY_MS },
  { text: "منذ:12س", since: NOW - 12 * HOUR_MS },
  { text: "since:2026-11-01", since: Date.UTC(2026, 10, 1) },
  { text: "since:9d since:2d", since: NOW - 2 * DAY_MS },
])("$text is a time", ({ text, since }) => expect(parse(`خبر ${text}`)).toMatchObject({ words: ["خبر"], since }));

test("a source is found by its id and by a part of its name in either language", () => {
  const sources = CATALOGUE.filter(({ id }) => id === "al-jazeera" || id === "bbc-arabic");
  const among = (text: string) => parseQuery(text, NOW, sources).sourceIds;
  expect(among("source:al-jazeera")).toEqual(["al-jazeera"]);
  expect(among("source:Jazeera")).toEqual(["al-jazeera", "Jazeera"]);
  expect(among("مصدر:الجزيره")).toContain("al-jazeera");
  expect(among("source:bbc مصدر:الجزيرة")).toEqual(expect.arrayContaining(["bbc-arabic", "bbc", "al-jazeera"]));
  expect(among("source:nobody")).toEqual(["nobody"]);
});

test("a query that says only where or when has no words", () => {
  expect(hasWords(parseQuery("source:bbc since:1d", NOW))).toBe(false);
  expect(hasWords(parseQuery('"مجلس الأمن"', NOW))).toBe(true);
});

test("any text is a query of bounded size", () => {
  const piece = fc.constantFrom(
    "source:",
    "منذ:",
    "-",
    '"',
    "«",
    "»",
    "نفط",
    "٣",
    "\u202e",
    "\ud800",
    " ",
    "since:9999w",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(piece, { maxLength: 60 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const query = parseQuery(text, NOW);
      expect(query.words.length).toBeLessThanOrEqual(32);
      expect(query.phrases.length + query.without.length).toBeLessThanOrEqual(64);
      expect(query.since === null || Number.isFinite(query.since)).toBe(true);
      for (const term of [...query.words.map((word) => word.term), ...query.phrases.flat(), ...query.without.flat()])
        expect(term).not.toMatch(/["\s]/);
    }),
  );
});
