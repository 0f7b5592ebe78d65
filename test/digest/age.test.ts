import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ageText, dateText, numberText, timeText, type Wording } from "../../src/digest/age.ts";
import { createTranslate } from "../../src/lib/messages.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../src/lib/time.ts";

const NOW = Date.parse("2026-11-23T12:00:00+03:00");
const wording = (locale: "ar" | "en", digits: "latn" | "arab" = "latn", timeZone = "Asia/Riyadh"): Wording => ({
  translate: createTranslate(locale, readFileSync(join(import.meta.dirname, `../../locales/${locale}.ftl`), "utf8")),
  locale,
  timeZone,
  digits,
});
/** Without the isolates around numbers. */
const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, "");

test.each([
  { ageMs: 0, ar: "الآن", en: "now" },
  { ageMs: 59 * SECOND_MS, ar: "الآن", en: "now" },
  { ageMs: -HOUR_MS, ar: "الآن", en: "now" },
  { ageMs: MINUTE_MS, ar: "قبل دقيقة", en: "a minute ago" },
  { ageMs: 2 * MINUTE_MS, ar: "قبل دقيقتين", en: "2 minutes ago" },
  { ageMs: 3 * MINUTE_MS, ar: "قبل 3 دقائق", en: "3 minutes ago" },
  { ageMs: 11 * MINUTE_MS, ar: "قبل 11 دقيقة", en: "11 minutes ago" },
  { ageMs: HOUR_MS, ar: "قبل ساعة", en: "an hour ago" },
  { ageMs: 2 * HOUR_MS, ar: "قبل ساعتين", en: "2 hours ago" },
  { ageMs: 3 * HOUR_MS + 59 * MINUTE_MS, ar: "قبل 3 ساعات", en: "3 hours ago" },
  { ageMs: 23 * HOUR_MS, ar: "قبل 23 ساعة", en: "23 hours ago" },
  { ageMs: DAY_MS, ar: "الأحد، 22 نوفمبر", en: "Sunday, November 22" },
  { ageMs: 365 * DAY_MS, ar: "الأحد، 23 نوفمبر 2025", en: "Sunday, November 23, 2025" },
])("news of $ageMs ms ago are dated «$ar», $en", ({ ageMs, ar, en }) => {
  expect(bare(ageText(NOW - ageMs, NOW, wording("ar")))).toBe(ar);
  expect(bare(ageText(NOW - ageMs, NOW, wording("en")))).toBe(en);
});

test.each([
  { digits: "latn", zone: "Asia/Riyadh", date: "الاثنين، 23 نوفمبر 2026", time: "12:00" },
  { digits: "arab", zone: "Asia/Riyadh", date: "الاثنين، ٢٣ نوفمبر ٢٠٢٦", time: "١٢:٠٠" },
  { digits: "latn", zone: "Pacific/Auckland", date: "الاثنين، 23 نوفمبر 2026", time: "22:00" },
  { digits: "latn", zone: "Pacific/Kiritimati", date: "الاثنين، 23 نوفمبر 2026", time: "23:00" },
  { digits: "arab", zone: "America/Los_Angeles", date: "الاثنين، ٢٣ نوفمبر ٢٠٢٦", time: "٠١:٠٠" },
] as const)("in $zone with digits $digits it is «$date», $time", ({ digits, zone, date, time }) => {
  expect(dateText(NOW, wording("ar", digits, zone))).toBe(date);
  expect(timeText(NOW, wording("ar", digits, zone))).toBe(time);
});

test("years are counted as the news count them, not by the Hijri calendar", () => {
  expect(dateText(NOW, wording("ar"))).toContain("2026");
});

test("numbers have one kind of digits", () => {
  expect(numberText(1234, { digits: "latn" })).toBe("1234");
  expect(numberText(1234, { digits: "arab" })).toBe("١٢٣٤");
  expect(numberText("08:05", { digits: "arab" })).toBe("٠٨:٠٥");
});

test("no age and no date mixes digits", () => {
  const [latn, arab] = [wording("ar", "latn"), wording("ar", "arab")];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 * DAY_MS }), (ageMs) => {
      expect(ageText(NOW - ageMs, NOW, latn)).not.toMatch(/[٠-٩]/);
      expect(ageText(NOW - ageMs, NOW, arab)).not.toMatch(/[0-9]/);
    }),
  );
});
