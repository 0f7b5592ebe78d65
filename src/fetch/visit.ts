import type { Dispatcher } from "undici";
import { FetchError } from "../errors.ts";
import { retryAfterMs } from "../lib/retry.ts";
import { shownAddress } from "./address.ts";
import { readBody } from "./body.ts";
import { isReadable, mediaType } from "./media-type.ts";

const REDIRECTS = [301, 302, 303, 307, 308];
const REFUSALS = [401, 403, 451];
const GONE = [404, 410];
/** For a 429 that names no time. */
const DEFAULT_PAUSE_MS = 10 * 60_000;

/** One request of one address. */
export interface Errand {
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  /** Any media type is read, and of a longer body the first `maxBytes`. */
  readonly lenient: boolean;
  /** The answer is over with its headers. */
  readonly bodyless?: boolean;
}

/** What a server answered to one request, redirects not followed. */
export type Answer =
  | {
      readonly kind: "body";
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "unchanged" }
  | { readonly kind: "wait"; readonly retryAfterMs: number };

/**
 * Asks one address once and reads the answer to its end, or drops it.
 *
 * Errors: `FetchError` for a status that is no answer and for a body that is too large, broken or of
 * another type; else the error of
 * undici, see `fetchErrorOf`.
 */
export async function visit(
  agent: Dispatcher,
  url: URL,
  errand: Errand,
  signal: AbortSignal,
  now: number,
): Promise<Answer> {
  const { statusCode, headers, body } = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: "GET",
    headers: errand.headers,
    signal,
  });
  const header = (name: string) => {
    const value = headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  if ((statusCode === 200 || statusCode === 203) && errand.bodyless) {
    drop(body);
    return {
      kind: "body",
      bytes: new Uint8Array(),
      contentType: header("content-type"),
      etag: null,
      lastModified: null,
    };
  }
  if (statusCode === 200 || statusCode === 203) {
    const wireBytes = Number(header("content-length"));
    const contentType = header("content-type");
    const refusal =
      wireBytes > errand.maxBytes
        ? "too-large"
        : isReadable(mediaType(contentType), url.pathname)
          ? null
          : "wrong-type";
    if (refusal !== null && !errand.lenient) {
      drop(body);
      throw new FetchError(refusal, shownAddress(url));
    }
    const limits = { wireBytes: errand.maxBytes, decodedBytes: errand.maxBytes, cut: errand.lenient };
    const bytes = await readBody(body, header("content-encoding"), limits, shownAddress(url)).finally(() => drop(body));
    const [etag, lastModified] = [sendable(header("etag")), sendable(header("last-modified"))];
    return { kind: "body", bytes, contentType, etag, lastModified };
  }
  drop(body);
  if (statusCode === 304 && isConditional(errand)) return { kind: "unchanged" };
  if (REDIRECTS.includes(statusCode)) return { kind: "redirect", location: readLocation(header("location")) };
  const pauseMs = retryAfterMs(header("retry-after"), now);
  if (statusCode === 429) return { kind: "wait", retryAfterMs: pauseMs ?? DEFAULT_PAUSE_MS };
  if (statusCode === 503 && pauseMs !== undefined) return { kind: "wait", retryAfterMs: pauseMs };
  if (REFUSALS.includes(statusCode)) throw new FetchError("blocked", shownAddress(url), { status: statusCode });
  if (GONE.includes(statusCode)) throw new FetchError("gone", shownAddress(url), { status: statusCode });
  throw new FetchError("status", shownAddress(url), { status: statusCode });
}

/** Whatever a failed visit threw, as a `FetchError`; `signal` is the one that the caller may abort. */
export function fetchErrorOf(error: unknown, url: URL, signal: AbortSignal | undefined): FetchError {
  if (error instanceof FetchError) return error;
  if (signal?.aborted) return new FetchError("aborted", shownAddress(url), { cause: signal.reason });
  const { name, code } = error instanceof Error ? (error as NodeJS.ErrnoException) : { name: "", code: "" };
  if (code === "UND_ERR_HEADERS_OVERFLOW") return new FetchError("too-large", shownAddress(url), { cause: error });
  const isTimeout = name === "TimeoutError" || code === "ETIMEDOUT" || /^UND_ERR_\w+_TIMEOUT$/.test(code ?? "");
  return new FetchError(isTimeout ? "timeout" : "network", shownAddress(url), { cause: error });
}

/** Ends an answer that nobody reads; the connection goes with it unless the answer is at its end. */
function drop(body: Dispatcher.ResponseData["body"]): void {
  body.on("error", () => {}).destroy();
}

function isConditional({ headers }: Errand): boolean {
  return "if-none-match" in headers || "if-modified-since" in headers;
}

/** A validator that can be sent back as it came, or null. */
function sendable(value: string): string | null {
  return /^[\x20-\x7E\x80-\xFF]{1,1000}$/.test(value) ? value : null;
}

/** Header bytes come one a character; Arabic sites write addresses in raw UTF-8. */
function readLocation(header: string): string {
  const text = Buffer.from(header, "latin1").toString("utf8");
  return text.includes("\uFFFD") ? header : text;
}
