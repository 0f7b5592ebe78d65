import type { Clock } from "../ports.ts";
import { refuseFlood } from "./refusals.ts";

/** How many messages may pass; sending and editing share them. Source: https://core.telegram.org/bots/faq */
export interface RateLimits {
  readonly perChatPerSecond: number;
  readonly perGroupPerMinute: number;
  readonly overallPerSecond: number;
}

/** Telegram's published limits. */
export const TELEGRAM_RATES: RateLimits = { perChatPerSecond: 1, perGroupPerMinute: 20, overallPerSecond: 30 };

/** Source: https://core.telegram.org/bots/api#sendmessage, `allow_paid_broadcast`. */
const PAID_PER_SECOND = 1000;
const MOST_BUCKETS = 50_000;
/** Every bucket is full again after a minute. */
const FULL_AFTER_MS = 60_000;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** Token buckets; switched off until limits are set. */
export class RateLimiter {
  private readonly clock: Clock;
  private limits: RateLimits | undefined;
  private readonly buckets = new Map<string, Bucket>();
  /** How many calls were refused. */
  refusedCount = 0;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Sets the limits and fills all buckets; undefined switches them off. */
  set(limits: RateLimits | undefined): void {
    this.limits = limits;
    this.buckets.clear();
  }

  /**
   * Takes one message's worth, or throws 429 and takes nothing. A group, supergroup or channel is told by its negative id.
   * A paid broadcast has the paid overall limit.
   */
  take(chatId: string, paid: boolean): void {
    if (!this.limits) return;
    const { perChatPerSecond, perGroupPerMinute, overallPerSecond } = this.limits;
    const now = this.clock.now();
    const buckets = [
      paid
        ? this.bucket("paid", PAID_PER_SECOND, PAID_PER_SECOND / 1000, now)
        : this.bucket("", overallPerSecond, overallPerSecond / 1000, now),
      this.bucket(chatId, perChatPerSecond, perChatPerSecond / 1000, now),
      ...(/^[-@]/.test(chatId) ? [this.bucket(`m${chatId}`, perGroupPerMinute, perGroupPerMinute / 60_000, now)] : []),
    ];
    const waitMs = Math.max(...buckets.map(({ bucket, perMs }) => (1 - bucket.tokens) / perMs));
    if (waitMs > 1e-6) {
      this.refusedCount++;
      throw refuseFlood(Math.max(1, Math.ceil(waitMs / 1000)));
    }
    for (const { bucket } of buckets) bucket.tokens -= 1;
  }

  private bucket(key: string, capacity: number, perMs: number, now: number): { bucket: Bucket; perMs: number } {
    if (this.buckets.size > MOST_BUCKETS) this.forgetIdle(now);
    const bucket = this.buckets.get(key) ?? { tokens: capacity, filledAt: now };
    bucket.tokens = Math.min(Math.max(1, capacity), bucket.tokens + (now - bucket.filledAt) * perMs);
    bucket.filledAt = now;
    this.buckets.set(key, bucket);
    return { bucket, perMs };
  }

  private forgetIdle(now: number): void {
    for (const [key, { filledAt }] of this.buckets) if (now - filledAt > FULL_AFTER_MS) this.buckets.delete(key);
  }
}
