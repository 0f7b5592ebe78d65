import fc from "fast-check";
import { expect, test } from "vitest";
import { slipOf } from "../../../src/lib/arabic/slip.ts";

test.each([
  { written: "الحوكمه", meant: "الحكومه", slip: 1, why: "two letters changed places" },
  { written: "الرييسس", meant: "الرييس", slip: 1, why: "a letter is doubled" },
  { written: "القانن", meant: "القاننن", slip: 1, why: "one of two is lost" },
  { written: "المفاوظات", meant: "المفاوضات", slip: 1, why: "a letter that sounds alike" },
  { written: "الرباض", meant: "الرياض", slip: 1, why: "dots of another letter" },
  { written: "موسكز", meant: "موسكو", slip: 1, why: "the next key" },
  { written: "المينا", meant: "الميناء", slip: 1, why: "the hamza at the end is lost" },
  { written: "الجامعت", meant: "الجامعه", slip: 1, why: "an ending as it is heard" },
  { written: "البرمان", meant: "البرلمان", slip: 2, why: "a letter is lost" },
  { written: "ميريكل", meant: "ميركل", slip: 2, why: "a letter too many" },
  { written: "كوفيد", meant: "كوريد", slip: 3, why: "any other letter" },
  { written: "كوفيد", meant: "كوريا", slip: undefined, why: "two other letters" },
  { written: "غزه", meant: "غزه", slip: undefined, why: "the same word" },
])("slipOf $written for $meant: $why", ({ written, meant, slip }) => expect(slipOf(written, meant)).toBe(slip));

test("slipOf knows each of the four edits, both ways, and not two", () => {
  const letters = fc.constantFrom(..."ابتثج");
  const words = fc.array(letters, { minLength: 3, maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(words, fc.nat(), letters, (word, place, letter) => {
      const at = place % word.length;
      const [head, tail] = [word.slice(0, at), word.slice(at + 1)];
      const swapped =
        head +
        word
          .slice(at, at + 2)
          .split("")
          .reverse()
          .join("") +
        word.slice(at + 2);
      for (const other of [head + tail, head + letter + tail, head + letter + word.slice(at), swapped]) {
        expect(slipOf(word, other) !== undefined).toBe(word !== other);
        expect(slipOf(other, word) !== undefined).toBe(word !== other);
      }
      expect(slipOf(word, `${word}زز`)).toBeUndefined();
    }),
  );
});
