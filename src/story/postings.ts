/** Which members of a window have which terms. Members are small numbers (slots), terms the numbers of a vocabulary. */
export interface Postings {
  add(slot: number, terms: Iterable<number>): void;
  remove(slot: number, terms: Iterable<number>): void;
  /**
   * The slots with the most weight of these terms, best first, at most `count`; of equal ones the lower slot. Terms that more than
   * `common` slots have are passed over, and slots that `accept` refuses.
   */
  best(
    terms: Iterable<number>,
    weight: (term: number) => number,
    choice: { count: number; common: number; accept: (slot: number) => boolean },
  ): number[];
}

/** Empty postings. */
export function createPostings(): Postings {
  const slotsOf = new Map<number, number[]>();
  let scores = new Float64Array(1024);

  return {
    add(slot, terms) {
      while (slot >= scores.length) scores = new Float64Array(scores.length * 2);
      for (const term of terms) {
        const slots = slotsOf.get(term);
        if (slots === undefined) slotsOf.set(term, [slot]);
        else slots.push(slot);
      }
    },
    remove(slot, terms) {
      for (const term of terms) {
        const slots = slotsOf.get(term);
        const at = slots?.indexOf(slot) ?? -1;
        if (slots === undefined || at < 0) continue;
        const last = slots.pop() as number;
        if (at < slots.length) slots[at] = last;
        if (slots.length === 0) slotsOf.delete(term);
      }
    },
    best(terms, weight, { count, common, accept }) {
      const touched: number[] = [];
      for (const term of terms) {
        const slots = slotsOf.get(term);
        if (slots === undefined || slots.length > common) continue;
        const own = weight(term);
        for (const slot of slots) {
          const score = scores[slot] as number;
          if (score === 0) touched.push(slot);
          scores[slot] = score + own;
        }
      }
      const found = selectLargest(touched.filter(accept), scores, count);
      for (const slot of touched) scores[slot] = 0;
      return found;
    },
  };
}

/** The slots with the largest scores: one pass over all, with the least of those kept as the bar. */
function selectLargest(slots: readonly number[], scores: Float64Array, count: number): number[] {
  const before = (a: number, b: number) => (scores[b] as number) - (scores[a] as number) || a - b;
  let kept: number[] = [];
  let bar = Number.NEGATIVE_INFINITY;
  for (const slot of slots) {
    if ((scores[slot] as number) < bar) continue;
    kept.push(slot);
    if (kept.length < count * 4) continue;
    kept = kept.sort(before).slice(0, count);
    bar = scores[kept.at(-1) as number] as number;
  }
  return kept.sort(before).slice(0, count);
}
