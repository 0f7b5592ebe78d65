import { type Batch, batchKey, type Edition } from "../digest/edition.ts";
import { type Recipient, recipientKey } from "../digest/subscription.ts";

/** One recipient of one batch, to be brought to an end. */
export interface Errand {
  readonly edition: Edition;
  readonly batch: string;
  readonly recipient: Recipient;
  readonly key: string;
}

/** What waits to be sent: in the order of slots; what was put off comes back at its time. */
export interface Lanes {
  add(edition: Edition, batches: readonly Batch[]): void;
  /** The next errand that may be worked on now. */
  next(now: number): Errand | undefined;
  /** Gives an errand back, not to be worked on before `at`. */
  putOff(errand: Errand, at: number): void;
  /** When the next one that was put off is ready; undefined when none was. */
  nextAt(): number | undefined;
  /** The same errand for a chat that has another id now. */
  move(errand: Errand, recipient: Recipient): Errand;
  /** The errand has come to an end. Answers whether its batch has, too. */
  finish(errand: Errand): boolean;
  /** The edition that is on its way to this recipient. */
  editionFor(key: string): string | undefined;
  /** Drops what is left of an edition; answers the keys of its batches. */
  drop(editionId: string): string[];
  pendingCount(): number;
}

export function createLanes(): Lanes {
  let ready: Errand[] = [];
  let first = 0;
  let late: { errand: Errand; at: number }[] = [];
  /** Recipient → edition. A chat has one edition on its way at a time. */
  const pending = new Map<string, string>();
  /** Batch → how many of its recipients are not at an end. */
  const open = new Map<string, number>();

  return {
    add(edition, batches) {
      for (const batch of batches) {
        const key = batchKey(batch.editionId, batch.number);
        open.set(key, batch.recipients.length);
        for (const recipient of batch.recipients) {
          const errand: Errand = { edition, batch: key, recipient, key: recipientKey(recipient) };
          pending.set(errand.key, edition.id);
          ready.push(errand);
        }
      }
    },
    next(now) {
      const due = late.findIndex((entry) => entry.at <= now);
      if (due >= 0) return late.splice(due, 1)[0]?.errand;
      if (first >= ready.length) {
        ready = [];
        first = 0;
        return undefined;
      }
      return ready[first++];
    },
    putOff(errand, at) {
      late.push({ errand, at });
      late.sort((a, b) => a.at - b.at);
    },
    nextAt: () => late[0]?.at,
    move(errand, recipient) {
      const moved = { ...errand, recipient, key: recipientKey(recipient) };
      pending.delete(errand.key);
      pending.set(moved.key, errand.edition.id);
      return moved;
    },
    finish(errand) {
      pending.delete(errand.key);
      const left = (open.get(errand.batch) ?? 1) - 1;
      if (left > 0) open.set(errand.batch, left);
      else open.delete(errand.batch);
      return left <= 0;
    },
    editionFor: (key) => pending.get(key),
    drop(editionId) {
      const batches = new Set<string>();
      const stays = (errand: Errand) => {
        if (errand.edition.id !== editionId) return true;
        pending.delete(errand.key);
        batches.add(errand.batch);
        return false;
      };
      ready = ready.slice(first).filter(stays);
      first = 0;
      late = late.filter((entry) => stays(entry.errand));
      for (const key of batches) open.delete(key);
      return [...batches];
    },
    pendingCount: () => pending.size,
  };
}
