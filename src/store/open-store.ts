import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ForeignStoreError, StoreError } from "../errors.ts";
import { shortHash } from "../lib/hash.ts";
import type { Logger, Records, SearchIndex, Stores } from "../ports.ts";
import type { Backend } from "./backend.ts";
import { SCHEMAS, storesOf } from "./codec.ts";
import { FORMAT } from "./format.ts";
import { openFtsIndex } from "./fts-index.ts";
import { createKeyvRecords } from "./keyv-records.ts";
import { openRemote } from "./remote.ts";
import { openSqlite } from "./sqlite-file.ts";

/** Where the search file of a store on a server is kept: each has its own, whoever asks for it. */
export function remoteSearchFile(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `data/search-${shortHash(`${protocol}//${host}${pathname}`)}.sqlite`;
}

/** Who opens a store, and how. */
export interface OpenOptions {
  readonly logger: Logger;
  /** The number before the colon of the bot's token; null for terminal commands, which do not claim a store. */
  readonly botId: string | null;
  readonly now: number;
  /** Refuses a store that another process with roles has locked. The lock ends with the process, however it ends. */
  readonly lock?: boolean;
  /** Begins with an empty file, once the lock is held. */
  readonly anew?: boolean;
  /** The file may grow to so many pages: a small disk for tests. */
  readonly mostPages?: number;
}

/** An open store and its derived search index. */
export interface OpenStore {
  readonly stores: Stores;
  readonly search: SearchIndex;
  /** Keeps processes with roles away until it is closed; false when one uses it, or for a store on a server. */
  lock(): boolean;
  /** Copies the store into a new file while others use it. Throws `StoreError` when the file exists or the store is on a server. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store that `STORE_URL` names: `sqlite://path` (the folder is made), `redis://…` or `postgres://…`.
 *
 * Throws `StoreError` with one clear line: another format, another bot's store, another running process, a place that cannot be
 * written to or reached.
 */
export async function openStore(url: string, options: OpenOptions): Promise<OpenStore> {
  const path = /^sqlite:\/\/(.+)$/.exec(url)?.[1];
  const file = path === undefined ? undefined : resolve(path);
  const searchFile = file === undefined ? resolve(remoteSearchFile(url)) : `${file}.search`;
  makeFolder(dirname(file ?? searchFile));
  const backend: Backend = file === undefined ? await openRemote(url, options.logger) : openSqlite(file, options);
  const onDamaged = (error: StoreError) => options.logger.error({ err: error }, "a damaged record is left out");
  try {
    const stores = storesOf((name) => createKeyvRecords(backend.keyv(name), name, SCHEMAS[name] as never, onDamaged));
    await claim(stores.settings, options.botId);
    const search = openFtsIndex(searchFile, options.logger);
    return {
      stores,
      search,
      lock: () => backend.lock(),
      backup: (target) => backend.backup(target),
      async close() {
        search.close();
        await backend.close();
      },
    };
  } catch (error) {
    await backend.close();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StoreError(`cannot make the folder ${folder}: ${(error as Error).message}`, { cause: error });
  }
}

/** Refuses what is not ours; gives a new store its format and its bot. */
async function claim(settings: Records<string | number>, botId: string | null): Promise<void> {
  const format = await settings.get("format");
  if (format !== undefined && format !== FORMAT)
    throw new ForeignStoreError(
      `the store has format ${format}, this release knows ${FORMAT}: use the release that wrote it, or another STORE_URL`,
    );
  if (format === undefined) await settings.put("format", FORMAT);
  if (botId === null) return;
  const owner = await settings.get("bot");
  if (owner !== undefined && String(owner) !== botId)
    throw new ForeignStoreError(
      `the store belongs to bot ${owner}, the token to bot ${botId}: use that bot's token, or another STORE_URL`,
    );
  if (owner === undefined) await settings.put("bot", botId);
}
