import { DamagedRecordError } from "../errors.ts";
import { DAY_MS } from "../lib/time.ts";
import type { Mark } from "../outbox/delivery.ts";
import { begin, isFinal } from "../outbox/transition.ts";
import type { Clock, Logger, Stores } from "../ports.ts";
import type { Canary } from "./canary.ts";
import type { Endings } from "./endings.ts";
import type { Errand, Lanes } from "./lanes.ts";
import type { MarkBook } from "./mark-book.ts";
import type { Pacer } from "./pacer.ts";
import { wants } from "./recipients.ts";
import type { Relocation } from "./relocation.ts";

/** After so many recipients that needed no message the event loop has a turn. */
const LOOKED_AT = 100;

/** A recipient that needs a message now, and what is known of it. */
export interface Chosen {
  readonly errand: Errand;
  readonly mark: Mark | undefined;
}

/** Tells who needs a message now from who needs none, or none yet. */
export interface Triage {
  /** The next recipient that needs one; those before it are brought to an end or put off. Rejects when the store fails: nobody is lost. */
  next(): Promise<Chosen | undefined>;
}

/** `steady` is the clock of the lanes and the pacer; `clock` has the instants that are stored. */
export function createTriage(deps: {
  stores: Pick<Stores, "marks" | "subscriptions">;
  lanes: Lanes;
  pacer: Pacer;
  marks: MarkBook;
  canary: Canary;
  relocation: Relocation;
  endings: Endings;
  steady: Clock;
  clock: Clock;
  logger: Logger;
}): Triage {
  const { stores, lanes, pacer, marks, canary, relocation, endings, steady, clock, logger } = deps;

  /** The errand, where a message may go now. Else what it needs was done. */
  async function look(errand: Errand): Promise<Chosen | undefined> {
    const { edition, recipient, key } = errand;
    const done = async () => void (await endings.finish(errand));
    if (lanes.editionFor(recipient)?.id !== edition.id) return done();
    const newId = relocation.newIdOf(recipient);
    if (newId !== undefined) return void lanes.putOff(await relocation.move(errand, newId), steady.now());
    const now = clock.now();
    if (now > edition.expiresAt) return void (await endings.drop(edition));
    const [mark, subscription] = await Promise.all([stores.marks.get(key), stores.subscriptions.get(key)]);
    if (subscription === undefined && mark !== undefined) await stores.marks.delete(key); // forgotten
    if (mark !== undefined && isFinal(mark, edition, now)) return done();
    if (!wants(subscription, mark, edition, now)) return done();
    if (canary.hasSeen(edition, recipient)) {
      await marks.settle({ ...begin(mark, edition, recipient, now), part: edition.messages.length, state: "sent" });
      return done();
    }
    const waitMs = mark?.editionId === edition.id && !errand.isLate ? mark.notBefore - now : 0;
    // More than a day is the word of a clock that was wrong.
    const freeAt = Math.max(pacer.freeAt(recipient.chatId), waitMs > DAY_MS ? 0 : steady.now() + waitMs);
    return freeAt <= steady.now() ? { errand, mark } : void lanes.putOff(errand, freeAt);
  }

  return {
    async next() {
      for (let looked = 1; ; looked++) {
        if (looked % LOOKED_AT === 0) await new Promise((resolve) => setImmediate(resolve));
        const errand = await lanes.next(steady.now());
        if (errand === undefined) return undefined;
        try {
          const chosen = await look(errand);
          if (chosen !== undefined) return chosen;
        } catch (error) {
          if (!(error instanceof DamagedRecordError)) {
            lanes.putOff(errand, steady.now());
            throw error;
          }
          // A record that is damaged is nobody's: the others go on.
          logger.error({ err: error, key: errand.key }, "a damaged record is left out");
          await endings.finish(errand);
        }
      }
    },
  };
}
