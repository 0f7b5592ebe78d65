import type { Clock } from "../ports.ts";

/**
 * The plan: the limit in a little more than a second, because a message is counted where it arrives, some milliseconds sooner or
 * later after it was sent than the one a second before it. Costs half a percent of the limit.
 */
const PLANNED_MS = 1005;
/** What is never undercut. What was lost is made up for at this pace. */
const WINDOW_MS = 1002;
/** A message may be late by so much without those behind it being put off: they come closer together until the plan is met. */
const SLACK_MS = 60;
/** Also then, this part of the interval lies between two. */
const LEAST_INTERVAL = 0.7;
/** So far behind its plan the pacer still keeps to it; what is lost beyond that stays lost. */
const CATCH_UP_MS = 1000;
/** Answers that vary by more than this on the average tell nothing of when a message arrived. */
const STEADY_LINE_MS = 20;
/** The part of the average that one answer is. */
const AVERAGED = 1 / 256;
/** So long before its time a turn is given, to choose the message and to put it on record. */
const LEAD_MS = 12;
/** No clock and no timer is finer than this: a part of it is not waited for, or a thousand a second could not be reached. */
const TIMER_MS = 1;
/** How much slower the quickest answer is taken to be with every one that follows, so that a line that changed is learnt. */
const FORGETTING_MS = 0.1;
/** Telegram: one message a second in a private chat, 20 a minute in a group (https://core.telegram.org/bots/faq). */
const PRIVATE_CHAT_MS = 1000;
const GROUP_CHAT_MS = 3200;
/** Chats whose pause ended longer ago than this are forgotten. */
const FORGET_AFTER_MS = 1000;

/** The right to send one message. */
export interface Turn {
  /**
   * Resolves when the message goes: its second and its chat's pause are counted from here. With false when a block began since the
   * turn was given: it must not go.
   */
  start(chatId: number): Promise<boolean>;
  /** Called when it was answered: an answer that took longer than others tells how late the message may have arrived. */
  answered(): void;
}

/** Gives out the turns in which messages may be sent: evenly spaced, never more than the limit in any sliding second. */
export interface Pacer {
  /**
   * Resolves shortly before the next message may go; with undefined when `signal` is aborted before. A
   * turn that is not used is gone.
   */
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
  const leastMs = WINDOW_MS / messagesPerSecond;
  /** When the last messages were sent and how long their answers took, as many as may fall into one second: two rings. */
  const sentAt = new Float64Array(messagesPerSecond).fill(Number.NEGATIVE_INFINITY);
  const answerMs = new Float64Array(messagesPerSecond);
  let sentCount = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  /** When the last one was due: at its planned time, or later when those before it were too late. */
  let dueAt = Number.NEGATIVE_INFINITY;
  let plannedAt = Number.NEGATIVE_INFINITY;
  let quickestMs = Number.POSITIVE_INFINITY;
  /** By how much more than the quickest answers take, on the average. */
  let meanLateMs = 0;
  let blocked = 0;
  let turns: Promise<unknown> = Promise.resolve();
  let starts: Promise<unknown> = turns;
  /** When each chat may get its next message; in the order of writing. */
  const chats = new Map<number, number>();

  function setFreeAt(chatId: number, at: number): void {
    const latest = Math.max(at, chats.get(chatId) ?? 0);
    chats.delete(chatId);
    chats.set(chatId, latest);
  }

  /** Those written first are looked at until one is still of use: over time none is kept for long. */
  function forget(now: number): void {
    for (const [chatId, at] of chats) {
      if (at > now - FORGET_AFTER_MS) break;
      chats.delete(chatId);
    }
  }

  async function wait(until: () => number, signal?: AbortSignal): Promise<void> {
    for (let ms = until() - clock.now(); ms >= TIMER_MS && !signal?.aborted; ms = until() - clock.now())
      await clock.sleep(ms, signal);
  }

  /** When the next message goes, planned for `at`. */
  function goesAt(at: number): number {
    const cell = sentCount % messagesPerSecond;
    dueAt = Math.max(at, dueAt + leastMs, lastAt + leastMs - SLACK_MS);
    const maybeLateMs = meanLateMs > STEADY_LINE_MS ? 0 : Math.max((answerMs[cell] as number) - quickestMs, 0);
    return Math.max(dueAt, lastAt + leastMs * LEAST_INTERVAL, (sentAt[cell] as number) + maybeLateMs + WINDOW_MS);
  }

  async function next(signal: AbortSignal): Promise<Turn | undefined> {
    plannedAt += intervalMs;
    if (plannedAt < clock.now() - CATCH_UP_MS) plannedAt = clock.now();
    const at = plannedAt;
    await wait(() => Math.max(at - LEAD_MS, blocked), signal);
    return signal.aborted ? undefined : turnAt(at);
  }

  function turnAt(at: number): Turn {
    let number = 0;
    let startedAt = 0;

    async function start(chatId: number): Promise<boolean> {
      const goes = goesAt(at);
      await wait(() => goes);
      startedAt = clock.now();
      if (blocked > startedAt) return false;
      number = sentCount++;
      lastAt = startedAt;
      sentAt[number % messagesPerSecond] = startedAt;
      answerMs[number % messagesPerSecond] = 0;
      setFreeAt(chatId, startedAt + (chatId < 0 ? GROUP_CHAT_MS : PRIVATE_CHAT_MS));
      forget(startedAt);
      return true;
    }

    return {
      start(chatId) {
        const started = starts.then(() => start(chatId));
        starts = started;
        return started;
      },
      answered() {
        const ms = clock.now() - startedAt;
        quickestMs = Math.min(ms, quickestMs + FORGETTING_MS);
        meanLateMs += (ms - quickestMs - meanLateMs) * AVERAGED;
        const cell = number % messagesPerSecond;
        if (sentAt[cell] === startedAt) answerMs[cell] = ms;
      },
    };
  }

  return {
    turn(signal) {
      const turn = turns.then(() => next(signal));
      turns = turn;
      return turn;
    },
    freeAt: (chatId) => chats.get(chatId) ?? 0,
    block(until) {
      blocked = Math.max(blocked, until);
    },
    hold: setFreeAt,
    blockedUntil: () => (blocked > clock.now() ? blocked : 0),
  };
}
