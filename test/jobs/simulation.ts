import { expect } from "vitest";
import { isQuiet } from "../../src/digest/due.ts";
import { recipientKey, type Subscription } from "../../src/digest/subscription.ts";
import { PLANNED_UNTIL } from "../../src/jobs/shelf.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../src/lib/time.ts";
import type { SendResult } from "../../src/outbox/delivery.ts";
import type { OutgoingMessage } from "../../src/ports.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { createDice } from "../fakes/dice.ts";
import type { Backing } from "../fakes/memory-records.ts";
import { type OutboxWorld, privateChat, startOutbox, tellingOf } from "./outbox-world.ts";
import { checkTold, NO_WAIT, newReaders, type Reader, type Wait } from "./told-reader.ts";

const START = Date.parse("2026-11-23T00:00:00Z");
const TICK_MS = 20 * MINUTE_MS;
const STORM_MS = 1.5 * DAY_MS;
const CALM_MS = 2.5 * DAY_MS;
/** Parked just after its only hour, and let in again without a word, a chat is tried at the second hour from then. */
const TOLD_UNTIL = START + STORM_MS + CALM_MS - 2 * DAY_MS;
const PER_SECOND = 25;
/** What the rate needs of messages that take as long as any that is made up for, 300 ms. */
const MOST_IN_FLIGHT = Math.ceil(PER_SECOND * 0.3);

class Broken extends Error {}

/** One run of days with everything that can go wrong, then days in which nothing does. */
export class Simulation {
  readonly dice: () => number;
  readonly clock = createFakeClock(START, 2);
  readonly backing: Backing = new Map();
  readonly readers = newReaders();
  readonly label: string;
  isStormy = true;
  blocked = NO_WAIT;
  /** Waits that a process was asked for and died before they were on record: the next cannot know of them. */
  readonly unrecorded = new Set<string>();
  skewMs = 0;
  /** Real time, whatever the machine's clock shows. */
  passed = 0;
  /** When the clock was last set: what was chosen before may still go. */
  jumpedAt = Number.NEGATIVE_INFINITY;
  sends: number[] = [];
  readonly faults: string[] = [];
  life = 0;
  killAfter = Number.POSITIVE_INFINITY;
  isDead = false;
  isStoreBroken = false;
  readonly accepted = new Map<string, Reader>();
  world: OutboxWorld | undefined;
  stop = new AbortController();
  running: Promise<unknown> = Promise.resolve();

  constructor(seed: number) {
    this.dice = createDice(seed);
    this.label = `seed ${seed}`;
  }

  readerOf(chatId: number): Reader {
    return this.readers.find((reader) => reader.chatId === chatId || reader.first === chatId) as Reader;
  }

  /** What a right clock shows. */
  readonly now = () => this.clock.now() - this.skewMs;

  send(life: number, message: OutgoingMessage): Promise<SendResult> | SendResult {
    if (this.isDead || life !== this.life) return new Promise(() => {});
    const now = this.now();
    const reader = this.readerOf(message.chatId);
    const telling = tellingOf(message.html);
    const where = `${this.label}, chat ${reader.first}, ${new Date(now).toISOString()}`;
    this.sends = [...this.sends.filter((at) => at > now - SECOND_MS), now];
    // What is thrown here would be taken for a failure of the line.
    const isForeseen = telling.part > 0 || reader.subscription.urgentInQuietHours || this.asked.has(reader.first);
    const isKept = ({ until, at, life: begun }: Wait) => now < until && (this.jumpedAt <= at || begun === life);
    if (isKept(this.blocked)) this.faults.push(`${where}: sent during a block`);
    if (isKept(reader.held)) this.faults.push(`${where}: sent while the chat is held`);
    if (this.sends.length > PER_SECOND) this.faults.push(`${where}: too many in a second`);
    if (!isForeseen && this.skewMs === 0 && this.passed > this.jumpedAt && isQuiet(reader.subscription, now))
      this.faults.push(`${where}: quiet hours`);
    // What was on its way may still come.
    if (reader.forgottenAt !== null && now > reader.forgottenAt + MINUTE_MS)
      this.faults.push(`${where}: sent to a chat that was forgotten`);
    if (message.chatId !== reader.chatId) return { kind: "moved", chatId: reader.chatId };
    const roll = this.isStormy ? this.dice() : 1;
    const retryAfterMs = this.dice() < 0.5 ? 20_000 : 30 * MINUTE_MS;
    const wait: Wait = { until: now + retryAfterMs, at: this.passed, life };
    if (roll < 0.03) {
      this.blocked = wait;
      this.unrecorded.add("blockedUntil");
      return { kind: "wait", scope: "bot", retryAfterMs };
    }
    if (roll < 0.06) {
      reader.held = wait;
      this.unrecorded.add(`blockedUntil:${message.chatId}`);
      return { kind: "wait", scope: "chat", retryAfterMs };
    }
    if (reader.blocked) return { kind: "parked", reason: "blocked" };
    if (roll < 0.12) return { kind: "unsent", why: "ECONNREFUSED" };
    if (roll < 0.16) return { kind: "maybe", why: "502" };
    if (roll < 0.18 && reader.chatId === reader.first && reader.first < 0) {
      reader.chatId = reader.first - 1_000_000;
      reader.isMoveUntold = true; // the service message is still to come
      return { kind: "moved", chatId: reader.chatId };
    }
    reader.got.push({ ...telling, jumpedAt: this.jumpedAt });
    if (roll < 0.24) {
      reader.ambiguous++;
      return { kind: "maybe", why: "ECONNRESET" };
    }
    this.accepted.set(`${message.chatId}:0`, reader);
    return { kind: "sent", messageId: reader.got.length };
  }

  readonly asked = new Set<number>();

  beforeWrite(life: number, store: string, key: string): void {
    if (this.isDead || life !== this.life) throw new Broken("gone");
    // The look of every tick is on record a hundred times for each digest: most kills should meet something else.
    const isTick = store === "settings" && key === PLANNED_UNTIL;
    if ((!isTick || this.dice() < 0.05) && this.killAfter-- <= 0) {
      this.isDead = true;
      for (const reader of this.accepted.values()) reader.ambiguous++;
      throw new Broken("killed");
    }
    if (this.isStoreBroken) throw new Broken("disk full");
    if (store === "settings") this.unrecorded.delete(key);
    if (store === "marks") for (const each of key.split(",")) this.accepted.delete(each);
  }

  /** Starts the process; false when it was killed before it was up. */
  async start(): Promise<boolean> {
    const life = ++this.life;
    if (this.unrecorded.has("blockedUntil")) this.blocked = NO_WAIT;
    for (const reader of this.readers) if (this.unrecorded.has(`blockedUntil:${reader.chatId}`)) reader.held = NO_WAIT;
    this.unrecorded.clear();
    this.isDead = false;
    this.accepted.clear();
    this.killAfter = this.isStormy && this.dice() < 0.7 ? Math.floor(this.dice() * 60) : Number.POSITIVE_INFINITY;
    this.stop = new AbortController();
    try {
      this.world = await startOutbox({
        backing: this.backing,
        clock: this.clock,
        sender: { send: async (message) => this.send(life, message) },
        // Now and then there is nothing; one part or up to three; sometimes urgent.
        news: (since, until) => ({
          partCount: until - since < 5 * MINUTE_MS ? 0 : 1 + (Math.floor(until / TICK_MS) % 3),
          urgent: Math.floor(until / TICK_MS) % 4 === 0,
        }),
        beforeWrite: (store, key) => this.beforeWrite(life, store, key),
      });
      for (const reader of this.readers) {
        if (reader.isMoveUntold) await this.tellMove(reader);
        if (reader.isForgetUntold) await this.forget(reader);
      }
      if (life === 1 || this.isStormy)
        for (const { subscription, forgottenAt } of this.readers)
          if (forgottenAt === null) await this.save(subscription);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      return false;
    }
    this.running = this.living(this.world.delivery.run(this.stop.signal));
    return true;
  }

  /** Telegram tells an update again until its handler came to an end. */
  async save(subscription: Subscription): Promise<void> {
    const reader = this.readerOf(subscription.chatId);
    const wasForgotten = reader.forgottenAt !== null && this.now() > reader.forgottenAt + MINUTE_MS;
    if (wasForgotten && this.backing.get("marks")?.has(recipientKey(privateChat(reader.chatId))))
      this.faults.push(`${this.label}, chat ${reader.first}: a mark was kept of a chat that was forgotten`);
    await this.world?.desk.save({ ...subscription, chatId: reader.chatId });
    reader.subscription = { ...subscription, chatId: reader.chatId };
    if (reader.forgottenAt !== null) Object.assign(reader, { forgottenAt: null, got: [], ambiguous: 0 });
  }

  async tellMove(reader: Reader): Promise<void> {
    await this.world?.desk.move(reader.first, reader.chatId);
    if (!this.isDead) reader.isMoveUntold = false; // a dead process confirms no update
  }

  async forget(reader: Reader): Promise<void> {
    reader.isForgetUntold = true;
    await this.world?.desk.forget(privateChat(reader.chatId));
    if (this.isDead) return;
    reader.isForgetUntold = false;
    reader.forgottenAt = this.now();
  }

  /** Telegram tells in their order what the bot did not come to the end of. */
  async tellAgain(): Promise<void> {
    for (const reader of this.readers) {
      if (reader.isMoveUntold && this.dice() < 0.5) await this.tellMove(reader);
      if (reader.isForgetUntold) await this.forget(reader);
    }
  }

  /** In the end all who were forgotten are back. */
  async comeBack(): Promise<void> {
    for (const { forgottenAt, subscription } of this.readers) if (forgottenAt !== null) await this.save(subscription);
  }

  /** Something that a person, a group or the machine does. */
  async mishap(): Promise<void> {
    const reader = this.readers[Math.floor(this.dice() * this.readers.length)] as Reader;
    const { desk } = this.world as OutboxWorld;
    const roll = this.dice();
    const recipient = privateChat(reader.chatId);
    if (reader.isForgetUntold) return;
    if (reader.forgottenAt !== null && roll >= 0.05 && roll < 0.4) {
      await this.save(reader.subscription);
    } else if (roll < 0.1) {
      reader.blocked = !reader.blocked;
      // The update that tells of it may be long in coming: then only the daily try finds out.
      if (this.dice() < 0.5) await (reader.blocked ? desk.park(recipient, "blocked") : desk.unpark(recipient));
    } else if (roll < 0.2) {
      const digestAt = this.dice() < 0.5 ? ["08:00", "20:00"] : ["07:30", "13:10", "21:20"];
      await this.save({ ...reader.subscription, digestAt });
    } else if (roll < 0.25) {
      await this.save({ ...reader.subscription, timeZone: this.dice() < 0.5 ? "Africa/Cairo" : "UTC" });
    } else if (roll < 0.35) {
      this.asked.add(reader.first);
      await desk.digestNow(recipient, this.clock.now());
    } else if (roll < 0.4 && reader.first < 0 && reader.chatId === reader.first) {
      reader.chatId = reader.first - 1_000_000;
      reader.isMoveUntold = true;
      await this.tellMove(reader);
    } else if (roll < 0.5) {
      this.isStoreBroken = !this.isStoreBroken;
    } else if (roll < 0.6) {
      const skewMs = this.skewMs === 0 ? Math.floor((this.dice() - 0.5) * 2 * DAY_MS) : 0;
      this.clock.set(this.clock.now() - this.skewMs + skewMs);
      this.skewMs = skewMs;
      this.jumpedAt = this.passed;
    } else if (roll < 0.65 && !reader.isMoveUntold) {
      await this.forget(reader);
    }
  }

  /** The store may fail, and the process may be gone: all else is a fault of the program. */
  async living(work: Promise<unknown> | undefined): Promise<void> {
    await work?.catch((error: unknown) => {
      if (!(error instanceof Broken)) throw error;
    });
  }

  async pass(ms: number): Promise<void> {
    await this.clock.advance(ms);
    this.passed += ms;
  }

  async run(): Promise<void> {
    while (!(await this.start()));
    while (this.passed < STORM_MS + CALM_MS) {
      if (this.isStormy && this.passed >= STORM_MS) {
        this.isStormy = false;
        this.isStoreBroken = false;
        this.killAfter = Number.POSITIVE_INFINITY;
        this.clock.set(this.clock.now() - this.skewMs);
        this.jumpedAt = this.skewMs === 0 ? this.jumpedAt : this.passed;
        this.skewMs = 0;
        for (const reader of this.readers) reader.blocked = false;
      }
      if (this.isDead) {
        this.stop.abort();
        this.isStoreBroken = false;
        const roll = this.dice();
        await this.pass(roll < 0.5 ? SECOND_MS : roll < 0.8 ? MINUTE_MS : 5 * HOUR_MS);
        while (!(await this.start()));
      }
      await this.living(this.world?.publisher.tick());
      if (!this.isDead) this.checkMemory();
      await this.living(this.tellAgain());
      if (!this.isStormy) await this.living(this.comeBack());
      if (this.isStormy && this.dice() < 0.15) await this.living(this.mishap());
      await this.pass(TICK_MS);
    }
    this.stop.abort();
    await this.pass(MINUTE_MS);
    await this.running;
    this.check();
  }

  /** What is held in memory does not grow with time: of each chat at most one digest is on its way. */
  checkMemory(): void {
    const { pending = 0, inFlight = 0 } = this.world?.delivery.counts() ?? {};
    // With a store that fails, an attempt stays until its outcome is on record.
    if (pending > this.readers.length || inFlight > MOST_IN_FLIGHT)
      this.faults.push(`${this.label}: ${pending} are on their way, ${inFlight} in flight, to ${this.readers.length}`);
  }

  check(): void {
    expect(this.faults).toEqual([]);
    expect(this.world?.delivery.counts(), this.label).toMatchObject({ pending: 0, inFlight: 0 });
    expect([...(this.backing.get("batches")?.keys() ?? [])], `${this.label}: batches are left`).toEqual([]);
    const told = this.readers.map((reader) => checkTold(reader, `${this.label}, chat ${reader.first}`));
    expect(Math.min(...told), `${this.label}: a chat was forgotten`).toBeGreaterThan(TOLD_UNTIL);
  }
}
