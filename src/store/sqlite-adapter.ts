import type { DatabaseSync, StatementSync } from "node:sqlite";
import { type KeyvStorageEntry, type KeyvStorageGetResult, keyvStorageCapability } from "keyv";

/** Rows that an iteration holds at a time; others may write in between. */
const PAGE_ROWS = 500;

/** The one table: all namespaces, ordered by key within each. */
export const TABLE = `
  CREATE TABLE IF NOT EXISTS records (
    ns TEXT NOT NULL,
    k TEXT NOT NULL,
    v TEXT NOT NULL,
    expires INTEGER,
    PRIMARY KEY (ns, k)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS records_expires ON records (expires) WHERE expires IS NOT NULL;`;

/** A key and its value as it is stored. */
export type RawEntry = readonly [key: string, raw: string];

/**
 * A keyv storage adapter for one namespace of an open SQLite database. Every write is durable when its promise resolves;
 * `setMany` and `deleteMany` are one transaction each. Errors of SQLite reject.
 *
 * Own code because the published adapters compile native parts and tear batches at a kill (@keyv/sqlite 6 beta).
 */
export class SqliteAdapter {
  readonly namespace: string;
  readonly #db: DatabaseSync;
  readonly #read: StatementSync;
  readonly #readMany: StatementSync;
  readonly #write: StatementSync;
  readonly #remove: StatementSync;
  readonly #page: StatementSync;

  constructor(db: DatabaseSync, namespace: string) {
    this.#db = db;
    this.namespace = namespace;
    const alive = "(expires IS NULL OR expires > ?)";
    this.#read = db.prepare(`SELECT v FROM records WHERE ns = ? AND k = ? AND ${alive}`);
    // One statement is one lock of the file: a third of the time that a read for each key takes.
    this.#readMany = db.prepare(
      `SELECT wanted.key, v FROM json_each(?) AS wanted CROSS JOIN records ON ns = ? AND k = wanted.value WHERE ${alive}`,
    );
    this.#readMany.setReturnArrays(true);
    this.#write = db.prepare(
      "INSERT INTO records (ns, k, v, expires) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET v = excluded.v, expires = excluded.expires",
    );
    this.#remove = db.prepare("DELETE FROM records WHERE ns = ? AND k = ?");
    this.#page = db.prepare(
      `SELECT k, v FROM records WHERE ns = ? AND k > ? AND ${alive} ORDER BY k LIMIT ${PAGE_ROWS}`,
    );
    this.#page.setReturnArrays(true); // an object for each row takes as long as the row itself
  }

  get capabilities() {
    return keyvStorageCapability(this);
  }

  /** Keyv listens for errors in the background; there are none: every error rejects its own call. */
  on() {
    return this;
  }

  async get<Value>(key: string): Promise<KeyvStorageGetResult<Value>> {
    return (this.#read.get(this.namespace, key, Date.now()) as { v: string } | undefined)?.v;
  }

  async getMany<Value>(keys: string[]): Promise<KeyvStorageGetResult<Value | undefined>[]> {
    const found: KeyvStorageGetResult<Value | undefined>[] = keys.map(() => undefined);
    const rows = this.#readMany.all(JSON.stringify(keys), this.namespace, Date.now()) as unknown as [number, string][];
    for (const [index, raw] of rows) found[index] = raw;
    return found;
  }

  async has(key: string): Promise<boolean> {
    return this.#read.get(this.namespace, key, Date.now()) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return Promise.all(keys.map((key) => this.has(key)));
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    this.#write.run(this.namespace, key, value as string, expires ?? null);
    return true;
  }

  async setMany<Value>(entries: KeyvStorageEntry<Value>[]): Promise<boolean[]> {
    this.#transaction(() => {
      for (const { key, value, expires } of entries)
        this.#write.run(this.namespace, key, value as string, expires ?? null);
    });
    return entries.map(() => true);
  }

  async delete(key: string): Promise<boolean> {
    return this.#remove.run(this.namespace, key).changes > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean[]> {
    let removed: boolean[] = [];
    this.#transaction(() => {
      removed = keys.map((key) => this.#remove.run(this.namespace, key).changes > 0);
    });
    return removed;
  }

  async clear(): Promise<void> {
    this.#db.prepare("DELETE FROM records WHERE ns = ?").run(this.namespace);
  }

  /** All keys and raw values in order, some hundred at a time. */
  *pages(): Generator<readonly RawEntry[], void> {
    let after = "";
    for (;;) {
      const rows = this.#page.all(this.namespace, after, Date.now()) as unknown as RawEntry[];
      yield rows;
      if (rows.length < PAGE_ROWS) return;
      after = rows.at(-1)?.[0] as string;
    }
  }

  async *iterator<Value>(): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
    for (const rows of this.pages()) for (const row of rows) yield [...row];
  }

  #transaction(work: () => void): void {
    this.#db.exec("BEGIN IMMEDIATE");
    try {
      work();
      this.#db.exec("COMMIT");
    } catch (error) {
      if (this.#db.isOpen && this.#db.isTransaction) this.#db.exec("ROLLBACK");
      throw error;
    }
  }
}
