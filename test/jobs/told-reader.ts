import { expect } from "vitest";
import type { Subscription } from "../../src/digest/subscription.ts";
import { subscriber } from "../e2e/newsroom.ts";
import type { Telling } from "./outbox-world.ts";

/** A part that was accepted, and when the clock had been set last. */
type Got = Telling & { readonly jumpedAt: number };

/** When a wait that Telegram asked for ends, when it began, and in which life: a clock that is set before the next may end it at another time. */
export interface Wait {
  readonly until: number;
  readonly at: number;
  readonly life: number;
}

export const NO_WAIT: Wait = { until: 0, at: 0, life: 0 };

/** A chat as Telegram and its reader see it. */
export interface Reader {
  readonly first: number;
  chatId: number;
  blocked: boolean;
  subscription: Subscription;
  held: Wait;
  /** A group that moved, and whose service message was not handled to its end. */
  isMoveUntold: boolean;
  /** Asked to be forgotten, and the bot did not come to its end with it. */
  isForgetUntold: boolean;
  /** When the bot forgot the chat; null while it is known. */
  forgottenAt: number | null;
  /** Since the chat began, or began anew. */
  got: Got[];
  /** Accepted, and the bot was never told so, or died before it was on record. */
  ambiguous: number;
}

/** An edition that ended in its middle is told anew at another slot, while the clock is behind with the same span. */
const nameOf = ({ slotAt, since, until }: Telling) => `${slotAt}: ${since}-${until}`;

/** Seven chats with hours of their own, two of them groups. */
export function newReaders(): Reader[] {
  const hours = [["08:00"], ["08:00", "20:00"], ["06:00", "12:00", "18:00", "23:50"]];
  return [1, 2, 3, 4, 5, -6, -7].map((chatId, index) => ({
    first: chatId,
    chatId,
    blocked: false,
    subscription: subscriber(chatId, {
      timeZone: "UTC",
      digestAt: hours[index % hours.length] as string[],
      quietHours: index % 2 === 0 ? ["22:00", "07:00"] : null,
      urgentInQuietHours: index % 4 === 0,
    }),
    held: NO_WAIT,
    isMoveUntold: false,
    isForgetUntold: false,
    forgottenAt: null,
    got: [],
    ambiguous: 0,
  }));
}

/** When the news end that a reader was told; they follow each other without a gap, and one comes again only for a reason. */
export function checkTold(reader: Reader, label: string): number {
  const complete = new Map<string, Set<number>>();
  const [first] = reader.got;
  expect(first, `${label} got nothing`).toBeDefined();
  let toldUntil = first?.since ?? 0;
  let again = 0;
  let last: Got | undefined;
  for (const telling of reader.got) {
    const { slotAt, since, until, part, partCount } = telling;
    const name = nameOf(telling);
    expect(since, `${label}: news before ${since} were lost`).toBeLessThanOrEqual(toldUntil);
    const isNew = last === undefined || last.slotAt !== slotAt || last.since !== since || last.until !== until;
    if (isNew) {
      expect(part, `${label}: ${name} begins in its middle`).toBe(0);
      // What ended in its middle is told from its beginning: if that was a repetition, this is the same one.
      const isCutShort = last !== undefined && (complete.get(nameOf(last))?.size ?? 0) < last.partCount;
      if (since < toldUntil && !(isCutShort && last?.since === since)) again++;
    } else {
      // The clock was set back: its slot comes again, and what had ended in its middle is told from its beginning.
      const isSlotAgain = part === 0 && last?.part === 0 && partCount > 1 && last.jumpedAt !== telling.jumpedAt;
      if (part === last?.part) again += isSlotAgain ? 0 : 1;
      else expect(part, `${label}: ${name} is out of order`).toBe((last?.part ?? 0) + 1);
    }
    const parts = complete.get(name) ?? new Set();
    complete.set(name, parts.add(part));
    if (parts.size === partCount) toldUntil = Math.max(toldUntil, until);
    last = telling;
  }
  expect(again, `${label}: told again`).toBeLessThanOrEqual(reader.ambiguous);
  return toldUntil;
}
