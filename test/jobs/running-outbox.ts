import type { Subscription } from "../../src/digest/subscription.ts";
import { MINUTE_MS, SECOND_MS } from "../../src/lib/time.ts";
import type { SendResult } from "../../src/outbox/delivery.ts";
import type { OutgoingMessage } from "../../src/ports.ts";
import { subscriber } from "../e2e/newsroom.ts";
import { createFakeClock } from "../fakes/clock.ts";
import type { Backing } from "../fakes/memory-records.ts";
import { type News, startOutbox } from "./outbox-world.ts";

export const SLOT = Date.parse("2026-11-23T08:00:00Z");
export const OPERATOR = 900;
export const CANARY = 901;

/** A chat that gets a digest at the slot each day. */
export const chat = (chatId: number, changes: Partial<Subscription> = {}) =>
  subscriber(chatId, { timeZone: "UTC", digestAt: ["08:00"], ...changes });

/** So many of them, from 1 on. */
export const many = (count: number) => Array.from({ length: count }, (_, index) => chat(index + 1));

/** What Telegram answers; undefined: it was sent. */
export type Script = (message: OutgoingMessage, call: number) => SendResult | Promise<SendResult> | undefined;

const stops: AbortController[] = [];

/** Ends all that this test started. */
export function stopAll(): void {
  for (const stop of stops.splice(0)) stop.abort();
}

/**
 * An outbox that runs from 07:59 on, with these chats subscribed, and all that it sends. Started anew,
 * it goes on with the same store.
 */
export async function outbox(
  chats: readonly Subscription[],
  options: {
    canary?: boolean;
    news?: News;
    script?: Script;
    startAt?: number;
    beforeWrite?: (store: string, key: string) => void;
  } = {},
) {
  const clock = createFakeClock(options.startAt ?? SLOT - MINUTE_MS);
  const backing: Backing = new Map();
  const calls: (OutgoingMessage & { readonly at: number })[] = [];
  let script: Script = options.script ?? (() => undefined);
  async function start() {
    const world = await startOutbox({
      backing,
      clock,
      sender: {
        async send(message) {
          calls.push({ ...message, at: clock.now() });
          return (await script(message, calls.length)) ?? { kind: "sent", messageId: calls.length };
        },
      },
      ...(options.news === undefined ? {} : { news: options.news }),
      ...(options.beforeWrite === undefined ? {} : { beforeWrite: options.beforeWrite }),
      settings: {
        operatorIds: [OPERATOR],
        canaryChat: options.canary ? CANARY : null,
        rejectedText: (description) => `stopped: ${description}`,
        storeText: (reason) => `store: ${reason}`,
      },
    });
    const stop = new AbortController();
    stops.push(stop);
    const running = world.delivery.run(stop.signal);
    return { ...world, stop, running };
  }
  let world = await start();
  await world.publisher.tick();
  for (const chat of chats) await world.desk.save(chat);
  return {
    clock,
    calls,
    backing,
    get world() {
      return world;
    },
    answer(next: Script) {
      script = next;
    },
    /** Time passes, with a look for due slots each minute. */
    async pass(ms: number) {
      for (const end = clock.now() + ms; clock.now() < end; ) {
        await clock.advance(Math.min(MINUTE_MS, end - clock.now()));
        await world.publisher.tick();
      }
      await clock.advance(SECOND_MS);
    },
    async restart() {
      world.stop.abort();
      await clock.advance(SECOND_MS);
      world = await start();
    },
    to: (chatId: number) => calls.filter((call) => call.chatId === chatId),
    count: (store: string) => backing.get(store)?.size ?? 0,
  };
}
