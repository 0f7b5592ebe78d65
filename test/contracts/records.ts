import { afterEach, beforeEach, expect, test } from "vitest";
import type { Records, Stores } from "../../src/ports.ts";
import { subscriber } from "../e2e/newsroom.ts";

/** A store that a contract runs on: opened anew for each test. */
export interface OpenedStores {
  readonly stores: Stores;
  close(): Promise<void>;
}

/** What every kind of store promises its users; run on the fake and on each real one. */
export function recordsContract(name: string, open: () => Promise<OpenedStores>): void {
  let opened: OpenedStores;
  let records: Records<string | number>;

  beforeEach(async () => {
    opened = await open();
    records = opened.stores.settings;
  });
  afterEach(() => opened.close());

  const all = async (of: Records<unknown>) => {
    const found: Record<string, unknown> = {};
    for await (const [key, value] of of.entries()) if (!["format", "bot"].includes(key)) found[key] = value;
    return found;
  };

  test(`${name}: a record that was put is there, one that was not is missing`, async () => {
    await records.put("مفتاح:1", "قيمة");
    expect(await records.get("مفتاح:1")).toBe("قيمة");
    expect(await records.get("مفتاح:2")).toBeUndefined();
    expect(await records.getMany(["مفتاح:2", "مفتاح:1", "مفتاح:1"])).toEqual([undefined, "قيمة", "قيمة"]);
    expect(await records.getMany([])).toEqual([]);
  });

  test(`${name}: a second put replaces, a delete removes, a delete of nothing is no fault`, async () => {
    await records.put("k", 1);
    await records.put("k", 2);
    expect(await records.get("k")).toBe(2);
    await records.delete("k");
    await records.delete("k");
    expect(await records.get("k")).toBeUndefined();
  });

  test(`${name}: kinds of records do not see each other`, async () => {
    const mark = { articleId: "k", firstSeenAt: 1, storyId: "s" };
    await records.put("k", 1);
    await opened.stores.articleMarks.put("k", mark);
    expect(await records.get("k")).toBe(1);
    expect(await opened.stores.articleMarks.get("k")).toEqual(mark);
    expect(await all(opened.stores.articleMarks)).toEqual({ k: mark });
    await opened.stores.articleMarks.delete("k");
    expect(await records.get("k")).toBe(1);
  });

  test(`${name}: many are put, listed and deleted, also more than one batch holds`, async () => {
    const entries = Array.from({ length: 1203 }, (_, index) => ({ key: `k${index}`, value: index }));
    await records.putMany(entries);
    expect(await all(records)).toEqual(Object.fromEntries(entries.map(({ key, value }) => [key, value])));
    await records.deleteMany(entries.slice(3).map(({ key }) => key));
    expect(await all(records)).toEqual({ k0: 0, k1: 1, k2: 2 });
    await records.putMany([]);
    await records.deleteMany([]);
  });

  test(`${name}: what changes while it is listed does no harm`, async () => {
    await records.putMany(
      Array.from({ length: 600 }, (_, index) => ({ key: `a${String(index).padStart(4, "0")}`, value: index })),
    );
    const seen: string[] = [];
    for await (const [key] of records.entries()) {
      seen.push(key);
      if (key === "a0001") await records.delete("a0599");
      if (key === "a0002") await records.put("a0003", 99);
    }
    expect(seen.filter((key) => key.startsWith("a")).length).toBeGreaterThanOrEqual(599);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test(`${name}: a record whose time is over is gone`, async () => {
    await records.put("past", 1, Date.now() - 1);
    await records.put("future", 2, Date.now() + 60_000);
    await records.putMany([{ key: "many-future", value: 3, expiresAt: Date.now() + 60_000 }]);
    expect(await records.getMany(["past", "future", "many-future"])).toEqual([undefined, 2, 3]);
    expect(Object.keys(await all(records)).sort()).toEqual(["future", "many-future"]);
  });

  test(`${name}: long texts, odd letters and whole records come back as they were`, async () => {
    const text = `${"نصّ ".repeat(20_000)}😀\u2028"'\\:::null`;
    await records.put("long", text);
    expect(await records.get("long")).toBe(text);
    const story = {
      id: "s",
      tellings: [{ articleId: "a", sourceId: "x", firstSeenAt: 1, publishedAt: 1, backlog: false }],
      leadArticleId: "a",
      firstSeenAt: 1,
      updatedAt: 1,
      followsStoryId: null,
    };
    await opened.stores.stories.put("s", story);
    expect(await opened.stores.stories.get("s")).toEqual(story);
  });

  test(`${name}: what a person muted for a time is kept whatever the words are`, async () => {
    const ends = [...["__proto__", "valueOf", "بورصة"].entries()].map(([at, words]) => [words, at + 1] as const);
    const muteUntil = Object.fromEntries(ends);
    await opened.stores.subscriptions.put("1:0", subscriber(1, { mute: ends.map(([words]) => words), muteUntil }));
    const kept = await opened.stores.subscriptions.get("1:0");
    expect(Object.entries(kept?.muteUntil ?? {})).toEqual(ends);
  });
}
