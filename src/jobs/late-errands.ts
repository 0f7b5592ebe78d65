/** What is to be worked on later, each at its own instant. */
export interface Late<T> {
  add(entry: T, at: number): void;
  /** The earliest whose time has come; those of one instant in the order in which they came. */
  take(now: number): T | undefined;
  /** When the earliest is ready; undefined when there is none. */
  nextAt(): number | undefined;
}

interface Place<T> {
  readonly entry: T;
  readonly at: number;
  readonly turn: number;
}

/** A binary heap: a hundred thousand that wait for a line to come back cost no more to keep in order than ten. */
export function createLate<T>(): Late<T> {
  const heap: Place<T>[] = [];
  let turns = 0;

  const isBefore = (a: Place<T>, b: Place<T>) => a.at < b.at || (a.at === b.at && a.turn < b.turn);

  function rise(place: Place<T>): void {
    let index = heap.length;
    heap.push(place);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above] as Place<T>;
      if (!isBefore(place, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = place;
  }

  function sink(place: Place<T>): void {
    let index = 0;
    for (;;) {
      let below = index * 2 + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Place<T>, heap[below] as Place<T>)) below++;
      const child = heap[below] as Place<T>;
      if (!isBefore(child, place)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = place;
  }

  return {
    add(entry, at) {
      rise({ entry, at, turn: turns++ });
    },
    take(now) {
      const [first] = heap;
      if (first === undefined || first.at > now) return undefined;
      const last = heap.pop() as Place<T>;
      if (heap.length > 0) sink(last);
      return first.entry;
    },
    nextAt: () => heap[0]?.at,
  };
}
