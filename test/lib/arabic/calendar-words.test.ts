import { expect, test } from "vitest";
import * as calendar from "../../../src/lib/arabic/calendar-words.ts";
import { normalise } from "../../../src/lib/arabic/normalise.ts";

test("every word of the calendar is spelt as normalised text has it", () => {
  const words = [...calendar.MONTHS.keys(), ...calendar.HIJRI_MONTHS.keys(), ...calendar.SPAN_MS.keys()];
  for (const word of [...words, ...calendar.WEEKDAYS]) expect(normalise(word)).toBe(word);
});

test.each([
  ["الأحد 22 تشرين الثاني / نوفمبر 2026 - 14:05 بتوقيت أبو ظبي", true],
  ["أمس، الساعة 10:30 ليلاً", true],
  ["قبل 3 أشهر", true],
  ["22 نوفمبر", true],
  ["السبت", false],
  ["اليوم 12 فريقا في الملعب", false],
  ["منذ 1990 لم يفز", false],
])("«%s» says only when: %s", (line, says) => expect(calendar.saysOnlyWhen(normalise(line))).toBe(says));
