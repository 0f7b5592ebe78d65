import fc from "fast-check";
import { expect, test } from "vitest";
import { encodePress, fitsPress, parsePress } from "../../src/telegram/callback-codec.ts";

const actions = fc.stringMatching(/^[a-z]{1,12}$/);
const argumentsOfAll = fc.oneof(
  fc.string({ unit: "binary", maxLength: 70 }),
  fc.constantFrom("", "Africa/Cairo", "أسعار النفط", "a|b|c", "😀".repeat(20)),
);

test("what fits comes back as it was, within 64 bytes; what does not fit throws", () => {
  fc.assert(
    fc.property(actions, argumentsOfAll, (action, argument) => {
      if (!fitsPress(action, argument)) {
        expect(() => encodePress(action, argument)).toThrow(RangeError);
        return;
      }
      const data = encodePress(action, argument);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      expect(parsePress(Buffer.from(data).toString())).toEqual({ action, argument });
    }),
    { numRuns: 500 },
  );
});

test("any data at all is read without a throw, and only data of ours as ours", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (data) => {
      const press = parsePress(data);
      if (press !== undefined) expect(encodePressUnbounded(press)).toBe(data);
    }),
  );
});

const encodePressUnbounded = ({ action, argument }: { action: string; argument: string }) => `1|${action}|${argument}`;

test.each(["", "1", "1|", "1|hour", "2|hour|08:00", "|hour|", "1|Hour|08:00", "1|ho ur|", "hour|08:00"])(
  "«%s» is none of ours",
  (data) => expect(parsePress(data)).toBeUndefined(),
);

test("31 Arabic letters do not fit beside an action, 28 do", () => {
  expect(fitsPress("search", "ب".repeat(27))).toBe(true);
  expect(fitsPress("search", "ب".repeat(28))).toBe(false);
});
