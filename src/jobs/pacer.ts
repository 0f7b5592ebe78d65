import type { Clock } from "../ports.ts";

const SECOND_MS = 1000;
/** So far behind its plan the pacer catches up; what is lost beyond that stays lost, so that there is never a burst. */
const CATCH_UP_MS = 50;
/** Telegram: one message a second in a private chat, 20 a minute in a group (https://core.telegram.org/bots/faq). */
const PRIVATE_CHAT_MS = 1000;
const GROUP_CHAT_MS = 3200;
/** Chats that were written to longer ago than this are forgotten. */
const FORGET_AFTER_MS = 60_000;

/** Gives out the turns in which messages may be sent: evenly spaced, never more than the limit in any sliding second. */
export interface Pacer {
  /** Resolves when the next message to this chat may go; at once when `signal` is aborted. */
  turn(chatId: number, signal: AbortSignal): Promise<void>;
  /** Nothing is sent before `until`. */
  block(until: number): void;
  /** When the block ends; 0 when there is none. */
  blockedUntil(): number;
}

export function createPacer(clock: Clock, messagesPerSecond: number): Pacer {
  const intervalMs = SECOND_MS / messagesPerSecond;
  /** The last turns, as many as may fall into one second. */
  const recent: number[] = [];
  const chats = new Map<number, number>();
  let plannedAt = 0;
  let blocked = 0;
  let line: Promise<void> = Promise.resolve();

  function forget(now: number) {
    for (const [chatId, at] of chats) {
      if (at > now - FORGET_AFTER_MS) break; // in the order of writing: the rest is younger
      chats.delete(chatId);
    }
  }

  async function wait(until: () => number, signal: AbortSignal): Promise<void> {
    for (let ms = until() - clock.now(); ms > 0 && !signal.aborted; ms = until() - clock.now())
      await clock.sleep(ms, signal);
  }

  async function next(signal: AbortSignal): Promise<void> {
    plannedAt = Math.max(plannedAt + intervalMs, clock.now() - CATCH_UP_MS);
    const oldest = recent.length < messagesPerSecond ? 0 : (recent[0] as number) + SECOND_MS;
    await wait(() => Math.max(plannedAt, oldest, blocked), signal);
    recent.push(clock.now());
    if (recent.length > messagesPerSecond) recent.shift();
  }

  return {
    async turn(chatId, signal) {
      const spacingMs = chatId < 0 ? GROUP_CHAT_MS : PRIVATE_CHAT_MS;
      const freeAt = chats.get(chatId) ?? 0;
      // Taken before waiting, so that two messages to one chat queue up behind each other.
      const ownAt = Math.max(clock.now(), freeAt);
      chats.delete(chatId);
      chats.set(chatId, ownAt + spacingMs);
      await wait(() => ownAt, signal);
      line = line.then(() => next(signal));
      await line;
      forget(clock.now() - spacingMs);
    },
    block(until) {
      blocked = Math.max(blocked, until);
    },
    blockedUntil: () => (blocked > clock.now() ? blocked : 0),
  };
}
