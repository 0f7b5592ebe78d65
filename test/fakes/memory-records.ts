import { DamagedRecordError } from "../../src/errors.ts";
import type { RecordEntry, Records, SearchHit, SearchIndex, Stores } from "../../src/ports.ts";
import { storesOf } from "../../src/store/codec.ts";
import type { Article } from "../../src/story/article.ts";
import { indexTerms } from "../../src/story/search.ts";

interface Kept {
  readonly json: string;
  readonly expiresAt: number;
}

/** What a store holds, apart from the stores that are opened on it: "the next start" opens the same. */
export type Backing = Map<string, Map<string, Kept>>;

export interface MemoryOptions {
  readonly backing?: Backing;
  /** Called before each write; a putMany or deleteMany of up to 200 is one write. What it throws is the store's failure. */
  readonly beforeWrite?: (store: string, key: string) => void;
  readonly now?: () => number;
}

const ATOMIC_ENTRIES = 200;

class MemoryRecords<T> implements Records<T> {
  readonly #name: string;
  readonly #kept: Map<string, Kept>;
  readonly #options: MemoryOptions;

  constructor(name: string, kept: Map<string, Kept>, options: MemoryOptions) {
    this.#name = name;
    this.#kept = kept;
    this.#options = options;
  }

  #read(key: string): T | undefined {
    const kept = this.#kept.get(key);
    const now = (this.#options.now ?? Date.now)();
    if (kept === undefined || kept.expiresAt <= now) return undefined;
    try {
      return JSON.parse(kept.json) as T;
    } catch (error) {
      throw new DamagedRecordError(`the record ${this.#name}/${key} is damaged`, { cause: error });
    }
  }

  #write(entries: readonly RecordEntry<T>[]): void {
    this.#options.beforeWrite?.(this.#name, entries.map((entry) => entry.key).join());
    for (const { key, value, expiresAt } of entries)
      this.#kept.set(key, { json: JSON.stringify(value), expiresAt: expiresAt ?? Number.POSITIVE_INFINITY });
  }

  #remove(keys: readonly string[]): void {
    this.#options.beforeWrite?.(this.#name, keys.join());
    for (const key of keys) this.#kept.delete(key);
  }

  async get(key: string) {
    return this.#read(key);
  }
  async getMany(keys: readonly string[]) {
    return keys.map((key) => this.#read(key));
  }
  async put(key: string, value: T, expiresAt?: number) {
    this.#write([{ key, value, ...(expiresAt === undefined ? {} : { expiresAt }) }]);
  }
  async putMany(entries: readonly RecordEntry<T>[]) {
    for (let start = 0; start < entries.length; start += ATOMIC_ENTRIES)
      this.#write(entries.slice(start, start + ATOMIC_ENTRIES));
  }
  async delete(key: string) {
    this.#remove([key]);
  }
  async deleteMany(keys: readonly string[]) {
    for (let start = 0; start < keys.length; start += ATOMIC_ENTRIES)
      this.#remove(keys.slice(start, start + ATOMIC_ENTRIES));
  }
  async *entries() {
    for (const key of [...this.#kept.keys()]) {
      const value = this.#read(key);
      if (value !== undefined) yield [key, value] as const;
    }
  }
}

/** The stores in memory, with values cloned through JSON as a real store clones them. */
export function createMemoryStores(options: MemoryOptions = {}): Stores {
  const backing = options.backing ?? new Map();
  return storesOf((name) => {
    const kept: Map<string, Kept> = backing.get(name) ?? new Map<string, Kept>();
    backing.set(name, kept);
    return new MemoryRecords(name, kept, options);
  });
}

/** A search index that looks at everything. */
export function createMemorySearch(): SearchIndex {
  const articles = new Map<string, Article>();
  return {
    add(list) {
      for (const article of list) articles.set(article.id, article);
    },
    remove(ids) {
      for (const id of ids) articles.delete(id);
    },
    search: ({ words, phrases, sourceIds }, limit): SearchHit[] => {
      const wanted = [...words.map((word) => word.term), ...phrases.flat()];
      return [...articles.values()]
        .filter((article) => {
          if (sourceIds.length > 0 && !sourceIds.includes(article.sourceId)) return false;
          const found = new Set(indexTerms([article.title, ...article.paragraphs].join("\n")));
          return wanted.every((term) => found.has(term));
        })
        .slice(0, limit)
        .map((article) => ({ articleId: article.id, score: 1 }));
    },
    suggest: () => undefined,
    async fill(all) {
      const before = articles.size;
      for await (const article of all()) articles.set(article.id, article);
      return articles.size - before;
    },
    filling: () => undefined,
    lacks: (ids) => ids.filter((id) => !articles.has(id)),
    held: (behind, most) =>
      [...articles.keys()]
        .filter((id) => id > behind)
        .sort()
        .slice(0, most),
    count: () => articles.size,
  };
}
