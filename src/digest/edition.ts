import type { Recipient } from "./subscription.ts";

/** The frozen messages that all chats with the same choices and the same `since` share at a slot. */
export interface Edition {
  /** Hash of slot instant, since and choices: planning twice writes the same keys. */
  readonly id: string;
  readonly slotAt: number;
  /** News first seen after this … */
  readonly since: number;
  /** … up to this are in it, or were left out by choice. */
  readonly until: number;
  readonly storyIds: readonly string[];
  /** Classic HTML, each within Telegram's limits, in order. */
  readonly messages: readonly string[];
  /** Batches `0 … batchCount - 1` are stored under `batchKey`. */
  readonly batchCount: number;
  /** The flag that is written last: an edition without it was cut short and is planned again. */
  readonly planned: boolean;
  /** After this instant what was not sent is not sent any more. */
  readonly expiresAt: number;
  /** Telegram refused our text: what is left goes as plain text to one chat and then stops. */
  readonly stopped: boolean;
  /** A person asked for it: it goes before what is sent to many, and into quiet hours. */
  readonly asked: boolean;
  /** An urgent story is in it: it goes into the quiet hours of those who allow it. */
  readonly urgent: boolean;
}

/** Up to 25 recipients of an edition: one second of quota. Deleted when all of them are final. */
export interface Batch {
  readonly editionId: string;
  readonly number: number;
  readonly recipients: readonly Recipient[];
}

/** The key of a batch in its store. */
export function batchKey(editionId: string, number: number): string {
  return `${editionId}:${number}`;
}
