/** Base of every error that this program raises on purpose; `cause` holds what lies beneath. */
export class AppError extends Error {
  override readonly name: string = "AppError";
}

/** Why an address could not be read. `status` goes with an HTTP status that has no name of its own. */
export type FetchFailure =
  | "bad-address" // not http(s), unparsable, too long, with credentials
  | "private-address" // a network that may not be read, a forbidden port
  | "robots" // robots.txt forbids it, or could not be asked
  | "network" // no connection, cut, not HTTP
  | "timeout"
  | "blocked" // 401, 403, 451: the site does not want us
  | "gone" // 404, 410
  | "status" // any other status that is no answer
  | "paused" // the site asked for a pause, or is given one after it failed again and again
  | "redirects" // too many, or a bad Location
  | "too-large"
  | "wrong-type" // neither HTML nor XML nor JSON
  | "encoding" // broken or stacked compression
  | "aborted"; // we broke off: says nothing about the site

/** An address could not be read. Raised in `fetch/`, counted by the jobs. The message never has the query of the address. */
export class FetchError extends AppError {
  override readonly name = "FetchError";
  readonly failure: FetchFailure;
  readonly url: string;
  readonly status: number | undefined;
  /** Of `paused`. */
  readonly retryAfterMs: number;
  constructor(
    failure: FetchFailure,
    url: string,
    options: { cause?: unknown; status?: number; retryAfterMs?: number } = {},
  ) {
    super(`cannot read ${url.split("?")[0]}: ${options.status ?? failure}`, { cause: options.cause });
    this.failure = failure;
    this.url = url;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs ?? 0;
  }
}

/** Why a page that was read gave no news. */
export type ExtractFailure = "not-a-feed" | "no-headlines" | "layout-changed" | "no-article" | "too-heavy";

/** A page was read, but what was looked for is not in it. Raised by the jobs and the terminal commands. */
export class ExtractError extends AppError {
  override readonly name = "ExtractError";
  readonly failure: ExtractFailure;
  constructor(failure: ExtractFailure, url: string, cause?: unknown) {
    super(`nothing to read at ${url.split("?")[0]}: ${failure}`, { cause });
    this.failure = failure;
  }
}

/** The store refused or failed: never to be read as "missing". Raised in `store/`. */
export class StoreError extends AppError {
  override readonly name: string = "StoreError";
}

/** The store is another bot's, or of a release that we do not know: nothing is done to it until a person acts. */
export class ForeignStoreError extends StoreError {
  override readonly name = "ForeignStoreError";
}

/** A stored record is not what it must be. The store works: other records can be used. */
export class DamagedRecordError extends StoreError {
  override readonly name = "DamagedRecordError";
}

/** The bot role cannot go on until a person acts: a token that is wrong, or a second process on the same token. */
export class BotStoppedError extends AppError {
  override readonly name = "BotStoppedError";
}

/** What a server says that could not begin: which place, why, and what to do. */
export function cannotListen(host: string, port: number, error: Error & { readonly code?: string }): AppError {
  const isTaken = error.code === "EADDRINUSE";
  const reason = isTaken ? "the port is taken; set HTTP_PORT to another one, or to 0 for any" : error.message;
  return new AppError(`cannot listen on ${host}:${port}: ${reason}`, { cause: error });
}
