import type { Batch, Edition } from "../digest/edition.ts";
import type { Recipient } from "../digest/subscription.ts";
import type { Clock, Logger, MessageSender, Stores } from "../ports.ts";

/** A clock that also counts evenly, whatever the machine's clock is set to. */
export interface SteadyClock extends Clock {
  /** Milliseconds since some instant of this process: for waits and for what is spread over time, never stored. */
  elapsedMs(): number;
}

/** What became of deliveries since the start; `pending` and `inFlight` are now. */
export interface DeliveryCounts {
  readonly pending: number;
  readonly inFlight: number;
  /** Messages. */
  readonly sent: number;
  /** Attempts whose answer was cut off or unclear: these may have come twice. */
  readonly ambiguous: number;
  readonly rejected: number;
  /** Chats. */
  readonly parked: number;
  readonly dead: number;
}

/** The part of the counts that only grows: who brings something about counts it. */
export type Tally = { -readonly [Count in Exclude<keyof DeliveryCounts, "pending" | "inFlight">]: number };

/** Sends what was planned: each part once, in order, and again only where no clear answer came. */
export interface Delivery {
  /** Reads what was planned and is not at an end. Answers how many recipients are waiting. */
  load(): Promise<number>;
  /** Takes an edition that is stored. */
  enqueue(edition: Edition, batches: readonly Batch[]): void;
  /** Keeps a recipient's place for an edition that is being planned; false when one is on its way or being planned already. */
  reserve(recipient: Recipient): boolean;
  /** Gives up a place that was kept and not needed. */
  unreserve(recipient: Recipient): void;
  /** The slot of the edition that is on its way to this recipient. */
  pendingSlot(recipient: Recipient): number | undefined;
  /** When the oldest slot was whose edition is on its way; undefined when none is. */
  oldestSlot(): number | undefined;
  /**
   * Works until `signal` is aborted and what is in flight has its answer. Rejects with
   * `BotStoppedError` when the token is refused.
   */
  run(signal: AbortSignal): Promise<void>;
  /**
   * What is on its way to one chat goes to the other from now on, and what is kept of it follows. Rejects when that could not be
   * recorded; it is tried again as long as the process lives.
   */
  moved(fromChatId: number, toChatId: number): Promise<void>;
  counts(): DeliveryCounts;
  /** Whether the store could be used the last time. */
  isHealthy(): boolean;
}

/** What a delivery works with. */
export interface DeliveryDeps {
  readonly stores: Stores;
  readonly sender: MessageSender;
  readonly clock: SteadyClock;
  readonly logger: Logger;
  readonly random: () => number;
  readonly messagesPerSecond: number;
  readonly canaryChat: number | null;
  readonly operatorIds: readonly number[];
  /** What operators are told when Telegram refuses a text of ours. */
  readonly rejectedText: (description: string) => string;
  /** What operators are told when the store cannot be used. */
  readonly storeText: (reason: string) => string;
  /** Moves what is kept of a chat to its new id; doing it again completes it. */
  readonly moveChat: (fromChatId: number, toChatId: number) => Promise<void>;
}
