import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { load } from "cheerio";
import { type AnsweredArticle, corpusArticles, ownArticles, scoreArticle } from "./answered-articles.ts";
import { EXTRACTORS, readOurs } from "./extractors.ts";

/**
 * A page is read so many times, each extractor in turn with the bare parser; its shortest time counts,
 * longer ones tell of the machine.
 */
const ROUNDS = 4;

/** Tables as text: articles of pages, ours beside general extractors on the same pages; encodings, ours beside declared ones. */
export async function readingArticles(corpusDir: string | undefined): Promise<string> {
  if (corpusDir === undefined) return articleTable("Pages of the tests", ownArticles(), undefined);
  const [articles, control, encodings] = ["articles", "control", "encodings"].map((set) => join(corpusDir, set)) as [
    string,
    string,
    string,
  ];
  const tables = [
    await articleTable(
      "Arabic pages",
      corpusArticles(articles).filter(({ arabic }) => arabic),
      articles,
    ),
    await articleTable("Pages in other languages", corpusArticles(control), control),
    encodingTable(corpusArticles(encodings)),
  ];
  return tables.join("\n\n");
}

async function articleTable(name: string, pages: readonly AnsweredArticle[], folder?: string): Promise<string> {
  const lines: string[] = [];
  const bareMs: number[] = [];
  for (const [extractor, read] of Object.entries(EXTRACTORS)) {
    const scores = [];
    for (const page of pages) scores.push(scoreArticle(await read(page.html, page.url), page)); // and compiles it all
    const times: { readonly ms: number; readonly ratio: number }[] = [];
    for (const page of pages) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++)
        rounds.push({
          bare: await timed(() => load(page.html)),
          own: await timed(() => read(page.html, page.url)),
        });
      const [bare, own] = [
        Math.min(...rounds.map((round) => round.bare)),
        Math.min(...rounds.map((round) => round.own)),
      ];
      times.push({ ms: own, ratio: own / bare });
      bareMs.push(bare);
    }
    const share = (values: readonly (boolean | undefined)[]) => {
      const asked = values.filter((value) => value !== undefined);
      return `${asked.filter(Boolean).length}/${asked.length}`;
    };
    const related = scores.flatMap((score) => score.related ?? []);
    const sum = (pick: (one: (typeof related)[number]) => number) =>
      related.reduce((total, one) => total + pick(one), 0);
    const right = sum((one) => one.right);
    const cells = [
      extractor,
      percent(scores.reduce((total, score) => total + score.f1, 0) / scores.length),
      share(scores.map((score) => score.title)),
      share(scores.map((score) => score.day)),
      share(scores.map((score) => score.image)),
      related.length === 0 ? "none" : percent((2 * right) / (2 * right + sum((one) => one.wrong + one.missed) || 1)),
      scores.filter((score) => score.leaks).length,
      median(times.map(({ ms }) => ms)).toFixed(1),
      median(times.map(({ ratio }) => ratio)).toFixed(2),
      Math.round(memoryBytes(extractor, folder) / 1e6),
    ];
    lines.push(`| ${cells.join(" | ")} |`);
  }
  return [
    `${name}: ${pages.length}; cheerio alone parses one in ${median(bareMs).toFixed(1)} ms (median). Beside it: the median over the pages of how many times as long one takes. Memory: what a process with this extractor alone grew by, at the most`,
    "",
    "| | body F1 | title | day | image | related F1 | leaks | ms, median | × cheerio | memory, MB |",
    "|---|---|---|---|---|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

function memoryBytes(extractor: string, folder: string | undefined): number {
  const script = join(import.meta.dirname, "reading-memory.ts");
  const input = folder === undefined ? [extractor] : [extractor, folder];
  return Number(execFileSync(process.execPath, ["--expose-gc", script, ...input], { encoding: "utf8" }));
}

function encodingTable(pages: readonly AnsweredArticle[]): string {
  const rows: readonly (readonly [string, (page: AnsweredArticle) => string])[] = [
    ["always UTF-8", ({ bytes }) => new TextDecoder().decode(bytes)],
    ["header, then early meta", ({ bytes, contentType }) => decodeAsDeclared(bytes, contentType)],
    ["Mujaz", ({ html }) => html],
  ];
  const lines = rows.map(([name, decode]) => {
    const scores = pages.map((page) => scoreArticle(readOurs(decode(page), page.url), page).f1);
    return `| ${name} | ${percent(scores.reduce((sum, f1) => sum + f1, 0) / scores.length)} |`;
  });
  return [`Encodings: ${pages.length} pages, one extractor`, "", "| | body F1 |", "|---|---|", ...lines].join("\n");
}

function decodeAsDeclared(bytes: Uint8Array, contentType: string): string {
  const early = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const charset = /charset=["']?([\w-]+)/i;
  return new TextDecoder((charset.exec(contentType) ?? charset.exec(early))?.[1] ?? "utf-8").decode(bytes);
}

const percent = (ratio: number) => (100 * ratio).toFixed(1);
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

async function timed(run: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}
