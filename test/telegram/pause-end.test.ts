import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS, wallClock } from "../../src/lib/time.ts";
import { parsePauseEnd } from "../../src/telegram/pause-end.ts";

/** Monday, 23 November 2026, 23:30 in Riyadh. */
const NOW = Date.UTC(2026, 10, 23, 20, 30);
const ZONE = "Asia/Riyadh";

test.each([
  ["2026-11-30", "2026-11-30"],
  ["٢٠٢٦-١١-٣٠", "2026-11-30"],
  ["حتى 30/11/2026", "2026-11-30"],
  ["30/11", "2026-11-30"],
  ["1.2", "2027-02-01"],
  ["23/11", "2027-11-23"],
  ["غدًا", "2026-11-24"],
  ["tomorrow", "2026-11-24"],
  ["يوم", "2026-11-24"],
  ["يومين", "2026-11-25"],
  ["3 أيام", "2026-11-26"],
  ["لمدة ٣ أيام", "2026-11-26"],
  ["3days", "2026-11-26"],
  ["أسبوع", "2026-11-30"],
  ["أسبوعين", "2026-12-07"],
  ["2 weeks", "2026-12-07"],
  ["شهر", "2026-12-23"],
  ["سنة", "2027-11-23"],
  ["حتي غد", "2026-11-24"],
  ["الى يوم الجمعة", "2026-11-27"],
  ["الاثنين", "2026-11-30"],
  ["until friday", "2026-11-27"],
  ["حتى 1 ديسمبر", "2026-12-01"],
  ["١ كانون الثاني", "2027-01-01"],
  ["31 January 2028", "2028-01-31"],
  ["ثلاثة أيام", "2026-11-26"],
  ["لمدة عشرة أيام", "2026-12-03"],
  ["أسبوع واحد", "2026-11-30"],
  ["نهاية الشهر", "2026-12-01"],
  ["حتى آخر العام", "2027-01-01"],
  ["حتى الجمعة القادمة", "2026-11-27"],
  ["حتى الأحد المقبل", "2026-11-29"],
  ["until next friday", "2026-11-27"],
  ["for a week", "2026-11-30"],
  ["for one month", "2026-12-23"],
  ["until the end of the month", "2026-12-01"],
  ["end of this year", "2027-01-01"],
  ["until December 1", "2026-12-01"],
  ["January 31, 2028", "2028-01-31"],
  ["حتى ديسمبر", "2026-12-01"],
  ["حتى شهر نوفمبر", "2027-11-01"],
  ["29 فبراير", "2028-02-29"],
])("«%s» ends at the beginning of %s on the chat's clock", (text, expected) => {
  const at = parsePauseEnd(text, ZONE, NOW) ?? 0;
  const { year, month, day, hour, minute } = wallClock(at, ZONE);
  const two = (value: number) => String(value).padStart(2, "0");
  expect([`${year}-${two(month)}-${two(day)}`, hour, minute]).toEqual([expected, 0, 0]);
});

test.each([
  "",
  "2026-11-23",
  "2020-01-01",
  "30/2/2027",
  "حتى 31 فبراير",
  "29/2/2027",
  "2026-13-01",
  "0 days",
  "3 ساعات",
  "999 months",
  "حين ميسرة",
  "النصر",
  "بيروت",
  "نهاية الحرب",
  "30 فبراير",
  "5",
  "-3 days",
])("«%s» is no end", (text) => expect(parsePauseEnd(text, ZONE, NOW)).toBeUndefined());

test("whatever is typed, the end is still to come and at most ten years away", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(400), fc.constantFrom("يوم", "أسابيع", "months")).map(([count, unit]) => `${count} ${unit}`),
    fc.tuple(fc.nat(40), fc.nat(14)).map(([day, month]) => `${day}/${month}`),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(ZONE, "Africa/Cairo", "America/Sao_Paulo", "UTC"), (text, zone) => {
      const at = parsePauseEnd(text, zone, NOW);
      if (at !== undefined) expect(at > NOW && at <= NOW + 3660 * DAY_MS).toBe(true);
    }),
  );
});
