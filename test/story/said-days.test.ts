import fc from "fast-check";
import { expect, test } from "vitest";
import { tokens } from "../../src/lib/arabic/tokens.ts";
import { saidDays } from "../../src/story/said-days.ts";

/** A Wednesday, at noon where it is read. */
const WEDNESDAY = Date.UTC(2026, 10, 25, 9);
const [SUNDAY, MONDAY, TUESDAY, WEDNESDAY_BIT, THURSDAY] = [1, 2, 4, 8, 16];
const days = (text: string, at = WEDNESDAY) => saidDays(tokens(text), at);

test.each([
  { text: "انهار جسر في مدينة ساحلية الاثنين", is: MONDAY },
  { text: "انهار جسر في مدينة ساحلية يوم الأحد الماضي", is: SUNDAY },
  { text: "وبالثلاثاء انتهت المهلة", is: TUESDAY },
  { text: "انهار الجسر اليوم", is: WEDNESDAY_BIT },
  { text: "انهار الجسر أمس", is: TUESDAY },
  { text: "انهار الجسر أمس الثلاثاء", is: TUESDAY },
  { text: "انهار الجسر اليوم الأربعاء", is: WEDNESDAY_BIT },
  { text: "يجتمعون الخميس بعد محادثات الاثنين", is: MONDAY | THURSDAY },
  { text: "انهار جسر خلال سبت بلا أعمال وخميس من الأسماء", is: 0 },
  { text: "انهار الجسر", is: 0 },
])("«$text» names its days", ({ text, is }) => expect(days(text)).toBe(is));

test("«اليوم» is the day on which the article was published, of the newsroom and not of UTC", () => {
  expect(days("انهار الجسر اليوم", Date.UTC(2026, 10, 25, 22))).toBe(THURSDAY);
  expect(days("انهار الجسر أمس", Date.UTC(2026, 10, 22, 6))).toBe(64);
});

test("any words at any time name seven days at most", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.integer(), (words, at) => {
      expect(saidDays([...words, "اليوم"], at)).toBeLessThan(128);
      expect(saidDays([...words, "اليوم"], at)).toBeGreaterThan(0);
    }),
  );
});
