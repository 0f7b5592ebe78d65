import type { DatabaseSync } from "node:sqlite";
import type { Article } from "../story/article.ts";
import { type IndexWord, indexWords } from "../story/search.ts";
import { numbersFor } from "./article-numbers.ts";
import { createLookup, type Lookup } from "./lookup.ts";
import { bareForms, sourceToken } from "./match-expression.ts";
import { createSpelling } from "./spelling.ts";

/** Of the text so much is indexed: the lead tells what an article is about. */
const LEAD_UNITS = 600;
/** The tables of full text, what each holds of an article. */
const FULL_TEXT = { terms: "title, lead, source", headlines: "form, term, source", forms: "form" };
/** So many pages are merged in one step. */
const MERGED_PAGES = 16;

/** What is in the file, while it is open. Each call is one transaction, and throws what SQLite throws. */
export interface IndexTables {
  add(articles: readonly Article[]): void;
  remove(articleIds: readonly string[]): void;
  readonly search: Lookup;
  suggest(text: string): string | undefined;
  has(articleId: string): boolean;
  /** So many of the articles, by their ids, from behind this one on. */
  held(behind: string, most: number): string[];
  count(): number;
  /** Forgets those of the next words behind this one that no article has any more. Answers where to go on; undefined at the end. */
  forget(from: number): number | undefined;
  /** Brings a part of what was added in pieces together, which makes it faster to search. Answers whether more is left. */
  merge(): boolean;
  /** What `merge` does from now on ends with one piece. */
  mergeAll(): void;
  /** A number that is kept in the header of the file; 0 in a new one. */
  readonly note: () => number;
  writeNote(note: number): void;
}

const termsOf = (words: readonly IndexWord[]) => words.map(({ term }) => term).join(" ");
const formsOf = (words: readonly IndexWord[]) => bareForms(words.map(({ form }) => form)).join(" ");

/** The tables of an index that `openIndexFile` opened. */
export function createIndexTables(db: DatabaseSync): IndexTables {
  const insertDoc = db.prepare("INSERT OR IGNORE INTO docs (n, id, source, at, title) VALUES (?, ?, ?, ?, ?)");
  const nextDocs = db.prepare("SELECT id FROM docs WHERE id > ? ORDER BY id LIMIT ?");
  const findDoc = db.prepare("SELECT n FROM docs WHERE id = ?");
  const removeDoc = db.prepare("DELETE FROM docs WHERE n = ?");
  const countDocs = db.prepare("SELECT count(*) AS n FROM docs");
  const readNote = db.prepare("PRAGMA application_id");
  const changes = db.prepare("SELECT total_changes() AS n");
  const textTables = Object.entries(FULL_TEXT).map(([table, columns]) => ({
    insert: db.prepare(`INSERT INTO ${table} (rowid, ${columns}) VALUES (?${", ?".repeat(columns.split(",").length)})`),
    remove: db.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
    merge: db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`),
  }));
  const [terms, headlines, forms] = textTables.map(({ insert }) => insert) as [Insert, Insert, Insert];
  type Insert = (typeof textTables)[number]["insert"];
  const spelling = createSpelling(db);

  function inTransaction(work: () => void): void {
    db.exec("BEGIN IMMEDIATE");
    try {
      work();
      db.exec("COMMIT");
    } catch (error) {
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  }

  /** What is written of an article, with a number of its time; none for one that has a number. */
  function numbered(
    article: Article,
  ): { readonly n: number; readonly title: readonly IndexWord[]; readonly article: Article }[] {
    const { id, sourceId, publishedAt } = article;
    if (findDoc.get(id) !== undefined) return [];
    const title = indexWords(article.title);
    for (const n of numbersFor(id, publishedAt))
      if (insertDoc.run(n, id, sourceId, publishedAt, ` ${termsOf(title)} `).changes > 0)
        return [{ n, title, article }];
    return [];
  }

  function write(n: number, title: readonly IndexWord[], article: Article): void {
    const lead = indexWords(article.paragraphs.join("\n").slice(0, LEAD_UNITS));
    const source = sourceToken(article.sourceId);
    spelling.learn(title);
    terms.run(n, termsOf(title), termsOf(lead), source);
    headlines.run(n, formsOf(title), termsOf(title), source);
    forms.run(n, formsOf([...title, ...lead]));
  }

  function remove(id: string): void {
    const found = findDoc.get(id) as { n: number } | undefined;
    if (found === undefined) return;
    for (const table of textTables) table.remove.run(found.n);
    removeDoc.run(found.n);
  }

  return {
    add(articles) {
      inTransaction(() => {
        // In order: FTS5 writes a segment of its own whenever a number is smaller than the last.
        for (const { n, title, article } of articles.flatMap(numbered).sort((a, b) => a.n - b.n))
          write(n, title, article);
      });
    },
    remove(ids) {
      if (ids.length > 0)
        inTransaction(() => {
          for (const id of ids) remove(id);
          spelling.recount();
        });
    },
    forget(from) {
      let next: number | undefined;
      inTransaction(() => {
        next = spelling.forget(from);
      });
      return next;
    },
    search: createLookup(db, spelling),
    suggest: (text) => spelling.suggest(text),
    has: (id) => findDoc.get(id) !== undefined,
    held: (behind, most) => nextDocs.all(behind, most).map(({ id }) => id as string),
    count: () => (countDocs.get() as { n: number }).n,
    merge() {
      const total = () => (changes.get() as { n: number }).n;
      return textTables.some(({ merge }) => {
        const before = total();
        merge.run(MERGED_PAGES);
        // Two changes are the statement's own. Source: https://www.sqlite.org/fts5.html#the_merge_command
        return total() - before >= 2;
      });
    },
    mergeAll() {
      // Fewer than none: all pieces count as one level. Source: https://www.sqlite.org/fts5.html#the_merge_command
      for (const { merge } of textTables) merge.run(-MERGED_PAGES);
    },
    note: () => (readNote.get() as { application_id: number }).application_id,
    writeNote: (note) => db.exec(`PRAGMA application_id = ${note}`),
  };
}
