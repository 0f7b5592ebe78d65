import type { SendResult } from "../outbox/delivery.ts";

/** So many chats whose messages Telegram refused in any form stop an edition, too. */
const MOST_REFUSALS = 3;

/** What a refused text says about its edition. */
export type Verdict =
  | "told" // it came without its markup, which is wrong then: the edition stops
  | "stop" // no clear answer, or refused in any form of too many chats: the edition stops
  | "refused" // refused in any form: this chat's own trouble
  | "known"; // somebody else's refusal is being dealt with, or the program stops

/** Texts that Telegram refused. */
export interface Refusals {
  /** Whose fault it was. `sendPlain` is called once for an edition, and again only where that was refused. */
  judge(editionId: string, sendPlain: () => Promise<SendResult | undefined>): Promise<Verdict>;
}

/** None yet. */
export function createRefusals(): Refusals {
  const judged = new Set<string>();
  const refusals = new Map<string, number>();
  return {
    async judge(editionId, sendPlain) {
      if (judged.has(editionId)) return "known";
      judged.add(editionId);
      const result = await sendPlain();
      if (result?.kind === "sent") return "told";
      if (result !== undefined && result.kind !== "rejected") return "stop";
      judged.delete(editionId);
      if (result === undefined) return "known";
      const count = (refusals.get(editionId) ?? 0) + 1;
      refusals.set(editionId, count);
      return count < MOST_REFUSALS ? "refused" : "stop";
    },
  };
}
