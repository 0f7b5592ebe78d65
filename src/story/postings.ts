/** Which members of a window have which terms. Members are small numbers (slots), terms the numbers of a vocabulary. */
export interface Postings {
  /** `at`: an instant by which members are told apart in `best`. */
  add(slot: number, at: number, terms: Iterable<number>): void;
  remove(slot: number, terms: Iterable<number>): void;
  /**
   * The slots with the most weight of these terms, best first, at most `count`; of equal ones the lower slot. Terms that more than
   * `common` slots have are passed over, and slots with less than `leastShare` of the weight of all terms, and those whose
   * instant is not from `since` to `until`.
   */
  best(
    terms: Iterable<number>,
    weight: (term: number) => number,
    choice: { count: number; common: number; leastShare: number; since: number; until: number },
  ): number[];
}

const FIRST_SLOTS = 1024;

/** Empty postings. */
export function createPostings(): Postings {
  const slotsOf = new Map<number, number[]>();
  let scores = new Float64Array(FIRST_SLOTS);
  let instants = new Float64Array(FIRST_SLOTS);
  /** The slots that a question found, in the order in which it did. */
  let touched = new Uint32Array(FIRST_SLOTS);

  return {
    add(slot, at, terms) {
      while (slot >= scores.length) {
        const known = instants;
        instants = new Float64Array(known.length * 2);
        instants.set(known);
        scores = new Float64Array(instants.length);
        touched = new Uint32Array(instants.length);
      }
      instants[slot] = at;
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
    best(terms, weight, { count, common, leastShare, since, until }) {
      let found = 0;
      let all = 0;
      for (const term of terms) {
        const own = weight(term);
        all += own;
        const slots = slotsOf.get(term);
        if (slots === undefined || slots.length > common) continue;
        for (const slot of slots) {
          const score = scores[slot] as number;
          if (score === 0) touched[found++] = slot;
          scores[slot] = score + own;
        }
      }
      const slots = touched.subarray(0, found);
      const least = leastShare * all;
      const within = slots.filter((slot) => {
        const at = instants[slot] as number;
        return (scores[slot] as number) >= least && at >= since && at <= until;
      });
      const best = selectLargest(within, scores, count);
      for (const slot of slots) scores[slot] = 0;
      return best;
    },
  };
}

/** The slots with the largest scores: one pass over all, with the least of those kept as the bar. */
function selectLargest(slots: Iterable<number>, scores: Float64Array, count: number): number[] {
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
