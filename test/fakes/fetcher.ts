import { createHash } from "node:crypto";
import { FetchError } from "../../src/errors.ts";
import type { Fetcher, FetchOutcome, FetchRequest } from "../../src/ports.ts";

/** What a scripted address answers: the text of a page, an answer in full, or a failure. */
export type Scripted =
  | string
  | {
      readonly html: string;
      readonly contentType?: string;
      /** After redirects. */
      readonly url?: string;
      readonly etag?: string;
      readonly lastModified?: string;
      readonly charset?: string;
    }
  | FetchOutcome
  | Error;

/** A script of a web: by address, or a function of the request. An address that is not in it is `gone`. */
export type Script =
  | ReadonlyMap<string, Scripted>
  | ((request: FetchRequest, signal?: AbortSignal) => Scripted | undefined | Promise<Scripted | undefined>);

export interface FakeFetcher extends Fetcher {
  /** In the order of asking. */
  readonly requests: readonly FetchRequest[];
  /** How often an address was asked for, or all of them. */
  count(url?: string): number;
}

/** A web without a network: like the real one it knows conditions, so that the same page again is `unchanged`. */
export function createFakeFetcher(script: Script, now: () => number = () => Date.UTC(2026, 0, 1)): FakeFetcher {
  const requests: FetchRequest[] = [];

  async function fetch(request: FetchRequest, signal?: AbortSignal): Promise<FetchOutcome> {
    if (signal?.aborted) throw new FetchError("aborted", request.url);
    requests.push(request);
    const scripted = await (typeof script === "function" ? script(request, signal) : script.get(request.url));
    if (scripted === undefined) throw new FetchError("gone", request.url, { status: 404 });
    if (scripted instanceof Error) throw scripted;
    if (typeof scripted !== "string" && "kind" in scripted) return scripted;
    const answer = typeof scripted === "string" ? { html: scripted } : scripted;
    const bodyHash = createHash("sha256").update(answer.html).digest("hex").slice(0, 32);
    const before = request.validators;
    const isKnown = before !== null && answer.etag !== undefined && before.etag === answer.etag;
    if (isKnown || before?.bodyHash === bodyHash) return { kind: "unchanged" };
    return {
      kind: "fresh",
      page: {
        url: answer.url ?? request.url,
        html: answer.html,
        contentType: answer.contentType ?? (/^\s*<\?xml/.test(answer.html) ? "application/xml" : "text/html"),
        charset: answer.charset ?? "utf-8",
        fetchedAt: now(),
      },
      validators: { etag: answer.etag ?? null, lastModified: answer.lastModified ?? null, bodyHash },
    };
  }

  return {
    fetch,
    requests,
    count: (url) => (url === undefined ? requests.length : requests.filter((request) => request.url === url).length),
  };
}
