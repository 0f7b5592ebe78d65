import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tokens } from "../../src/lib/arabic/tokens.ts";
import { summarise } from "../../src/summarise/extractive.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";
import { STREAM } from "../story/stream.ts";
import { lexRank, rankedSummary, textRank } from "./rank-peers.ts";

interface Reference {
  readonly title: string;
  readonly text: string;
  readonly references: readonly string[];
}

type Method = (article: Reference) => string;

const WORDS = 50;
const LIMITS = DEFAULT_SUMMARY_LIMITS;
/** Lines of page furniture in front of an article, as bad extraction leaves them: one that a list knows, one that none does. */
const FURNITURE = ["اقرأ أيضا: أبرز ما جاء في صحف الصباح", "عدد القراءات 1254 وعدد المشاركات 17"];

const METHODS: Readonly<Record<string, Method>> = {
  ours: ({ title, text }) => summarise({ id: "", title, paragraphs: text.split("\n") }, LIMITS, 0).text,
  lead: ({ text }) => text.split(/\s+/, LIMITS.words).join(" "),
  TextRank: ({ text }) => rankedSummary(text, textRank, LIMITS.words),
  LexRank: ({ text }) => rankedSummary(text, lexRank, LIMITS.words),
};

function grams(words: readonly string[], length: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let start = 0; start + length <= words.length; start++) {
    const gram = words.slice(start, start + length).join(" ");
    found.set(gram, (found.get(gram) ?? 0) + 1);
  }
  return found;
}

/** ROUGE-n recall. Source: https://aclanthology.org/W04-1013/ */
function recall(words: readonly string[], reference: readonly string[], length: number): number {
  const own = grams(words, length);
  const wanted = grams(reference, length);
  let hits = 0;
  let total = 0;
  for (const [gram, count] of wanted) {
    hits += Math.min(count, own.get(gram) ?? 0);
    total += count;
  }
  return total === 0 ? 0 : hits / total;
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
const percent = (ratio: number) => (100 * ratio).toFixed(1);

/** One row: recall of the first 50 words, beside the article's first words cut to the same length, and the median time of an article. */
function row(name: string, method: Method, articles: readonly Reference[], originals: readonly Reference[]): string {
  const times: number[] = [];
  const summaries = articles.map((article) => {
    const start = performance.now();
    const summary = method(article);
    times.push(performance.now() - start);
    return summary;
  });
  const ms = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const scores = summaries.map((summary, index) => {
    const original = originals[index] as Reference;
    const own = tokens(summary);
    const lead = tokens(original.text).slice(0, own.length === 0 ? WORDS : Math.min(own.length, WORDS));
    const against = (words: readonly string[], length: number) =>
      mean(original.references.map((reference) => recall(words, tokens(reference), length)));
    const cut = own.slice(0, WORDS);
    return { own: [against(cut, 1), against(cut, 2)], lead: [against(lead, 1), against(lead, 2)], length: own.length };
  });
  const [one, two] = [0, 1].map((n) => percent(mean(scores.map(({ own }) => own[n] as number))));
  const [leadOne, leadTwo] = [0, 1].map((n) => percent(mean(scores.map(({ lead }) => lead[n] as number))));
  const length = mean(scores.map((score) => score.length)).toFixed(1);
  return `| ${name} | ${one} / ${two} | ${leadOne} / ${leadTwo} | ${length} | ${ms.toFixed(2)} |`;
}

function table(title: string, articles: readonly Reference[]): string {
  const dirty = articles.map((article) => ({ ...article, text: [...FURNITURE, article.text].join("\n") }));
  return [
    `### ${title}: ${articles.length} articles`,
    "",
    "| | ROUGE-1 / -2 recall at 50 words | lead at the same length | mean words | ms, median |",
    "| --- | --- | --- | --- | --- |",
    ...Object.entries(METHODS).map(([name, method]) => row(name, method, articles, articles)),
    ...["ours", "lead"].map((name) =>
      row(`${name}, two lines of furniture in front`, METHODS[name] as Method, dirty, articles),
    ),
  ].join("\n");
}

function readLines(path: string): Reference[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const { title = "", text, references } = JSON.parse(line) as Partial<Reference> & Omit<Reference, "title">;
      return { title, text, references };
    });
}

/** Tables: our summaries beside lead, TextRank and LexRank; without a corpus folder on our own articles, against their headlines. */
export async function summariesBench(corpus?: string): Promise<string> {
  if (corpus === undefined) {
    const own = STREAM.map(({ title, paragraphs }) => ({ title, text: paragraphs.join("\n"), references: [title] }));
    return table("own articles against their headlines", own);
  }
  const sets = { "standfirsts (summaries-dev)": "summaries-dev.jsonl", "human extracts (EASC)": "easc.jsonl" };
  return Object.entries(sets)
    .map(([title, file]) => table(title, readLines(join(corpus, "text", file))))
    .join("\n\n");
}
