import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import type { SendResult } from "../../src/outbox/delivery.ts";
import type { OutgoingMessage } from "../../src/ports.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";
import { createDice } from "../fakes/dice.ts";
import type { Backing } from "../fakes/memory-records.ts";
import { outlet } from "../fakes/outlet.ts";
import { type Published, type Scene, start, subscriber, webOf } from "./newsroom.ts";

const SLOT = Date.parse("2026-11-23T08:00:00+03:00");
const CHATS = [1, 2, 3, 4, 5, -1006];
const articles: readonly Published[] = [
  "المكتبة العامة تمدد ساعات عملها حتى منتصف الليل",
  "مزارعو التلال يبدؤون قطاف الزيتون قبل موعده",
  "افتتاح جسر المشاة الجديد فوق نهر الوادي",
].map((title, index) => ({
  outlet: index === 1 ? "sanabil" : "marfa",
  slug: `a${index}`,
  title,
  text: [
    `${title}، بحسب بيان صدر صباح اليوم عن بلدية المدينة، وقال البيان إن العمل استمر عدة أشهر وشارك فيه عشرات المتطوعين.`,
  ],
  at: SLOT - (index + 2) * HOUR_MS,
}));
const sources = [outlet("marfa"), outlet("sanabil")];
const fetcher = (now: () => number) => webOf(articles, now);

/** The process is gone: nothing of it goes on. */
class Killed extends Error {}

/** What Telegram has: every message that it accepted, whatever the bot learnt of it. */
interface Telegram {
  readonly accepted: { readonly chatId: number; readonly html: string }[];
  /** Accepted, but the answer never came: these may come twice. */
  readonly ambiguous: Map<number, number>;
  readonly moved: Map<number, number>;
}

const telegram = (): Telegram => ({ accepted: [], ambiguous: new Map(), moved: new Map() });

/** One life of the program: from its start until `until`, or until it is killed. Answers whether it was killed. */
async function life(options: {
  world: Telegram;
  backing: Backing;
  clock: FakeClock;
  until: number;
  send: (message: OutgoingMessage) => SendResult;
  killAt?: number;
}): Promise<{ killed: boolean; writes: number }> {
  let writes = 0;
  let dead = false;
  const guard = () => {
    if (dead) throw new Killed("gone");
    if (options.killAt !== undefined && writes >= options.killAt) {
      dead = true;
      throw new Killed("now");
    }
    writes++;
  };
  const sender = {
    async send(message: OutgoingMessage): Promise<SendResult> {
      if (dead) return new Promise(() => {}); // a killed process gets no answers and sends nothing
      return options.send(message);
    },
  };
  let scene: Scene;
  const stop = new AbortController();
  try {
    scene = await start({
      backing: options.backing,
      clock: options.clock,
      fetcher,
      sources,
      sender,
      beforeWrite: guard,
    });
    // An update that was not confirmed comes again: who could not be subscribed then is subscribed now.
    for (const chatId of CHATS.filter((chat) => !options.world.moved.has(chat)))
      if ((await scene.stores.subscriptions.get(`${chatId}:0`)) === undefined)
        await scene.app.digests.save(subscriber(chatId, { digestAt: ["08:00"] }));
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return { killed: true, writes };
  }
  const sending = scene.app.deliver(stop.signal).catch(() => undefined);
  while (options.clock.now() < options.until && !dead) {
    const work = scene.app.collector.run().catch(() => undefined);
    await options.clock.advance(0);
    const passed = options.clock.advance(1000); // what waits for the clock goes on; there is one hand on it at a time
    await Promise.race([work, passed]);
    await passed;
    await scene.app.tick().catch(() => undefined);
    await options.clock.advance(MINUTE_MS);
  }
  stop.abort();
  if (!dead) {
    await options.clock.advance(5000);
    await sending;
  }
  return { killed: dead, writes };
}

/** What must hold at the end: every chat has every story, once, or as often more as an answer was lost for it. */
function check(world: Telegram, label: string): void {
  for (const chat of CHATS) {
    const now = world.moved.get(chat) ?? chat;
    const texts = world.accepted.filter(({ chatId }) => chatId === chat || chatId === now).map(({ html }) => html);
    for (const { title } of articles) {
      const times = texts.filter((html) => html.includes(title)).length;
      expect(times, `${label}: chat ${chat}, «${title}»`).toBeGreaterThanOrEqual(1);
      expect(times, `${label}: chat ${chat}, «${title}» comes too often`).toBeLessThanOrEqual(
        1 + (world.ambiguous.get(chat) ?? 0) + (world.ambiguous.get(now) ?? 0),
      );
    }
  }
}

test("killed before any of its writes, the program goes on where it stopped: nothing is lost, and only what was in flight comes twice", async () => {
  let killAt = 0;
  for (let more = true; more; killAt++) {
    const world = telegram();
    const backing: Backing = new Map();
    const clock = createFakeClock(SLOT - MINUTE_MS);
    let lastSent: number | undefined;
    const send = (message: OutgoingMessage): SendResult => {
      world.accepted.push({ chatId: message.chatId, html: message.html });
      lastSent = message.chatId;
      return { kind: "sent", messageId: world.accepted.length };
    };
    const first = await life({ world, backing, clock, until: SLOT + 4 * MINUTE_MS, send, killAt });
    more = first.killed;
    // Killed between the answer and its record: that message is the one that may come again. Others of the same moment, too.
    if (first.killed && lastSent !== undefined) for (const chat of CHATS) world.ambiguous.set(chat, 1);
    const sentBefore = world.accepted.length;
    await life({ world, backing, clock, until: SLOT + 12 * MINUTE_MS, send });
    check(world, `killed before write ${killAt}`);
    const doubles = world.accepted.length - CHATS.length;
    expect(doubles, `killed before write ${killAt}: doubles, ${sentBefore} sent before`).toBeLessThanOrEqual(1);
  }
  expect(killAt).toBeGreaterThan(30);
}, 60_000);

const SEEDS = Number(process.env["SIMULATION_SEEDS"] ?? 400);

test(`with floods, errors, lost answers, migrations and kills in any order (${SEEDS} seeds), every chat gets every story`, async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const dice = createDice(seed);
    const world = telegram();
    const backing: Backing = new Map();
    const clock = createFakeClock(SLOT - MINUTE_MS);
    let blockedUntil = 0;
    const accept = (message: OutgoingMessage) => world.accepted.push({ chatId: message.chatId, html: message.html });
    const lose = (chatId: number) => world.ambiguous.set(chatId, (world.ambiguous.get(chatId) ?? 0) + 1);
    const send = (message: OutgoingMessage): SendResult => {
      expect(clock.now(), `seed ${seed}: sent during a block`).toBeGreaterThanOrEqual(blockedUntil);
      const moved = world.moved.get(message.chatId);
      if (moved !== undefined) return { kind: "moved", chatId: moved };
      const roll = dice();
      if (roll < 0.1) {
        blockedUntil = clock.now() + 3000;
        return { kind: "wait", scope: "bot", retryAfterMs: 3000 };
      }
      if (roll < 0.2) return { kind: "unsent", why: "ECONNREFUSED" };
      if (roll < 0.3) return { kind: "maybe", why: "502" }; // before it was accepted
      if (roll < 0.4) {
        accept(message);
        lose(message.chatId);
        return { kind: "maybe", why: "ECONNRESET" };
      }
      if (roll < 0.5 && message.chatId < 0 && world.moved.size === 0) {
        world.moved.set(message.chatId, message.chatId - 1_000_000);
        return { kind: "moved", chatId: message.chatId - 1_000_000 };
      }
      accept(message);
      return { kind: "sent", messageId: world.accepted.length };
    };
    for (let lives = 0; lives < 2; lives++) {
      const { killed } = await life({
        world,
        backing,
        clock,
        until: SLOT + (4 + lives * 4) * MINUTE_MS,
        send,
        killAt: Math.floor(dice() * 70),
      });
      if (killed) for (const chat of [...CHATS, ...world.moved.values()]) lose(chat);
    }
    await life({ world, backing, clock, until: SLOT + 40 * MINUTE_MS, send });
    check(world, `seed ${seed}`);
  }
}, 600_000);
