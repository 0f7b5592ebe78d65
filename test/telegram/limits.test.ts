import { describe, expect, test } from "vitest";
import { FAILURES } from "../../src/telegram/failure-text.ts";
import { card, source } from "../fakes/desks.ts";
import { ar, NOW, OPERATOR, READER, startBed } from "./bed.ts";

// The stand-in refuses what Telegram refuses: too long a text, too large a keyboard, half a character.

describe("as much as a chat may pile up still fits into a message", () => {
  test("all the words of the longest lists, in the settings and in the lists themselves", async () => {
    const bed = await startBed();
    await bed.say("/times 08:00");
    const before = bed.digests.stored.get(`${READER}:0`);
    if (before === undefined) throw new Error("nothing is stored");
    const words = (letter: string) => Array.from({ length: 30 }, (_, index) => `${letter.repeat(75)} ${index}`);
    await bed.digests.save({ ...before, follow: words("ت"), mute: words("ك") });
    const [settings = ""] = await bed.say("/settings");
    expect(settings).toContain(`${"ت".repeat(75)} 0`);
    expect(settings).toContain(`${"ك".repeat(75)} 0`);
    expect(settings).toContain(ar("settings-press"));
    await bed.press("English");
    expect(bed.last().text).toContain("Press a button");
    expect(await bed.say("/follow")).toEqual([expect.stringContaining("These words are followed")]);
    expect(await bed.say("/mute")).toEqual([expect.stringContaining("muted")]);
    expect(bed.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  test.each(Object.keys(FAILURES))("a hundred sources with long names that all fail: %s", async (failure) => {
    const bed = await startBed();
    for (let index = 0; index < 100; index++) {
      const id = `${"a-long-name-of-a-site-".repeat(3)}${index}`;
      const name = "صحيفة ".repeat(20);
      const poll = {
        sourceId: id,
        etag: null,
        lastModified: null,
        bodyHash: null,
        checkedAt: NOW - 3 * 86_400_000,
        nextCheckAt: NOW,
        failures: 12,
        quietCount: 0,
        lastFailure: { failure, at: NOW },
        headlineCount: 0,
        readOnce: true,
      };
      bed.sources.known.set(id, { source: source(id, { nameAr: name }), poll });
    }
    const told = await bed.say("/sources", { userId: OPERATOR });
    for (const id of bed.sources.known.keys()) expect(told.join("\n")).toContain(`\u2068${id}\u2069`);
    for (const part of told) expect(part.length).toBeLessThanOrEqual(4096);
    expect(told.length).toBeLessThanOrEqual(15);
    expect(bed.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });

  test("twenty of the longest cards", async () => {
    const bed = await startBed();
    const link = {
      title: "رابط ".repeat(60),
      url: `https://example.com/${"x".repeat(1400)}`,
      sourceName: "مصدر ".repeat(30),
    };
    bed.news.cards = Array.from({ length: 20 }, (_, index) =>
      card(`${index} ${"عنوان ".repeat(100)}`, {
        summary: "جملة طويلة في الملخّص. ".repeat(200),
        alsoCoveredBy: [link, link, link],
        related: [link, link, link],
        background: [link, link],
      }),
    );
    const told = await bed.say("/latest 20");
    expect(told.join("\n").match(/عنوان عنوان/g)?.length).toBeGreaterThanOrEqual(20);
    expect(bed.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });
});

describe("what a person types is cut between characters", () => {
  test.each(
    [
      { said: "/timezone ", units: 60 },
      { said: "/search ", units: 200 },
      { said: "/removesource ", units: 60 },
      { said: "/testsource https://example.com/", units: 300 },
    ].flatMap((entry) => [0, 1].map((shift) => ({ ...entry, shift }))),
  )("$said with a sign of two units at unit $units (shift $shift)", async ({ said, units, shift }) => {
    const bed = await startBed();
    const argument = `${"س".repeat(shift)}${"🗞".repeat(units)}`;
    await bed.say(`${said}${argument}`, { userId: OPERATOR });
    const shown = bed.api.messages(OPERATOR).filter((message) => message.from?.is_bot === true);
    expect(shown).not.toEqual([]);
    for (const message of shown) expect(message.text?.isWellFormed()).toBe(true);
    for (const message of shown) expect(message.text).not.toContain("\ufffd");
  });
});

describe("when Telegram refuses an answer", () => {
  test("for its text, the person is told that something went wrong", async () => {
    const bed = await startBed();
    bed.api.fault({ method: "sendMessage", trouble: { kind: "refusal", name: "textTooLong" }, times: 1 });
    expect(await bed.say("/privacy")).toEqual([ar("failed")]);
    expect(bed.log.lines.filter((line) => line.startsWith("error"))).toHaveLength(1);
  });

  test("because nothing may be written there, nothing more is tried", async () => {
    const bed = await startBed();
    bed.api.fault({ method: "sendMessage", trouble: { kind: "refusal", name: "blocked" } });
    expect(await bed.say("/privacy")).toEqual([]);
    expect(bed.api.calls().get("sendmessage")).toBe(1);
  });
});
