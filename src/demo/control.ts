import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../ports.ts";
import type { BotState } from "./bot-state.ts";
import type { Delivered } from "./chats.ts";
import type { Fault } from "./faults.ts";
import type { People } from "./people.ts";
import type { RateLimits } from "./rate-limits.ts";
import type { Message } from "./telegram-types.ts";

/** How a stand-in is started. */
export interface BotApiOptions {
  readonly token: string;
  /** Default 0: any free one. */
  readonly port?: number;
  readonly host?: string;
  readonly clock?: Clock;
  /** The newest messages and deliveries that each chat keeps; all without it. */
  readonly keepMessages?: number;
  /** Opens a private chat for every unknown positive id instead of refusing it: for load tests. */
  readonly acceptUnknownChats?: boolean;
  /** Answers requests that are not for the Bot API, true when it did. Default: the `/sim/` routes alone. */
  readonly serve?: (request: IncomingMessage, response: ServerResponse, api: BotApi) => Promise<boolean>;
}

/** A running stand-in of Telegram's Bot API, and the hands to drive it. */
export interface BotApi {
  /** For `client.apiRoot`. */
  readonly url: string;
  readonly people: People;
  readonly state: BotState;
  /** Plans a fault; the function given back removes it. */
  fault(fault: Fault): () => void;
  clearFaults(): void;
  /** Switches the rate limits; undefined switches them off, as they are at the start. */
  setRateLimits(limits: RateLimits | undefined): void;
  /** How many calls the rate limits refused. */
  rateRefusals(): number;
  /** What the bot sent, in order: to one chat, or to all. */
  delivered(chatId?: number): readonly Delivered[];
  /** How many messages the bot sent, also those that are not kept any more. */
  sentCount(): number;
  /** The messages of a chat as they are now, edits and all. */
  messages(chatId: number): readonly Message[];
  /** How many calls each method had, by its name in lower case. */
  calls(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}
