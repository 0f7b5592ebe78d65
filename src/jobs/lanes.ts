import { type Batch, batchKey, type Edition } from "../digest/edition.ts";
import { type Recipient, recipientKey } from "../digest/subscription.ts";
import { createLate, type Late } from "./late-errands.ts";
import { createPlaces } from "./places.ts";

/** One recipient of one batch, to be brought to an end. */
export interface Errand {
  readonly edition: Edition;
  readonly batch: number;
  readonly recipient: Recipient;
  readonly key: string;
  /** It was put off, and its time has come. */
  readonly isLate: boolean;
}

/**
 * What waits to be sent, in the order of slots; what a person asked for goes before what is sent to many, and what was put off comes
 * back at its time. Kept are numbers: the batches are read from the store when their turn comes.
 */
export interface Lanes {
  /** Takes note of an edition and of batches of it that are stored. `held`: nothing of it is given out before `release`. */
  add(edition: Edition, batches: readonly Batch[], held?: boolean): void;
  release(editionId: string): void;
  /** Whether `next` may have something. */
  hasWork(now: number): boolean;
  /** The next errand that may be worked on now. What reading a batch throws leaves everything as it was. */
  next(now: number): Promise<Errand | undefined>;
  /** Gives an errand back, not to be worked on before `at`. */
  putOff(errand: Errand, at: number): void;
  /** When the next one that was put off is ready; undefined when none was. */
  nextAt(): number | undefined;
  /** The same errand for a chat that has another id now. */
  move(errand: Errand, recipient: Recipient): Errand;
  /** The errand has come to an end. Answers the key of its batch when that has, too. */
  finish(errand: Errand): string | undefined;
  /** The edition that is on its way to this recipient. */
  editionFor(recipient: Recipient): Edition | undefined;
  /** When the oldest slot was whose edition is on its way; undefined when none is. */
  oldestSlot(): number | undefined;
  /** Keeps the recipient's place for an edition that is being planned; false when one is on its way already. */
  reserve(recipient: Recipient): boolean;
  /** Gives up a place that was kept. */
  unreserve(recipient: Recipient): void;
  /** Drops what is left of an edition; answers the keys of its batches. What is being sent of it goes on. */
  drop(editionId: string): string[];
  pendingCount(): number;
}

/** An edition on its way. */
interface Row {
  readonly edition: Edition;
  /** Batches to be read, in order, and how many of them were. */
  readonly batches: number[];
  readCount: number;
  /** Recipients of the batch that was read last, the next one at the end. */
  ready: Errand[];
  /** Batch → how many of its recipients are not at an end. */
  readonly left: Map<number, number>;
  held: boolean;
  /** A batch of it could not be read. */
  hasGap: boolean;
}

interface Lane {
  rows: Row[];
  readonly late: Late<Errand>;
}

/** Empty lanes. `readBatch` answers undefined for a batch that is gone. */
export function createLanes(readBatch: (key: string) => Promise<Batch | undefined>): Lanes {
  const asked: Lane = { rows: [], late: createLate() };
  const broadcast: Lane = { rows: [], late: createLate() };
  const rows = new Map<string, Row>();
  const places = createPlaces<Row>();

  const laneOf = (edition: Edition) => (edition.asked ? asked : broadcast);

  function enter(row: Row): void {
    const lane = laneOf(row.edition);
    if (lane.rows.includes(row)) return;
    lane.rows = [...lane.rows, row].sort((a, b) => a.edition.slotAt - b.edition.slotAt);
  }

  function rowFor(edition: Edition, held: boolean): Row {
    const known = rows.get(edition.id);
    if (known !== undefined) {
      enter(known);
      return known;
    }
    const row: Row = { edition, batches: [], readCount: 0, ready: [], left: new Map(), held, hasGap: false };
    rows.set(edition.id, row);
    enter(row);
    return row;
  }

  function forget(row: Row): void {
    if (row.hasGap) places.freeAll(row);
    rows.delete(row.edition.id);
    places.forget(row);
    const lane = laneOf(row.edition);
    lane.rows = lane.rows.filter((other) => other !== row);
  }

  /** A batch that is not there: nobody knows its recipients, so all who are left with this edition go free at its end. */
  function giveUp(row: Row, number: number): void {
    row.left.delete(number);
    row.hasGap = true;
    if (row.left.size === 0) forget(row);
  }

  /** The next recipient of an edition, in the order of its batches. */
  async function nextOf(row: Row): Promise<Errand | undefined> {
    while (row.ready.length === 0 && row.readCount < row.batches.length) {
      const number = row.batches[row.readCount] as number;
      const batch = await readBatch(batchKey(row.edition.id, number));
      row.readCount++;
      if (batch === undefined) giveUp(row, number);
      const { edition } = row;
      row.ready = (batch?.recipients ?? [])
        .map((recipient) => ({ edition, batch: number, recipient, key: recipientKey(recipient), isLate: false }))
        .reverse();
    }
    return row.ready.pop();
  }

  const isSpent = (row: Row) => row.ready.length === 0 && row.readCount === row.batches.length;
  const isOpen = (lane: Lane) => lane.rows.some((row) => !row.held);

  function lateOf(lane: Lane, now: number): Errand | undefined {
    for (;;) {
      const errand = lane.late.take(now);
      if (errand === undefined || rows.has(errand.edition.id)) return errand;
    }
  }

  return {
    add(edition, batches, held = false) {
      const row = rowFor(edition, held);
      for (const { number, recipients } of batches.filter((batch) => batch.recipients.length > 0)) {
        row.batches.push(number);
        row.left.set(number, recipients.length);
        for (const recipient of recipients) places.give(recipient, row);
      }
      if (row.left.size === 0) forget(row);
    },
    release(editionId) {
      const row = rows.get(editionId);
      if (row !== undefined) row.held = false;
    },
    hasWork: (now) =>
      [asked, broadcast].some((lane) => (lane.late.nextAt() ?? Number.POSITIVE_INFINITY) <= now || isOpen(lane)),
    async next(now) {
      for (const lane of [asked, broadcast]) {
        const late = lateOf(lane, now);
        if (late !== undefined) return { ...late, isLate: true };
        for (const row of lane.rows) {
          if (row.held) continue;
          const errand = await nextOf(row);
          // Spent: it stays known until its last errand is at an end, but there is nothing more to be read.
          if (isSpent(row)) lane.rows = lane.rows.filter((other) => other !== row);
          if (errand !== undefined && rows.get(row.edition.id) === row) return errand;
        }
      }
      return undefined;
    },
    putOff(errand, at) {
      laneOf(errand.edition).late.add(errand, at);
    },
    nextAt() {
      const [first, second] = [asked.late.nextAt(), broadcast.late.nextAt()];
      return first === undefined || second === undefined ? (first ?? second) : Math.min(first, second);
    },
    move(errand, recipient) {
      places.move(errand.recipient, recipient);
      return { ...errand, recipient, key: recipientKey(recipient) };
    },
    finish(errand) {
      const row = rows.get(errand.edition.id);
      if (row === undefined) return undefined;
      if (places.of(errand.recipient) === row) places.free(errand.recipient);
      const left = (row.left.get(errand.batch) ?? 1) - 1;
      row.left.set(errand.batch, left);
      if (left > 0) return undefined;
      row.left.delete(errand.batch);
      if (row.left.size === 0) forget(row);
      return batchKey(row.edition.id, errand.batch);
    },
    editionFor: (recipient) => places.of(recipient)?.edition,
    oldestSlot() {
      const slots = [...rows.values()].map((row) => row.edition.slotAt);
      return slots.length === 0 ? undefined : slots.reduce((a, b) => Math.min(a, b));
    },
    reserve: (recipient) => places.reserve(recipient),
    unreserve: (recipient) => places.unreserve(recipient),
    drop(editionId) {
      const row = rows.get(editionId);
      if (row === undefined) return [];
      places.freeAll(row);
      forget(row);
      return [...row.left.keys()].map((number) => batchKey(editionId, number));
    },
    pendingCount: () => places.count(),
  };
}
