import fc from "fast-check";
import { expect, test } from "vitest";
import { createPlaces } from "../../src/jobs/places.ts";
import { privateChat } from "./outbox-world.ts";

test("a place that is kept is nobody's edition, and is given up only where it was kept", () => {
  const places = createPlaces<string>();
  expect([places.reserve(privateChat(1)), places.reserve(privateChat(1))]).toEqual([true, false]);
  expect([places.of(privateChat(1)), places.count()]).toEqual([undefined, 0]);
  places.unreserve(privateChat(1));
  expect(places.reserve(privateChat(1))).toBe(true);
  places.give(privateChat(1), "edition");
  places.unreserve(privateChat(1));
  expect([places.of(privateChat(1)), places.reserve(privateChat(1))]).toEqual(["edition", false]);
});

const step = fc.record({
  what: fc.constantFrom("give", "free", "move", "reserve", "unreserve", "freeAll", "end"),
  chatId: fc.integer({ min: -3, max: 3 }),
  other: fc.integer({ min: -3, max: 3 }),
  edition: fc.constantFrom("a", "b", "c", "d"),
});

test("whatever is given, freed, moved and ended, each chat has what it was given last", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const places = createPlaces<string>();
      const model = new Map<number, string>();
      for (const { what, chatId, other, edition } of steps) {
        const recipient = privateChat(chatId);
        if (what === "give") places.give(recipient, edition);
        if (what === "give") model.set(chatId, edition);
        if (what === "free") places.free(recipient);
        if (what === "free") model.delete(chatId);
        if (what === "move" && chatId !== other) {
          places.move(recipient, privateChat(other));
          const moved = model.get(chatId);
          model.delete(chatId);
          if (moved === undefined) model.delete(other);
          else model.set(other, moved);
        }
        if (what === "reserve") {
          expect(places.reserve(recipient)).toBe(!model.has(chatId));
          if (!model.has(chatId)) model.set(chatId, "kept");
        }
        if (what === "unreserve") places.unreserve(recipient);
        if (what === "unreserve" && model.get(chatId) === "kept") model.delete(chatId);
        if (what === "freeAll" || what === "end") {
          places.freeAll(edition);
          for (const [id, given] of model) if (given === edition) model.delete(id);
        }
        if (what === "end") places.forget(edition); // its number goes to another
        for (let id = -3; id <= 3; id++) {
          const given = model.get(id);
          expect(places.of(privateChat(id))).toBe(given === "kept" ? undefined : given);
        }
        expect(places.count()).toBe([...model.values()].filter((given) => given !== "kept").length);
      }
    }),
  );
});
