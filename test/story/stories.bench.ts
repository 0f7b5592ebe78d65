import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { terms } from "../../src/lib/arabic/terms.ts";
import { HOUR_MS } from "../../src/lib/time.ts";
import { createStoryWindow, type PlacedArticle } from "../../src/story/group.ts";
import { hash32 } from "../../src/story/hash32.ts";
import { type ArticlePair, FOLLOW_UPS, OTHER_DEEDS, OTHER_PLACES, RETELLINGS } from "./article-pairs.ts";
import { DIFFERENT_EVENTS, SAME_EVENT } from "./headline-pairs.ts";
import { STREAM } from "./stream.ts";

type Grade = "same" | "related" | "different";

interface Pair {
  readonly a: PlacedArticle;
  readonly b: PlacedArticle;
  readonly grade: Grade;
  readonly set: string;
}

const WINDOW_ARTICLES = 10_000;
const PAIR_GAP_HOURS = 96;

/** A peer: how alike two articles are; merged from a threshold on that was measured for it. */
interface Peer {
  readonly threshold: number;
  likeness(a: PlacedArticle, b: PlacedArticle): number;
}

const lead = ({ title, paragraphs }: PlacedArticle) => `${title}\n${paragraphs.join("\n").split(/\s+/, 45).join(" ")}`;

function counts(words: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

function jaccard(a: PlacedArticle, b: PlacedArticle): number {
  const [left, right] = [new Set(terms(a.title)), new Set(terms(b.title))];
  return left.intersection(right).size / Math.max(1, left.union(right).size);
}

/** The share of equal bits of 64. Source: https://www.cs.princeton.edu/courses/archive/spring04/cos598B/bib/CharikarEstim.pdf */
function simHashLikeness(weight: (term: string) => number): Peer["likeness"] {
  const bits = (article: PlacedArticle) => {
    const sums = new Array<number>(64).fill(0);
    for (const [term, count] of counts(terms(lead(article))))
      for (let half = 0; half < 2; half++) {
        const hash = hash32(`${half}${term}`);
        for (let bit = 0; bit < 32; bit++)
          sums[half * 32 + bit] =
            (sums[half * 32 + bit] as number) + ((hash >>> bit) & 1 ? 1 : -1) * count * weight(term);
      }
    return sums.map((sum) => sum > 0);
  };
  return (a, b) => {
    const right = bits(b);
    return bits(a).filter((bit, index) => bit === right[index]).length / 64;
  };
}

function cosineLikeness(weight: (term: string) => number): Peer["likeness"] {
  const vector = (article: PlacedArticle) =>
    new Map([...counts(terms(lead(article)))].map(([term, count]) => [term, (1 + Math.log(count)) * weight(term)]));
  const size = (of: ReadonlyMap<string, number>) =>
    Math.sqrt([...of.values()].reduce((sum, value) => sum + value * value, 0));
  return (a, b) => {
    const [left, right] = [vector(a), vector(b)];
    const dot = [...left].reduce((sum, [term, value]) => sum + value * (right.get(term) ?? 0), 0);
    return dot === 0 ? 0 : dot / (size(left) * size(right));
  };
}

/** The peers, with weights counted over the given articles. */
function peers(articles: readonly PlacedArticle[]): Record<string, Peer> {
  const having = counts(articles.flatMap((article) => [...new Set(terms(lead(article)))]));
  const weight = (term: string) => Math.log((articles.length + 1) / ((having.get(term) ?? 0) + 0.5));
  return {
    "Jaccard, stems of the headline": { threshold: 0.185, likeness: jaccard },
    "SimHash-64, headline and lead": { threshold: 0.602, likeness: simHashLikeness(weight) },
    "tf-idf cosine, headline and lead": { threshold: 0.299, likeness: cosineLikeness(weight) },
  };
}

function row(name: string, pairs: readonly Pair[], merged: (pair: Pair) => boolean): string {
  const count = (grade: Grade, wanted: boolean) =>
    pairs.filter((pair) => pair.grade === grade && merged(pair) === wanted).length;
  const [right, missed, wrong] = [count("same", true), count("same", false), count("different", true)];
  const precision = right + wrong === 0 ? 0 : right / (right + wrong);
  const recall = right + missed === 0 ? 0 : right / (right + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const related = pairs.filter((pair) => pair.grade === "related").length;
  const followed = related === 0 ? "–" : `${count("related", true)} of ${related}`;
  return `| ${name} | ${[precision, recall, f1].map((value) => value.toFixed(3)).join(" / ")} | ${followed} |`;
}

/** Our stories of all articles of the pairs, in time order. */
function storiesOf(pairs: readonly Pair[]): Map<string, string> {
  const window = createStoryWindow();
  const articles = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((article) => [article.id, article]));
  const inOrder = [...articles.values()].sort((a, b) => a.publishedAt - b.publishedAt);
  return new Map(inOrder.map((article) => [article.id, window.place(article).storyId]));
}

function table(title: string, pairs: readonly Pair[]): string {
  const stories = storiesOf(pairs);
  const known = peers(pairs.flatMap(({ a, b }) => [a, b]));
  return [...new Set(pairs.map(({ set }) => set))]
    .map((set) => {
      const part = pairs.filter((pair) => pair.set === set);
      const ours = row("ours, as a stream", part, ({ a, b }) => stories.get(a.id) === stories.get(b.id));
      const others = Object.entries(known).map(([name, peer]) =>
        row(name, part, ({ a, b }) => peer.likeness(a, b) >= peer.threshold),
      );
      const head = ["| | precision / recall / F1 | follow-ups merged |", "| --- | --- | --- |"];
      return [`### ${title}, ${set}: ${part.length} pairs`, "", ...head, ours, ...others].join("\n");
    })
    .join("\n\n");
}

/** Time and memory of one window of 10,000 articles, all within two days. */
function load(articles: readonly PlacedArticle[]): string {
  const base = Date.UTC(2026, 0, 1);
  const stream = Array.from({ length: WINDOW_ARTICLES }, (_, index) => {
    const article = articles[index % articles.length] as PlacedArticle;
    return { ...article, id: `n${index}`, publishedAt: base + index * 15_000 };
  });
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  collectGarbage();
  const before = process.memoryUsage();
  const window = createStoryWindow();
  const times = stream.map((article) => {
    const start = performance.now();
    window.place(article);
    return performance.now() - start;
  });
  collectGarbage();
  const after = process.memoryUsage();
  const last = times.slice(-1000).sort((a, b) => a - b);
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  return `One article against ${window.count()}: p50 ${last[500]?.toFixed(2)} ms, p95 ${last[950]?.toFixed(2)} ms; the window takes ${(bytes / 1e6).toFixed(0)} MB.`;
}

const jsonLines = (path: string) =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

function placed(id: string, sourceId: string, title: string, text: string, publishedAt: number): PlacedArticle {
  return { id, sourceId, title, paragraphs: text.split("\n"), publishedAt };
}

function ownPairs(): Pair[] {
  const headlines = [
    ...SAME_EVENT.map((pair) => ({ pair, grade: "same" as const })),
    ...DIFFERENT_EVENTS.map((pair) => ({ pair, grade: "different" as const })),
  ].map(({ pair, grade }, index): Pair => {
    const at = Date.UTC(2026, 0, 1) + index * PAIR_GAP_HOURS * HOUR_MS;
    const side = (name: "a" | "b", hours: number) =>
      placed(`${index}${name}`, `source-${name}`, pair[name], "", at + hours * HOUR_MS);
    return { a: side("a", 0), b: side("b", 1), grade, set: "headlines without text" };
  });
  const articles = STREAM.flatMap((a, index) =>
    STREAM.slice(index + 1).map((b): Pair => {
      const grade = b.tells === a.id ? "same" : b.follows === a.id ? "related" : "different";
      return { a, b, grade, set: "articles" };
    }),
  );
  return [...articles, ...writtenPairs(), ...headlines];
}

function writtenPairs(): Pair[] {
  const graded: readonly (readonly [Grade, readonly ArticlePair[]])[] = [
    ["same", RETELLINGS],
    ["related", FOLLOW_UPS],
    ["different", [...OTHER_PLACES, ...OTHER_DEEDS]],
  ];
  return graded
    .flatMap(([grade, pairs]) => pairs.map((pair) => ({ grade, pair })))
    .map(({ grade, pair }, index): Pair => {
      const at = Date.UTC(2028, 0, 1) + index * PAIR_GAP_HOURS * HOUR_MS;
      const side = (name: "earlier" | "later", hours: number) => {
        const [title = "", text = ""] = pair[name].split(" || ");
        return placed(`${index}-${name}`, `source-${name}`, title, text, at + hours * HOUR_MS);
      };
      return { a: side("earlier", 0), b: side("later", pair.hours), grade, set: "articles" };
    });
}

interface CorpusSide {
  readonly id?: string;
  readonly src?: string;
  readonly time?: string;
  readonly title: string;
  readonly text?: string;
}

function corpusPairs(path: string): Pair[] {
  const sets: Record<string, string> = {
    peers: "headlines without text",
    "semeval-tonyx": "noisy (SemEval-2022 task 8)",
  };
  return jsonLines(path).map((line, index): Pair => {
    const at = Date.UTC(2030, 0, 1) + index * PAIR_GAP_HOURS * HOUR_MS;
    const side = (name: "a" | "b") => {
      const { id, src, time, title, text = "" } = line[name] as CorpusSide;
      const publishedAt = time === undefined ? at + (name === "b" ? HOUR_MS : 0) : Date.parse(time);
      return placed(id ?? `${line.id}-${name}`, src ?? `source-${name}`, title, text, publishedAt);
    };
    return { a: side("a"), b: side("b"), grade: line.grade as Grade, set: sets[line.source as string] ?? "articles" };
  });
}

/** Pairs of the archive that were labelled for this: our weights have seen them but for those that say otherwise, the peers have not. */
function labelledPairs(archive: readonly PlacedArticle[]): Pair[] {
  const articles = new Map(archive.map((article) => [article.id, article]));
  const picked: Record<string, string> = {
    bar: "picked near an earlier bar",
    words: "picked by common words",
    unfitted: "labelled after the weights were set",
  };
  return readFileSync(join(import.meta.dirname, "archive-labels.tsv"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line): Pair[] => {
      const [grade, first = "", second = "", how = ""] = line.split("\t");
      const [a, b] = [articles.get(first), articles.get(second)];
      return a && b ? [{ a, b, grade: grade as Grade, set: picked[how] ?? how }] : [];
    });
}

/** Tables: our stories beside Jaccard, SimHash and tf-idf, with time and memory; without a corpus folder on our own pairs. */
export async function storiesBench(corpus?: string): Promise<string> {
  if (corpus === undefined) return `${table("own pairs", ownPairs())}\n\n${load(STREAM)}`;
  const archive = jsonLines(join(corpus, "text", "archive.jsonl")).map((line) =>
    placed(line.id, line.sourceId, line.title, line.text, Date.parse(line.publishedAt)),
  );
  const pairs = corpusPairs(join(corpus, "text", "pairs-dev.jsonl"));
  return [table("pairs-dev", pairs), table("archive, our labels", labelledPairs(archive)), load(archive)].join("\n\n");
}
