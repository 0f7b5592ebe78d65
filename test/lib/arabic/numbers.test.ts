import { expect, test } from "vitest";
import { numbersOf } from "../../../src/lib/arabic/numbers.ts";

test.each([
  { text: "مقتل ١٢ شخصا وإصابة 7", numbers: [12, 7] },
  { text: "خمسة وعشرين قتيلا", numbers: [25] },
  { text: "خمسة عشر عاملا", numbers: [15] },
  { text: "400 ألف برميل", numbers: [400_000] },
  { text: "ثلاثة ملايين دولار", numbers: [3_000_000] },
  { text: "1,200 نازح", numbers: [1200] },
  { text: "بهدفين دون رد", numbers: [2] },
  { text: "مونديال 2026", numbers: [], why: "a year" },
  { text: "لا أرقام هنا", numbers: [] },
])("numbersOf reads «$text»", ({ text, numbers }) => expect([...numbersOf(text)]).toEqual(numbers));
