import { backoffMs } from "../lib/retry.ts";
import type { Clock } from "../ports.ts";
import { abortable } from "./abortable.ts";

/** Failures in a row after which a host is left alone. */
const PATIENCE_COUNT = 5;
const FIRST_BREAK_MS = 60_000;
const LONGEST_BREAK_MS = 6 * 60 * 60_000;
/** A shorter pause is waited for; a longer one is told to the caller. */
const SHORT_PAUSE_MS = 10_000;
/** Up to a quarter is added to the spacing by chance, so that we do not knock like a clock. */
const JITTER_RATIO = 0.25;
const MAX_HOST_COUNT = 2000;

/** What became of work for which a host was asked: done, or left because the host is given a rest. */
export type Turn<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "paused"; readonly retryAfterMs: number };

/** How hosts are spaced. Defaults are for the public web. */
export interface HostLimiterOptions {
  readonly clock: Clock;
  /** 0 to 1, each time anew. */
  readonly jitter: () => number;
  /** Whom an error of a visit speaks of: a host in trouble, one of its pages, or nobody, because we broke off. */
  readonly blame: (error: unknown) => "host" | "page" | "nobody";
  /** More hosts are forgotten, the longest unused first; never one that is being visited. */
  readonly maxHostCount?: number;
}

/** Makes every reader of a host wait for its turn, whoever asks. */
export interface HostLimiter {
  /**
   * Runs `visit` when nobody else visits the host and `spacingMs` have passed since the last visit ended; first come,
   * first served. `paused`: the host asked for, or was given, a pause that is too long to wait for.
   *
   * Errors: those of `visit`, and the reason of `signal`.
   */
  run<T>(host: string, spacingMs: number, visit: () => Promise<T>, signal?: AbortSignal): Promise<Turn<T>>;
  /** The host wants to be left alone for so long. */
  pause(host: string, pauseMs: number): void;
  /** How many hosts are remembered. */
  hostCount(): number;
}

interface Lane {
  tail: Promise<void>;
  waiterCount: number;
  failureCount: number;
  lastVisitAt: number | undefined;
  pausedUntil: number;
}

/** A limiter that remembers hosts in this process only. */
export function createHostLimiter(options: HostLimiterOptions): HostLimiter {
  const { clock, jitter, blame, maxHostCount = MAX_HOST_COUNT } = options;
  const lanes = new Map<string, Lane>();

  function laneOf(host: string): Lane {
    const lane = lanes.get(host) ?? {
      tail: Promise.resolve(),
      waiterCount: 0,
      failureCount: 0,
      lastVisitAt: undefined,
      pausedUntil: 0,
    };
    lanes.delete(host);
    lanes.set(host, lane); // the order of the map is the order of use
    if (lanes.size > maxHostCount) forgetOldest(host);
    return lane;
  }

  function forgetOldest(except: string): void {
    for (const [host, lane] of lanes) {
      if (lanes.size <= maxHostCount) return;
      if (lane.waiterCount === 0 && host !== except) lanes.delete(host);
    }
  }

  function pause(lane: Lane, pauseMs: number): void {
    lane.pausedUntil = Math.max(lane.pausedUntil, clock.now() + pauseMs);
  }

  function countFailure(lane: Lane): void {
    lane.failureCount++;
    const breakCount = lane.failureCount - PATIENCE_COUNT + 1;
    if (breakCount > 0) pause(lane, backoffMs(breakCount, FIRST_BREAK_MS, LONGEST_BREAK_MS, 0));
  }

  /** How long until the lane's first visitor may go; a clock that was set back makes nobody wait longer than the spacing. */
  function gapMs(lane: Lane, spacingMs: number): number {
    if (lane.lastVisitAt === undefined) return 0;
    const spaced = spacingMs * (1 + JITTER_RATIO * jitter());
    return Math.min(Math.max(lane.lastVisitAt + spaced - clock.now(), 0), spaced);
  }

  async function visitInTurn<T>(lane: Lane, spacingMs: number, visit: () => Promise<T>, signal?: AbortSignal) {
    const pausedMs = lane.pausedUntil - clock.now();
    if (pausedMs > SHORT_PAUSE_MS) return { kind: "paused", retryAfterMs: pausedMs } as const;
    const waitMs = Math.max(pausedMs, gapMs(lane, spacingMs));
    if (waitMs > 0) await clock.sleep(waitMs, signal);
    signal?.throwIfAborted();
    try {
      const value = await visit();
      lane.failureCount = 0;
      return { kind: "done", value } as const;
    } catch (error) {
      const blamed = blame(error);
      if (blamed === "page") lane.failureCount = 0;
      if (blamed === "host") countFailure(lane);
      throw error;
    } finally {
      lane.lastVisitAt = clock.now();
    }
  }

  return {
    async run(host, spacingMs, visit, signal) {
      signal?.throwIfAborted();
      const lane = laneOf(host);
      const before = lane.tail;
      const { promise: done, resolve: leave } = Promise.withResolvers<void>();
      lane.tail = before.then(() => done);
      lane.waiterCount++;
      try {
        await abortable(before, signal);
        return await visitInTurn(lane, spacingMs, visit, signal);
      } finally {
        lane.waiterCount--;
        leave();
      }
    },
    pause: (host, pauseMs) => pause(laneOf(host), pauseMs),
    hostCount: () => lanes.size,
  };
}
