import { describe, expect, test } from "vitest";
import { StoreError } from "../../src/errors.ts";
import type { Records, Stores } from "../../src/ports.ts";
import { openStore } from "../../src/store/open-store.ts";
import { silent as logger } from "../fakes/logger.ts";
import { recordsContract } from "./records.ts";

/** The servers that these tests may empty: `MUJAZ_TEST_REDIS=redis://127.0.0.1:6379/15`, `MUJAZ_TEST_POSTGRES=postgres://…`. */
const SERVERS = { Redis: "MUJAZ_TEST_REDIS", PostgreSQL: "MUJAZ_TEST_POSTGRES" } as const;

const open = (url: string, botId = "42") => openStore(url, { logger, botId, now: Date.now() });

async function empty(stores: Stores): Promise<void> {
  for (const records of Object.values(stores) as Records<unknown>[]) {
    const keys: string[] = [];
    for await (const [key] of records.entries()) keys.push(key);
    await records.deleteMany(keys);
  }
}

for (const [name, variable] of Object.entries(SERVERS)) {
  const url = process.env[variable];
  if (url === undefined) {
    test.skip(`${name}: what every store promises (left out: ${variable} names no server)`, () => {});
    continue;
  }
  describe(name, () =>
    recordsContract(name, async () => {
      const store = await open(url);
      await empty(store.stores);
      return store;
    }),
  );

  test(`${name}: a store remembers its bot`, async () => {
    const store = await open(url);
    await empty(store.stores);
    await store.close();
    await (await open(url)).close();
    await expect(open(url, "43")).rejects.toThrow(/belongs to bot 42/);
  });
}

test.each(["redis://127.0.0.1:9", "postgres://nobody@127.0.0.1:9/none"])(
  "a server that does not answer is one clear error: %s",
  async (url) => {
    await expect(open(url)).rejects.toBeInstanceOf(StoreError);
  },
);
