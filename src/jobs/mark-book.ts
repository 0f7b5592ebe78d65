import { type Recipient, recipientKey } from "../digest/subscription.ts";
import { DamagedRecordError } from "../errors.ts";
import type { Mark } from "../outbox/delivery.ts";
import type { Clock, Stores } from "../ports.ts";
import { createGroupCommit } from "./group-commit.ts";

/** Writes what becomes of messages on their way, many marks at a time; two writes for one chat must not overlap. */
export interface MarkBook {
  /** Resolves when the mark is safe: only then may the message go. */
  begin(mark: Mark): Promise<void>;
  /** Puts an answer on record. Of a chat that was forgotten while its message was on its way nothing stays. */
  settle(mark: Mark): Promise<void>;
}

/** `steady` must not go back. `isMoved`: what is kept of this chat is under another id now. */
export function createMarkBook(
  stores: Pick<Stores, "marks" | "subscriptions">,
  steady: Clock,
  isMoved: (recipient: Recipient) => boolean,
): MarkBook {
  const marks = createGroupCommit(stores.marks, steady);
  const begin = (mark: Mark) => marks.put(recipientKey(mark), mark);

  async function isForgotten(mark: Mark): Promise<boolean> {
    try {
      return !isMoved(mark) && (await stores.subscriptions.get(recipientKey(mark))) === undefined;
    } catch (error) {
      if (error instanceof DamagedRecordError) return false;
      throw error;
    }
  }

  return {
    begin,
    async settle(mark) {
      await begin(mark);
      // Who forgets a chat deletes its choices before its mark: one of the two deletes the mark last.
      if (await isForgotten(mark)) await stores.marks.delete(recipientKey(mark));
    },
  };
}
