import type { Keyv } from "keyv";
import { DamagedRecordError, StoreError } from "../errors.ts";
import type { RecordEntry, Records } from "../ports.ts";
import { createAlikeReader } from "./alike.ts";
import { PLAIN_JSON } from "./backend.ts";
import { decodeRecord, encodeRecord, type Schema } from "./codec.ts";
import { SqliteAdapter } from "./sqlite-adapter.ts";

/** So many entries are written all or none, on every kind of store. */
const ATOMIC_ENTRIES = 200;

type Entry = readonly [key: string, value: unknown];

/** Raw entries a page at a time, where the adapter has pages: one by one through Keyv a million of them take twice as long. */
async function* pagesOf(keyv: Keyv): AsyncGenerator<readonly Entry[], void> {
  if (keyv.store instanceof SqliteAdapter) yield* keyv.store.pages();
  else for await (const entry of keyv.iterator()) yield [entry as unknown as Entry];
}

/**
 * Records of one namespace on a Keyv.
 *
 * A Keyv without a listener for "error" rejects what fails, so none is ever attached here (with one it would answer
 * "missing": https://github.com/jaredwray/keyv). What it reports as `false` is turned into a rejection as well. `onDamaged` hears of
 * each record that `entries` leaves out.
 */
export function createKeyvRecords<T>(
  keyv: Keyv,
  namespace: string,
  schema: Schema<T>,
  onDamaged: (error: DamagedRecordError) => void,
): Records<T> {
  /** Runs one call of the store; every failure comes out as a `StoreError`. */
  async function call<R>(what: string, work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreError) throw error;
      if (error instanceof SyntaxError)
        throw new DamagedRecordError(`a record of ${namespace} is no JSON`, { cause: error });
      const reason = error instanceof Error ? error.message : String(error);
      throw new StoreError(`the store cannot ${what} ${namespace}: ${reason}`, { cause: error });
    }
  }

  const decode = (key: string, value: unknown): T | undefined =>
    value === undefined || value === null ? undefined : decodeRecord(schema, namespace, key, value);

  /** What Keyv does with a value that it reads. */
  function parse(key: string, raw: string): unknown {
    try {
      return (PLAIN_JSON.parse(raw) as { value: unknown }).value;
    } catch (error) {
      throw new DamagedRecordError(`the record ${namespace}/${key} is no JSON`, { cause: error });
    }
  }

  /** How the texts of an iteration are read. */
  function textReader(): (key: string, raw: string) => T | undefined {
    const read = (key: string, raw: string) => decode(key, parse(key, raw));
    return namespace === "subscriptions" ? (createAlikeReader(read as never) as typeof read) : read;
  }

  /** Undefined for a record that is damaged. */
  function readable(read: () => T | undefined): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DamagedRecordError)) throw error;
      onDamaged(error);
      return undefined;
    }
  }

  /** Keyv takes how long; a record whose time is over already is not written but removed. */
  const lifeMs = (expiresAt: number | undefined) => (expiresAt === undefined ? undefined : expiresAt - Date.now());

  function insist(done: boolean | readonly boolean[] | undefined): void {
    if (done === false || (Array.isArray(done) && done.includes(false))) throw new Error("it refused the write");
  }

  return {
    get: (key) => call("read", async () => decode(key, await keyv.get(key))),
    getMany: (keys) =>
      call("read", async () => {
        if (keys.length === 0) return [];
        const values = await keyv.getMany([...keys]);
        return keys.map((key, index) => decode(key, values[index]));
      }),
    put: (key, value, expiresAt) =>
      call("write", async () => {
        const ttl = lifeMs(expiresAt);
        if (ttl !== undefined && ttl <= 0) await keyv.delete(key);
        else insist(await keyv.set(key, encodeRecord(namespace, value), ttl));
      }),
    putMany: (entries) =>
      call("write", async () => {
        for (let start = 0; start < entries.length; start += ATOMIC_ENTRIES)
          insist(await keyv.setMany(entries.slice(start, start + ATOMIC_ENTRIES).map(toKeyv)));
      }),
    delete: (key) =>
      call("write", async () => {
        await keyv.delete(key);
      }),
    deleteMany: (keys) =>
      call("write", async () => {
        for (let start = 0; start < keys.length; start += ATOMIC_ENTRIES)
          await keyv.deleteMany(keys.slice(start, start + ATOMIC_ENTRIES));
      }),
    async *entries() {
      const pages = pagesOf(keyv);
      const isRaw = keyv.store instanceof SqliteAdapter;
      const read = isRaw ? (textReader() as typeof decode) : decode;
      for (;;) {
        const page = await call("read", () => pages.next());
        if (page.done) return;
        for (const [key, stored] of page.value) {
          const value = readable(() => read(key, stored));
          if (value !== undefined) yield [key, value] as const;
        }
      }
    },
  };

  function toKeyv({ key, value, expiresAt }: RecordEntry<T>) {
    const ttl = lifeMs(expiresAt);
    // An entry whose time is over is written to be gone at once, so that all of a batch stay one write.
    return { key, value: encodeRecord(namespace, value), ...(ttl === undefined ? {} : { ttl: Math.max(1, ttl) }) };
  }
}
