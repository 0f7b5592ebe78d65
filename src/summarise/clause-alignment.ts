import { isSameWord, type MeantWord } from "./meant-words.ts";

/** Which word of a summary's clause is which of an article's, by their places; both rise. */
export type Alignment = ReadonlyMap<number, number>;

/** Common words, the last of them at a place in each clause. */
interface Chain {
  readonly length: number;
  readonly said: number;
  readonly told: number;
  readonly before: Chain | undefined;
}

const longer = (one: Chain | undefined, other: Chain | undefined) =>
  one === undefined || (other !== undefined && other.length > one.length) ? other : one;

/**
 * The most words that a summary's clause has in common with an article's, in the same order; undefined where something stands in
 * another's place: between two common words, before the first and behind the last, words are left out or come in, not both. What governs
 * a common word («تعتزم») is not left out; `isWithin`: but right behind it a part of a clause may begin that names who
 * denies, and not what («نفت الشركة أن …»).
 */
export function alignmentOf(
  said: readonly MeantWord[],
  told: readonly MeantWord[],
  isWithin: boolean,
): Alignment | undefined {
  /** The longest chains up to the word before, by their last word in the article: those that end there, and those that end anywhere before. */
  let previous: (Chain | undefined)[] = [];
  const earlier: (Chain | undefined)[] = [];
  /** How many words are common in this order, whatever stands between them, up to each word of the article. */
  let common = new Array<number>(told.length + 1).fill(0);
  let best: Chain | undefined;
  /** Whether the clause says something of what stands behind this word and «أن». */
  const tellsWhat = (from: number) =>
    told.some((other, index) => index > from && other.isSpokenOf && said.some((word) => isSameWord(word, other)));
  for (const [at, word] of said.entries()) {
    const current: (Chain | undefined)[] = [];
    const counts = [0];
    /** The longest chain to the word before that this one can follow, if what is between is left out. */
    let leavingOut: Chain | undefined;
    let canSkip = true;
    for (const [index, other] of told.entries()) {
      const isSame = isSameWord(word, other);
      counts.push(
        isSame ? (common[index] as number) + 1 : Math.max(counts[index] as number, common[index + 1] as number),
      );
      if (isSame) {
        const before = longer(leavingOut, earlier[index - 1]);
        const isBehindGovernor = () => isWithin && told[index - 1]?.isGovernor === true && !tellsWhat(index);
        const canBegin = index === 0 || (at === 0 && (canSkip || isBehindGovernor()));
        if (before !== undefined || canBegin)
          current[index] = { length: (before?.length ?? 0) + 1, said: at, told: index, before };
      }
      if (at === said.length - 1 || index === told.length - 1) best = longer(best, current[index]);
      leavingOut = other.isGovernor ? previous[index] : longer(leavingOut, previous[index]);
      canSkip &&= !other.isGovernor;
    }
    for (const [index, chain] of current.entries()) earlier[index] = longer(earlier[index], chain);
    common = counts;
    previous = current;
  }
  if (best === undefined || best.length < (common.at(-1) ?? 0)) return undefined;
  const pairs: [number, number][] = [];
  for (let chain: Chain | undefined = best; chain !== undefined; chain = chain.before)
    pairs.unshift([chain.said, chain.told]);
  return new Map(pairs);
}
