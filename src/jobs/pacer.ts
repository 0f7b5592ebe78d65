import type { Clock } from "../ports.ts";

/**
 * The plan: the limit in a little more than a second, because a message is counted where it arrives, some milliseconds sooner or
 * later after it was sent than the one a second before it. Costs half a percent of the limit.
 */
const PLANNED_MS = 1005;
/** What is never undercut, however late the messages of a second ago went. The rest is for coming back to the plan. */
const WINDOW_MS = 1003;
/** So far behind its plan the pacer still keeps to it; what is lost beyond that stays lost, so that there is never a burst. */
const CATCH_UP_MS = 50;
/** Also when it catches up, this part of the interval lies between two messages. */
const LEAST_INTERVAL = 0.5;
/** No clock and no timer is finer than this: a part of it is not waited for, or a thousand a second could not be reached. */
const TIMER_MS = 1;
/** So many messages go while code and connections are cold. */
const COLD_COUNT = 3;
/** Telegram: one message a second in a private chat, 20 a minute in a group (https://core.telegram.org/bots/faq). */
const PRIVATE_CHAT_MS = 1000;
const GROUP_CHAT_MS = 3200;
/** Chats whose pause ended longer ago than this are forgotten. */
const FORGET_AFTER_MS = 1000;

/** The right to send one message. */
export interface Turn {
  /** Called when the message goes: its second and its chat's pause are counted from here. */
  start(chatId: number): void;
  /** Called when it was answered. The first messages of a process go slowly, and are counted from here. */
  answered(): void;
}

/** Gives out the turns in which messages may be sent: evenly spaced, never more than the limit in any sliding second. */
export interface Pacer {
  /** Resolves when the next message may go; with undefined when `signal` is aborted before. A turn that is not used is gone. */
  turn(signal: AbortSignal): Promise<Turn | undefined>;
  /** When the next message may go to this chat, as far as its own limit goes; in the past when it may go now. */
  freeAt(chatId: number): number;
  /** Nothing is sent before `until`. */
  block(until: number): void;
  /** Nothing is sent to this chat before `until`. */
  hold(chatId: number, until: number): void;
  /** When the block ends; 0 when there is none. */
  blockedUntil(): number;
}

/** `clock` must not go back. */
export function createPacer(clock: Clock, messagesPerSecond: number): Pacer {
  const intervalMs = PLANNED_MS / messagesPerSecond;
  /** When the last messages went, as many as may fall into one second: a ring. */
  const recent = new Float64Array(messagesPerSecond).fill(Number.NEGATIVE_INFINITY);
  /** When each chat may get its next message; in the order of writing. */
  const chats = new Map<number, number>();
  let given = 0;
  let plannedAt = Number.NEGATIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  let blocked = 0;
  let line: Promise<unknown> = Promise.resolve();

  function setFreeAt(chatId: number, at: number): void {
    chats.delete(chatId);
    chats.set(chatId, at);
  }

  /** Those written first are looked at until one is still of use: over time none is kept for long. */
  function forget(now: number): void {
    for (const [chatId, at] of chats) {
      if (at > now - FORGET_AFTER_MS) break;
      chats.delete(chatId);
    }
  }

  async function wait(until: () => number, signal: AbortSignal): Promise<void> {
    for (let ms = until() - clock.now(); ms >= TIMER_MS && !signal.aborted; ms = until() - clock.now())
      await clock.sleep(ms, signal);
  }

  async function next(signal: AbortSignal): Promise<Turn | undefined> {
    const now = clock.now();
    plannedAt += intervalMs;
    if (plannedAt < now - CATCH_UP_MS) plannedAt = now;
    const turnNumber = given++;
    const cell = turnNumber % messagesPerSecond;
    const at = Math.max(plannedAt, lastAt + intervalMs * LEAST_INTERVAL, (recent[cell] as number) + WINDOW_MS);
    await wait(() => Math.max(at, blocked), signal);
    if (signal.aborted) return undefined;
    lastAt = clock.now();
    recent[cell] = lastAt;
    return {
      start(chatId) {
        const startedAt = clock.now();
        recent[cell] = Math.max(recent[cell] as number, startedAt);
        setFreeAt(chatId, Math.max(startedAt + (chatId < 0 ? GROUP_CHAT_MS : PRIVATE_CHAT_MS), chats.get(chatId) ?? 0));
        forget(startedAt);
      },
      answered() {
        if (turnNumber >= COLD_COUNT) return;
        recent[cell] = clock.now();
        plannedAt = Math.max(plannedAt, recent[cell] as number);
      },
    };
  }

  return {
    turn(signal) {
      const turn = line.then(() => next(signal));
      line = turn;
      return turn;
    },
    freeAt: (chatId) => chats.get(chatId) ?? 0,
    block(until) {
      blocked = Math.max(blocked, until);
    },
    hold(chatId, until) {
      setFreeAt(chatId, Math.max(until, chats.get(chatId) ?? 0));
    },
    blockedUntil: () => (blocked > clock.now() ? blocked : 0),
  };
}
