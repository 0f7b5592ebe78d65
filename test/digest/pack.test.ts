import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, type Limits, measureBlock, packBlocks, TELEGRAM_LIMITS } from "../../src/digest/pack.ts";

/** What Telegram would count, read letter by letter: nothing of the code under test. */
function measure(message: string): Limits {
  let units = 0;
  let entities = 0;
  for (let at = 0; at < message.length; at++) {
    if (message[at] === "<") {
      if (message[at + 1] !== "/") entities++;
      at = message.indexOf(">", at);
    } else {
      if (message[at] === "&") at = message.indexOf(";", at);
      units++;
    }
  }
  return { units, bytes: new TextEncoder().encode(message).length, entities };
}

const piece = fc.oneof(
  fc.constantFrom("خبر", "a", "&amp;", "&lt;", "<b>عاجل</b>", '<a href="https://a.example/ب">رابط</a>', "😀", "١٢"),
  fc.string({ unit: fc.constantFrom("ا", "ب", "x", " "), minLength: 1, maxLength: 6 }),
);
const blocks = fc.array(
  fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => measureBlock(pieces.join(""))),
  { maxLength: 12 },
);
const limits: Limits = { units: 45, bytes: 260, entities: 6 };

test("packBlocks loses nothing, keeps order and fits all three limits", () => {
  fc.assert(
    fc.property(blocks, (list) => {
      const messages = packBlocks(list, limits);
      expect(messages.flatMap((message) => message.split("\n\n"))).toEqual(list.map((block) => block.html));
      for (const message of messages) {
        const size = measure(message);
        expect(size.units).toBeLessThanOrEqual(limits.units);
        expect(size.bytes).toBeLessThanOrEqual(limits.bytes);
        expect(size.entities).toBeLessThanOrEqual(limits.entities);
      }
    }),
  );
});

test("no two neighbouring messages would have fitted into one", () => {
  fc.assert(
    fc.property(blocks, (list) => {
      const messages = packBlocks(list, limits);
      for (const [index, message] of messages.slice(1).entries()) {
        const first = message.split("\n\n")[0] as string;
        const joined = measure(`${messages[index]}\n\n${first}`);
        expect(joined.units > limits.units || joined.bytes > limits.bytes || joined.entities > limits.entities).toBe(
          true,
        );
      }
    }),
  );
});

test.each([
  { what: "units", block: { html: "x", units: 4097, bytes: 1, entities: 0 } },
  { what: "bytes", block: { html: "x", units: 1, bytes: 32_769, entities: 0 } },
  { what: "entities", block: { html: "x", units: 1, bytes: 1, entities: 101 } },
])("a block that alone exceeds Telegram's $what is refused", ({ block }: { block: Block }) => {
  expect(() => packBlocks([block], TELEGRAM_LIMITS)).toThrow(RangeError);
});

test("exactly 4096 units are one message, and one more is two", () => {
  const half = measureBlock("ا".repeat(2047));
  expect(packBlocks([half, half])).toHaveLength(1);
  expect(packBlocks([half, measureBlock("ا".repeat(2048))])).toHaveLength(2);
});
