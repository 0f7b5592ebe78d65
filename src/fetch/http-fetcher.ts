import { createHash } from "node:crypto";
import { FetchError } from "../errors.ts";
import type { Clock, Fetcher, FetchOutcome, FetchRequest, Logger, Validators } from "../ports.ts";
import { abortable } from "./abortable.ts";
import { checkedAddress, shownAddress } from "./address.ts";
import { isZipped, unzipped } from "./body.ts";
import { decodeBody } from "./charset.ts";
import { createHostLimiter } from "./host-limiter.ts";
import { looksReadable, mediaType } from "./media-type.ts";
import { createGuardedAgent, type NetworkPolicy, PUBLIC_NETWORK } from "./network.ts";
import { createRobots, ROBOTS_BYTES, type RobotsFile, robotsFileOf } from "./robots.ts";
import { createTrustedHosts } from "./trusted-hosts.ts";
import { type Answer, type Errand, fetchErrorOf, visit } from "./visit.ts";

const MAX_REDIRECTS = 5;
const MAX_HEADER_BYTES = 32_768;

/** Who asks, by which clock, and what is allowed beyond the public web. */
export interface HttpFetcherOptions {
  readonly userAgent: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** `host:port` pairs that are read also on private networks, on an unusual port and without spacing. */
  readonly allowPrivate: readonly string[];
  /** For one address with all its redirects; waiting for our turn does not count. */
  readonly timeoutMs?: number;
  /** Of one body, on the line as well as decompressed. */
  readonly maxBytes?: number;
  /** The least time between two requests of one host. */
  readonly spacingMs?: number;
  /** 0 to 1, each time anew. */
  readonly jitter?: () => number;
  readonly network?: Partial<NetworkPolicy>;
}

/** A fetcher that ends what is under way when it is closed. */
export type HttpFetcher = Fetcher & { close(): Promise<void> };

/**
 * Reads the public web: within limits of size and time, never on a private network, as `robots.txt` allows, one
 * request at a time for a host. A page that is the same as last time is `unchanged`; a host that wants to be left
 * alone, or that failed again and again, is `wait`.
 *
 * Errors: `FetchError`; `aborted` after `close()` too.
 */
export function createHttpFetcher(options: HttpFetcherOptions): HttpFetcher {
  const { clock, logger, timeoutMs = 20_000, maxBytes = 5_000_000, spacingMs = 2000, jitter = Math.random } = options;
  const policy = { ...PUBLIC_NETWORK, ...options.network };
  const trusted = createTrustedHosts(options.allowPrivate);
  /** Made for the first address: a start does not wait for it. */
  let agent: ReturnType<typeof createGuardedAgent> | undefined;
  const limiter = createHostLimiter({ clock, jitter, blame });
  const closing = new AbortController();
  const commonHeaders = {
    "user-agent": options.userAgent,
    accept:
      "text/html,application/xhtml+xml,application/xml,application/rss+xml,application/atom+xml,application/json;q=0.9,*/*;q=0.1",
    "accept-language": "ar,en;q=0.5",
    "accept-encoding": "gzip, br", // servers differ about what deflate is
  };
  const robots = createRobots({ read: readRobots, name: options.userAgent.split("/", 1)[0] ?? "", clock, jitter });

  async function readRobots(url: URL): Promise<RobotsFile> {
    try {
      const errand = { headers: commonHeaders, maxBytes: ROBOTS_BYTES, lenient: true };
      const { answer } = await follow(url, errand, async () => 0, closing.signal);
      if (answer.kind === "wait") return { kind: "unavailable", retryAfterMs: answer.retryAfterMs };
      return answer.kind === "body" ? { kind: "rules", text: decodeBody(answer.bytes, "").text } : { kind: "none" };
    } catch (error) {
      return robotsFileOf(error);
    }
  }

  /** The crawl delay of an address that may be read, or the pause until we may ask again. */
  async function askRobots(url: URL, signal: AbortSignal): Promise<number | { readonly retryAfterMs: number }> {
    const permission = await abortable(robots.permission(url), signal);
    if (permission.kind === "forbidden") throw new FetchError("robots", shownAddress(url));
    return permission.kind === "wait" ? permission : permission.crawlDelayMs;
  }

  /** Visits an address, and where it leads to; the time for it is `timeoutMs` in all. */
  async function follow(
    start: URL,
    errand: Errand,
    ask: typeof askRobots,
    signal: AbortSignal,
  ): Promise<{ url: URL; answer: Exclude<Answer, { kind: "redirect" }> }> {
    let url = start;
    let usedMs = 0;
    for (let redirectCount = 0; redirectCount <= MAX_REDIRECTS; redirectCount++) {
      const delay = await ask(url, signal);
      if (typeof delay !== "number") return { url, answer: { kind: "wait", ...delay } };
      const isSameVisit = redirectCount > 0 && url.hostname === start.hostname;
      const gapMs = isSameVisit || trusted.has(url) ? 0 : Math.max(spacingMs, delay);
      const { answer, tookMs } = await visitInTurn(url, gapMs, errand, timeoutMs - usedMs, signal);
      if (answer.kind !== "redirect") return { url, answer };
      usedMs += tookMs;
      url = nextAddress(answer.location, url, start);
    }
    throw new FetchError("redirects", shownAddress(start));
  }

  async function visitInTurn(url: URL, gapMs: number, errand: Errand, leftMs: number, signal: AbortSignal) {
    const host = trusted.has(url) ? url.host : url.hostname;
    let tookMs = 0;
    const turn = await limiter.run(
      host,
      gapMs,
      async () => {
        const startedAt = performance.now();
        const ending = AbortSignal.any([signal, AbortSignal.timeout(Math.max(Math.round(leftMs), 1))]);
        try {
          agent ??= createGuardedAgent({ policy, trusted, timeoutMs, maxHeaderBytes: MAX_HEADER_BYTES });
          return await visit(agent, url, errand, ending, clock.now());
        } catch (error) {
          throw fetchErrorOf(error, url, signal);
        } finally {
          tookMs = performance.now() - startedAt;
        }
      },
      signal,
    );
    const answer: Answer = turn.kind === "done" ? turn.value : { kind: "wait", retryAfterMs: turn.retryAfterMs };
    if (answer.kind === "wait") limiter.pause(host, answer.retryAfterMs);
    return { answer, tookMs };
  }

  function nextAddress(location: string, url: URL, start: URL): URL {
    if (location === "") throw new FetchError("redirects", shownAddress(url));
    const next = checkedAddress(location, policy, trusted, url);
    // An opened host is for the operator's own sources: a public page must not lead anybody there.
    if (trusted.has(next) && !trusted.has(start)) throw new FetchError("private-address", shownAddress(next));
    return next;
  }

  async function fetch(request: FetchRequest, signal?: AbortSignal): Promise<FetchOutcome> {
    const start = checkedAddress(request.url, policy, trusted);
    const ending = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
    const headers = { ...commonHeaders, ...conditions(request.validators) };
    const errand = { headers, maxBytes, lenient: false, bodyless: request.bodyless ?? false };
    try {
      const { url, answer } = await follow(start, errand, askRobots, ending);
      logger.debug({ host: url.host, answer: answer.kind }, "address read");
      if (answer.kind !== "body") return answer;
      const bodyHash = createHash("sha256").update(answer.bytes).digest("hex").slice(0, 32);
      if (bodyHash === request.validators?.bodyHash) return { kind: "unchanged" };
      const contentType = mediaType(answer.contentType);
      const isFile = isZipped(answer.bytes);
      const bytes = isFile ? await unzipped(answer.bytes, maxBytes, shownAddress(url)) : answer.bytes;
      const { text, charset } = decodeBody(bytes, answer.contentType);
      if ((contentType === "" || isFile) && !looksReadable(text)) throw new FetchError("wrong-type", shownAddress(url));
      return {
        kind: "fresh",
        page: { url: url.href, html: text, contentType, charset, fetchedAt: clock.now() },
        validators: { etag: answer.etag, lastModified: answer.lastModified, bodyHash },
      };
    } catch (error) {
      throw fetchErrorOf(error, start, ending);
    }
  }

  return {
    fetch,
    async close() {
      closing.abort();
      await agent?.destroy();
    },
  };
}

function conditions(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag ? { "if-none-match": validators.etag } : {}),
    ...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
  };
}

function blame(error: unknown): "host" | "page" | "nobody" {
  if (!(error instanceof FetchError) || error.failure === "aborted") return "nobody";
  const isServerFailure = error.failure === "status" && (error.status ?? 0) >= 500;
  return error.failure === "network" || error.failure === "timeout" || isServerFailure ? "host" : "page";
}

/**
 * Who we say we are: name, version and where the site's owner finds us.
 *
 * Shape: one line of printable ASCII; robots.txt knows us by the word before the slash.
 * Source: https://www.rfc-editor.org/rfc/rfc9309#section-2.2.1
 */
export function userAgent(version: string, contact: string): string {
  const where = contact.replace(/[^\x21-\x7E]|[()\\]/g, "");
  return where === "" ? `Mujaz/${version} (Arabic news digests)` : `Mujaz/${version} (Arabic news digests; +${where})`;
}
