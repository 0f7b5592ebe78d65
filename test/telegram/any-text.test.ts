import fc from "fast-check";
import { expect, test } from "vitest";
import { card, source } from "../fakes/desks.ts";
import { type Bed, GROUP, MEMBER, OPERATOR, READER, startBed } from "./bed.ts";

const COMMANDS = [
  "latest",
  "search",
  "digest",
  "subscribe",
  "unsubscribe",
  "times",
  "timezone",
  "settings",
  "follow",
  "mute",
  "pause",
  "resume",
  "sources",
  "help",
  "privacy",
  "forget",
  "start",
  "addsource",
  "testsource",
  "removesource",
];
const PHRASES = [
  "آخر الأخبار",
  "بحث",
  "بحث عن",
  "متابعة",
  "كتم",
  "المواعيد",
  "التوقيت",
  "إيقاف مؤقت",
  "اشتراك",
  "موجز",
];

/**
 * What people may type: letters of both directions, signs of two units, marks that turn lines,
 * markup, digits, spaces of all kinds.
 */
const typed = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          "نفط",
          "القمّة",
          "١٢",
          "8:30",
          "ص",
          "م",
          "مساءً",
          "و",
          "oil",
          "Cairo",
          "2027-01-31",
          "3 أيام",
        ),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom("<b>", "&amp;", "</a>", "{ $x }", "«", "»", "|", "\\", '"', "%s", "__proto__"),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom("\u200f", "\u202e", "\u2068", "\u2069", "\u2028", "\u0000", "\u200d", "\ufeff", "ـ"),
      },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
      { weight: 1, arbitrary: fc.constantFrom("🗞️", "👩‍👩‍👧", "𝔸", "e\u0301") },
      { weight: 1, arbitrary: fc.constantFrom("س".repeat(300), "🗞".repeat(150), "word ".repeat(100)) },
    ),
    { maxLength: 12 },
  )
  .chain((parts) => fc.constantFrom(" ", "", "\n").map((between) => parts.join(between).slice(0, 3900).toWellFormed()));

const message = fc.oneof(
  typed,
  fc.tuple(fc.constantFrom(...COMMANDS), typed).map(([name, rest]) => `/${name} ${rest}`),
  fc.tuple(fc.constantFrom(...PHRASES), typed).map(([phrase, rest]) => `${phrase} ${rest}`),
);

async function furnished(): Promise<Bed> {
  const bed = await startBed();
  bed.news.cards = [card("افتتاح الجسر"), card("oil")];
  bed.news.suggestion = "القمة العربية";
  bed.sources.known.set("manar", { source: source("manar"), poll: undefined });
  bed.sources.finds({ candidates: [source("manar")], headlineCount: 3, preview: [card("oil")] });
  return bed;
}

/** What went wrong, in the log's words. */
const faults = (bed: Bed) => bed.log.lines.filter((line) => /^(?:error|warn)/.test(line));

test("whatever a person writes in private is answered, by Telegram's rules, and nothing fails", async () => {
  const bed = await furnished();
  await fc.assert(
    fc.asyncProperty(message, fc.constantFrom(READER, OPERATOR), async (text, userId) => {
      fc.pre(text.trim() !== "");
      const told = await bed.say(text, { userId });
      expect(faults(bed)).toEqual([]);
      const isDigest = bed.digests.acts.some(([act]) => act === "now");
      bed.digests.acts.length = 0;
      if (!isDigest) expect(told.length).toBeGreaterThan(0);
      expect(told.filter((answer) => !answer.isWellFormed())).toEqual([]);
    }),
    { numRuns: 250 },
  );
}, 60_000);

test("whatever data a button brings is answered, and nothing fails", async () => {
  const bed = await furnished();
  await bed.say("/start");
  const actions = [
    "hour",
    "hours",
    "zone",
    "zones",
    "region",
    "regions",
    "set",
    "search",
    "latest",
    "subscribe",
    "forget",
    "unfollow",
    "unmute",
    "add",
    "keep",
  ];
  const data = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc
      .tuple(fc.constantFrom(...actions), typed)
      .map(([action, rest]) => `1|${action}|${rest.slice(0, 30).toWellFormed()}`),
  );
  await fc.assert(
    fc.asyncProperty(data, async (pressed) => {
      await bed.forge(pressed);
      expect(faults(bed)).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("whatever a member of a group says changes nothing", async () => {
  const bed = await furnished();
  await fc.assert(
    fc.asyncProperty(message, async (text) => {
      await bed.say(text, { chatId: GROUP, userId: MEMBER });
      expect(bed.digests.stored.size).toBe(0);
      expect(bed.digests.acts).toEqual([]);
      expect(faults(bed)).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 60_000);
