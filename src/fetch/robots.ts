import robotsParser from "robots-parser";
import { FetchError } from "../errors.ts";
import { backoffMs } from "../lib/retry.ts";
import type { Clock } from "../ports.ts";

/** As much of a robots.txt as is read; it must be at least 500 KiB. Source: RFC 9309, section 2.5 */
export const ROBOTS_BYTES = 512_000;
const FRESH_MS = 24 * 60 * 60_000;
const FIRST_BACKOFF_MS = 5 * 60_000;
const LONGEST_BACKOFF_MS = 24 * 60 * 60_000;
const MAX_CRAWL_DELAY_MS = 60_000;
const MAX_ORIGIN_COUNT = 1000;
/** Matching takes time in proportion to pattern and path: longer ones, and more with stars, are no honest rules. */
const MAX_LINE_LENGTH = 512;
const MAX_WILDCARD_COUNT = 500;

/** What was found where a robots.txt should be. */
export type RobotsFile =
  | { readonly kind: "rules"; readonly text: string }
  | { readonly kind: "none" } // 4xx and whatever else means that there are no rules
  | { readonly kind: "unavailable"; readonly retryAfterMs: number | null }; // 5xx, 429: nothing may be read for now

/** What robots.txt says of an address, or until when it could not be asked. */
export type Permission =
  | { readonly kind: "allowed"; readonly crawlDelayMs: number }
  | { readonly kind: "forbidden" }
  | { readonly kind: "wait"; readonly retryAfterMs: number };

/** How robots.txt is read, and by which clock it grows old. */
export interface RobotsOptions {
  /** Throws `FetchError` if the host cannot be reached: then its pages are not read either. */
  readonly read: (url: URL) => Promise<RobotsFile>;
  /** The name that rules may address, such as `Mujaz`. */
  readonly name: string;
  readonly clock: Clock;
  readonly jitter: () => number;
}

/** What site owners allow. */
export interface Robots {
  /** Errors: those of `read`. */
  permission(url: URL): Promise<Permission>;
}

interface Rules {
  isAllowed(url: string, name: string): boolean | undefined;
  getCrawlDelay(name: string): number | undefined;
}

/** The types of the package speak of a default export that the package does not have. */
const parse = robotsParser as unknown as (url: string, text: string) => Rules;

interface Known {
  readonly rules: Rules | null;
  /** Nothing may be read until the file was asked for again. */
  readonly isUnavailable: boolean;
  readonly askAgainAt: number;
  readonly failures: number;
}

/**
 * The rules of each origin, kept for a day. When they cannot be had, those of the day before still hold; without
 * any, nothing is read, and they are asked for again after 5 minutes, doubling up to a day.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1
 */
export function createRobots({ read, name, clock, jitter }: RobotsOptions): Robots {
  const knownByOrigin = new Map<string, Known>();
  const pending = new Map<string, Promise<Known>>();

  async function refresh(origin: string, before: Known | undefined): Promise<Known> {
    const address = new URL("/robots.txt", origin);
    const file = await read(address);
    const now = clock.now();
    let known: Known;
    if (file.kind === "unavailable") {
      const failures = (before?.failures ?? 0) + 1;
      const pauseMs = file.retryAfterMs ?? backoffMs(failures, FIRST_BACKOFF_MS, LONGEST_BACKOFF_MS, jitter());
      const rules = before?.rules ?? null;
      known = {
        rules,
        isUnavailable: rules === null && before?.isUnavailable !== false,
        askAgainAt: now + pauseMs,
        failures,
      };
    } else {
      const rules = file.kind === "rules" ? parse(address.href, withoutExcess(file.text)) : null;
      known = { rules, isUnavailable: false, askAgainAt: now + FRESH_MS, failures: 0 };
    }
    knownByOrigin.delete(origin);
    knownByOrigin.set(origin, known);
    const [oldest] = knownByOrigin.keys();
    if (knownByOrigin.size > MAX_ORIGIN_COUNT && oldest !== undefined) knownByOrigin.delete(oldest);
    return known;
  }

  async function rulesOf(origin: string): Promise<Known> {
    const before = knownByOrigin.get(origin);
    const now = clock.now();
    // A clock that was set back must not keep old rules for longer than a day.
    if (before !== undefined && now < before.askAgainAt && before.askAgainAt - now <= FRESH_MS) return before;
    const running = pending.get(origin) ?? refresh(origin, before).finally(() => pending.delete(origin));
    pending.set(origin, running);
    return running;
  }

  return {
    async permission(url) {
      const known = await rulesOf(url.origin);
      if (known.isUnavailable) return { kind: "wait", retryAfterMs: Math.max(known.askAgainAt - clock.now(), 0) };
      if (known.rules?.isAllowed(url.href, name) === false) return { kind: "forbidden" };
      const delayMs = (known.rules?.getCrawlDelay(name) ?? 0) * 1000;
      return { kind: "allowed", crawlDelayMs: delayMs > 0 ? Math.min(delayMs, MAX_CRAWL_DELAY_MS) : 0 };
    },
  };
}

/** What a failure to read robots.txt means; a host that cannot be reached is thrown on. */
export function robotsFileOf(error: unknown): RobotsFile {
  if (!(error instanceof FetchError)) throw error;
  if (error.failure === "network" || error.failure === "timeout" || error.failure === "aborted") throw error;
  const isServerFailure = error.failure === "status" && (error.status ?? 0) >= 500;
  return isServerFailure ? { kind: "unavailable", retryAfterMs: null } : { kind: "none" };
}

/** The file without lines that only serve to keep us busy. */
function withoutExcess(text: string): string {
  let wildcardCount = 0;
  const lines = text.split(/\r\n|\r|\n/).filter((line) => {
    if (line.includes("*") && line.includes("/")) wildcardCount++;
    return line.length <= MAX_LINE_LENGTH && (wildcardCount <= MAX_WILDCARD_COUNT || !line.includes("*"));
  });
  return lines.join("\n");
}
