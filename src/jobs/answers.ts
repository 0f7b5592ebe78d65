import { BotStoppedError } from "../errors.ts";
import type { Mark, SendResult } from "../outbox/delivery.ts";
import { afterSend } from "../outbox/transition.ts";
import type { Clock } from "../ports.ts";
import type { Announcer } from "./announcer.ts";
import type { Tally } from "./delivery.ts";
import type { Endings } from "./endings.ts";
import type { Errand, Lanes } from "./lanes.ts";
import type { MarkBook } from "./mark-book.ts";
import type { Pacer } from "./pacer.ts";
import { createRefusals } from "./refusals.ts";
import type { Relocation } from "./relocation.ts";
import type { StoreTrouble } from "./store-trouble.ts";
import type { Waits } from "./waits.ts";

/** What Telegram answers to deliveries. */
export interface Answers {
  /**
   * Records what an answer means, and does what follows from it. `begun`: the mark under which the message went. Rejects with
   * `BotStoppedError` when the token is refused.
   */
  take(errand: Errand, begun: Mark, result: SendResult): Promise<void>;
}

/** `steady` is the clock of the lanes and the pacer; `clock` has the instants that are stored. `random` in [0, 1) is the jitter. */
export function createAnswers(deps: {
  lanes: Lanes;
  pacer: Pacer;
  marks: MarkBook;
  waits: Waits;
  relocation: Relocation;
  endings: Endings;
  trouble: StoreTrouble;
  tally: Tally;
  say: Announcer["say"];
  steady: Clock;
  clock: Clock;
  random: () => number;
}): Answers {
  const { lanes, pacer, marks, waits, relocation, endings, trouble, tally, say, steady, clock, random } = deps;
  const refusals = createRefusals();

  function count(result: SendResult, isDead: boolean): void {
    if (result.kind === "sent") tally.sent++;
    if (result.kind === "maybe") tally.ambiguous++;
    if (result.kind === "parked") tally.parked++;
    if (isDead) tally.dead++;
  }

  /** Telegram refused our text. Refused without markup, too, it is this chat's own trouble. */
  async function refused(errand: Errand, part: number, mark: Mark, description: string): Promise<void> {
    const { edition, recipient } = errand;
    tally.rejected++;
    const verdict = await refusals.judge(edition.id, () => say(recipient, edition.messages[part] ?? "", true));
    // Only who got the plain text was told anything; for all others the news stay new.
    const told = verdict === "told" ? mark : { ...mark, until: Math.min(mark.until, edition.since) };
    await trouble.surely(() => marks.settle(told));
    await endings.finish(errand);
    if (verdict === "told" || verdict === "stop") await endings.stop(edition, description);
  }

  return {
    async take(given, begun, result) {
      const { edition, recipient } = given;
      const now = clock.now();
      const { mark, effect } = afterSend(begun, result, edition, now, random());
      const waitMs = mark.notBefore - now;
      if (effect.kind === "moved") return lanes.putOff(await relocation.move(given, effect.chatId, mark), steady.now());
      if (effect.kind === "rejected") return refused(given, begun.part, mark, effect.description);
      if (result.kind === "wait") await trouble.surely(() => waits.begin(recipient.chatId, result.scope, waitMs));
      count(result, effect.kind === "dead");
      await trouble.surely(() => marks.settle(mark));
      // The chat may have moved meanwhile: then what became of its message is known under its new id, too.
      const newId = relocation.newIdOf(recipient);
      const errand = newId === undefined ? given : await relocation.move(given, newId, mark);
      switch (effect.kind) {
        case "fatal":
          throw new BotStoppedError(`Telegram refuses the token: ${effect.description}`);
        case "next":
          return lanes.putOff(errand, pacer.freeAt(recipient.chatId));
        case "retry":
        case "block":
          return lanes.putOff(errand, steady.now() + waitMs);
        default: // all was sent, or the chat was parked or given up
          await endings.finish(errand);
      }
    },
  };
}
