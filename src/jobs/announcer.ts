import type { Recipient } from "../digest/subscription.ts";
import type { SendResult } from "../outbox/delivery.ts";
import type { MessageSender } from "../ports.ts";
import type { Pacer } from "./pacer.ts";
import type { Waits } from "./waits.ts";

/** Sends what is no delivery: to the canary, to operators, a refused text once more. In its turn, outside the order of editions. */
export interface Announcer {
  /** Undefined when the program stops before. */
  say(recipient: Recipient, html: string, plain: boolean): Promise<SendResult | undefined>;
  tellOperators(html: string): Promise<void>;
}

/** `stopping` answers the signal that ends the wait for a turn; sending itself is never cut off. */
export function createAnnouncer(deps: {
  sender: MessageSender;
  pacer: Pacer;
  waits: Waits;
  operatorIds: readonly number[];
  stopping: () => AbortSignal;
}): Announcer {
  const { sender, pacer, waits, operatorIds, stopping } = deps;
  const unhurried = new AbortController().signal;

  async function say(recipient: Recipient, html: string, plain: boolean): Promise<SendResult | undefined> {
    let turn = await pacer.turn(stopping());
    while (turn !== undefined && !(await turn.start(recipient.chatId))) turn = await pacer.turn(stopping());
    if (turn === undefined) return undefined;
    const result = await sender.send({ ...recipient, html, plain }, unhurried);
    if (result.kind === "wait")
      await waits.begin(recipient.chatId, result.scope, result.retryAfterMs).catch(() => undefined);
    return result;
  }

  return {
    say,
    async tellOperators(html) {
      for (const chatId of operatorIds) await say({ chatId, threadId: 0 }, html, true);
    },
  };
}
