import { terms } from "../../src/lib/arabic/terms.ts";
import { splitSentences } from "../../src/summarise/sentences.ts";

const DAMPING = 0.85;
const ROUNDS = 60;

/** A peer of the bench: takes sentences of an article, best first, until the words are used up, and shows them in order. */
export type Ranker = (sentences: readonly string[]) => number[];

/** PageRank over a matrix of likenesses. Source: https://aclanthology.org/W04-3252/ */
function pageRank(weights: readonly (readonly number[])[]): number[] {
  const count = weights.length;
  const sums = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = new Array<number>(count).fill(1 / count);
  for (let round = 0; round < ROUNDS; round++)
    ranks = ranks.map((_, to) => {
      const flow = weights.reduce((sum, row, from) => {
        const total = sums[from] as number;
        return total === 0 ? sum : sum + ((row[to] as number) / total) * (ranks[from] as number);
      }, 0);
      return (1 - DAMPING) / count + DAMPING * flow;
    });
  return ranks;
}

const bags = (sentences: readonly string[]) =>
  sentences.map((sentence) => {
    const bag = new Map<string, number>();
    for (const term of terms(sentence)) bag.set(term, (bag.get(term) ?? 0) + 1);
    return bag;
  });

/** TextRank: common terms by the logarithms of the lengths. Source: https://aclanthology.org/W04-3252/ */
export const textRank: Ranker = (sentences) => {
  const all = bags(sentences);
  return pageRank(
    all.map((a, i) =>
      all.map((b, j) => {
        if (i === j || a.size < 2 || b.size < 2) return 0;
        return [...a.keys()].filter((term) => b.has(term)).length / (Math.log(a.size) + Math.log(b.size));
      }),
    ),
  );
};

/**
 * Continuous LexRank: cosines weighted by how few sentences have a term. Source:
 * https://www.jair.org/index.php/jair/article/view/10396
 */
export const lexRank: Ranker = (sentences) => {
  const all = bags(sentences);
  const having = new Map<string, number>();
  for (const bag of all) for (const term of bag.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  const idf = (term: string) => Math.log(1 + all.length / (having.get(term) ?? 1));
  const size = (bag: ReadonlyMap<string, number>) =>
    Math.sqrt([...bag].reduce((sum, [term, count]) => sum + (count * idf(term)) ** 2, 0));
  const sizes = all.map(size);
  return pageRank(
    all.map((a, i) =>
      all.map((b, j) => {
        if (i === j) return 0;
        let dot = 0;
        for (const [term, count] of a) dot += count * (b.get(term) ?? 0) * idf(term) ** 2;
        return dot === 0 ? 0 : dot / ((sizes[i] as number) * (sizes[j] as number));
      }),
    ),
  );
};

/** The best sentences of a text by a ranker, in their order: at most three, and at most so many words if more than one. */
export function rankedSummary(text: string, ranker: Ranker, words: number): string {
  const sentences = splitSentences(text).slice(0, 40);
  const ranks = ranker(sentences);
  const best = sentences.map((_, index) => index).sort((a, b) => (ranks[b] as number) - (ranks[a] as number));
  const chosen: number[] = [];
  let used = 0;
  for (const index of best) {
    const length = (sentences[index] as string).split(/\s+/).length;
    if (chosen.length === 3) break;
    if (chosen.length > 0 && used + length > words) continue;
    chosen.push(index);
    used += length;
  }
  return chosen
    .sort((a, b) => a - b)
    .map((index) => sentences[index])
    .join(" ");
}
