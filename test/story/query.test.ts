import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS } from "../../src/lib/time.ts";
import { CATALOGUE } from "../../src/source/catalogue.ts";
import { hasWords, parseQuery } from "../../src/story/query.ts";

const NOW = Date.UTC(2026, 10, 24);
const parse = (text: string) => {
  const { words, without, ...rest } = parseQuery(text, NOW);
  return {
    words: words.map((word) => word.term),
    without: without.map((phrase) => phrase.map((word) => word.term)),
    ...rest,
  };
};

test.each([
  { text: "أسعار النفط", words: ["سعر", "نفط"], why: "words, plurals as their singular" },
  { text: "أسعار النِّفط أسعار", words: ["سعر", "نفط"], why: "each word once, in spite of its vowels" },
  { text: "شو صار في الغوطة", words: ["غوط"], why: "how people ask says nothing" },
  { text: "ليش", words: ["ليش"], why: "unless it is all they say" },
  { text: "من إلى على", words: [], why: "words that every text has" },
  { text: "علي", words: ["علي"], why: "a name that looks like one of them" },
  { text: "٢٠٢٦", words: ["2026"], why: "digits of any kind" },
  { text: "-", words: [], why: "a minus alone" },
  { text: "since:someday", words: ["since", "someday"], why: "a time that is none" },
  { text: "منذ:زمان", words: ["زمان"], why: "a time that is none, in Arabic" },
  { text: "منذ: الطوفان", words: ["طوف"], why: "the same behind a blank" },
  { text: "منذ:0000-99-99", words: ["0000", "99"], why: "a day that no calendar has" },
  { text: "مصدر:", words: ["مصدر"], why: "an operator of nothing" },
])("parseQuery finds words: $why", ({ text, words }) => expect(parse(text).words).toEqual(words));

test.each(['"مجلس الأمن"', "«مجلس الأمن»", "“مجلس الأمن”", "„مجلس الأمن“", '“مجلس الأمن"', '"مجلس الأمن”'])(
  "%s is a phrase",
  (text) => {
    expect(parse(text)).toMatchObject({ words: [], phrases: [["مجلس", "امن"]], without: [] });
    expect(parse(`-${text} حرب`)).toMatchObject({ words: ["حرب"], phrases: [], without: [["مجلس", "امن"]] });
  },
);

test("a source without a name is no source", () => {
  const { sourceIds, withoutSourceIds, words } = parseQuery('source:"" مصدر:«» -source:"" غزة', 0);
  expect([sourceIds, withoutSourceIds, words.map(({ form }) => form)]).toEqual([[], [], ["غزه"]]);
});

test("a quotation mark that is never closed is no phrase", () => {
  expect(parse('"مجلس الأمن')).toMatchObject({ words: ["مجلس", "امن"], phrases: [] });
});

test("a minus before a word excludes it, one inside a word does not", () => {
  expect(parse("نفط -ليبيا")).toMatchObject({ words: ["نفط"], without: [["ليب"]] });
  expect(parse("أرتميس-2")).toMatchObject({ words: ["ارتميس", "2"], without: [] });
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
  { text: "منذ:أسبوع", since: NOW - 7 * DAY_MS },
  { text: "منذ: أسبوعين", since: NOW - 14 * DAY_MS },
  { text: "منذ:3أيام", since: NOW - 3 * DAY_MS },
  { text: "منذ:٣ أيام", since: NOW - 3 * DAY_MS },
  { text: "منذ:7 أيام", since: NOW - 7 * DAY_MS },
  { text: "منذ : ثلاثة أيام", since: NOW - 3 * DAY_MS },
  { text: "منذ:«خمسة عشر يومًا»", since: NOW - 15 * DAY_MS },
  { text: "منذ:ساعتين", since: NOW - 2 * HOUR_MS },
  { text: "منذ:24 ساعة", since: NOW - 24 * HOUR_MS },
  { text: "منذ:شهر", since: NOW - 30 * DAY_MS },
  { text: "منذ:آخر أسبوع", since: NOW - 7 * DAY_MS },
  { text: "منذ:الأسبوع الماضي", since: NOW - 7 * DAY_MS },
  { text: "منذ:أمس", since: Date.UTC(2026, 10, 23) },
  { text: "منذ:اليوم", since: Date.UTC(2026, 10, 24) },
  { text: "منذ:أول أمس", since: Date.UTC(2026, 10, 22) },
  { text: "منذ:السبت", since: Date.UTC(2026, 10, 21) },
  { text: "منذ:يوم الجمعة", since: Date.UTC(2026, 10, 20) },
  { text: "منذ:٢٠٢٦-١١-٠١", since: Date.UTC(2026, 10, 1) },
  { text: "منذ:1/11/2026", since: Date.UTC(2026, 10, 1) },
  { text: "منذ:25/12", since: Date.UTC(2025, 11, 25) },
  { text: "منذ:1 نوفمبر", since: Date.UTC(2026, 10, 1) },
  { text: "منذ:٥ تشرين الأول 2026", since: Date.UTC(2026, 9, 5) },
  { text: "منذ:نوفمبر", since: Date.UTC(2026, 10, 1) },
  { text: "منذ:كانون الأول", since: Date.UTC(2025, 11, 1) },
  { text: "منذ: شهر مارس 2018", since: Date.UTC(2018, 2, 1) },
  { text: "منذ:٢٠١٨", since: Date.UTC(2018, 0, 1) },
  { text: "since:yesterday", since: Date.UTC(2026, 10, 23) },
  { text: "since: 2 weeks", since: NOW - 14 * DAY_MS },
])("$text is a time", ({ text, since }) => expect(parse(`خبر ${text}`)).toMatchObject({ words: ["خبر"], since }));

test("a source is found by its id and by a part of its name in either language", () => {
  const sources = CATALOGUE.filter(({ id }) => id === "al-jazeera" || id === "bbc-arabic");
  const among = (text: string) => parseQuery(text, NOW, sources).sourceIds;
  expect(among("source:al-jazeera")).toEqual(["al-jazeera"]);
  expect(among("source:Jazeera")).toEqual(["al-jazeera", "Jazeera"]);
  expect(among("مصدر:الجزيره")).toContain("al-jazeera");
  expect(among("source:bbc مصدر:الجزيرة")).toEqual(expect.arrayContaining(["bbc-arabic", "bbc", "al-jazeera"]));
  expect(among("source:nobody")).toEqual(["nobody"]);
  expect(among("source:-")).toEqual(["-"]); // it stands in most ids
});

const PAPERS = CATALOGUE.filter(({ id }) =>
  ["al-jazeera", "bbc-arabic", "al-quds", "al-quds-al-arabi", "sky-news-arabia"].includes(id),
);
test.each([
  { text: "مصدر: الجزيرة نفط", ids: ["al-jazeera", "الجزيرة"], why: "behind a blank" },
  { text: "المصدر:جزيرة نفط", ids: ["al-jazeera", "جزيرة"], why: "without its article" },
  { text: "مصدر:«بي بي سي» نفط", ids: ["bbc-arabic", "بي بي سي"], why: "in quotation marks" },
  { text: "نفط مصدر: بي بي سي", ids: ["bbc-arabic", "بي بي سي"], why: "in several words" },
  { text: "مصدر: بي بي سي نفط", ids: ["bbc-arabic", "بي بي سي"], why: "in several words before others" },
  { text: "مصدر:القدس نفط", ids: ["al-quds", "القدس"], why: "whole, where another name only begins like it" },
  { text: "مصدر:القدس_العربي نفط", ids: ["al-quds-al-arabi", "القدس_العربي"], why: "joined" },
])("a source is said $why: $text", ({ text, ids }) => {
  expect(parseQuery(text, NOW, PAPERS)).toMatchObject({ sourceIds: ids, withoutSourceIds: [], phrases: [] });
  expect(parseQuery(text, NOW, PAPERS).words.map((word) => word.term)).toEqual(["نفط"]);
  expect(parseQuery(text.replace(/(?=(?:ال)?مصدر)/, "-"), NOW, PAPERS)).toMatchObject({
    sourceIds: [],
    withoutSourceIds: ids,
  });
});

test("a day begins at midnight where the reader is", () => {
  expect(parseQuery("منذ:أمس", NOW, [], "Asia/Riyadh").since).toBe(Date.UTC(2026, 10, 22, 21));
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
      const words = [...query.words, ...query.without.flat()];
      for (const term of [...words.map((word) => word.term), ...query.phrases.flat()])
        expect(term).not.toMatch(/["\s]/);
    }),
  );
});
