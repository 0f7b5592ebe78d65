import type { ServerResponse } from "node:http";
import type { BotState } from "./bot-state.ts";
import { type RefusalParameters, type RefusedCall, refuse } from "./refusals.ts";

/** The answer of a call. Source: https://core.telegram.org/bots/api#making-requests */
export type Envelope =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: RefusalParameters;
    };

/** A refusal as the caller sees it. */
export function failure(refusal: RefusedCall): Envelope {
  return {
    ok: false,
    error_code: refusal.code,
    description: refusal.message,
    ...(refusal.parameters && { parameters: refusal.parameters }),
  };
}

/** Sends JSON; a waiting time also goes into the `Retry-After` header. */
export function sendJson(response: ServerResponse, status: number, body: Envelope | object): void {
  const text = JSON.stringify(body);
  const retryAfter = "parameters" in body && (body.parameters as RefusalParameters | undefined)?.retry_after;
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...(retryAfter && { "retry-after": String(retryAfter) }),
  });
  response.end(text);
}

/** Sends a page of a proxy instead of an answer of Telegram. */
export function sendBroken(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/html" });
  response.end("<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>");
}

/** Sends the bytes of a file that getFile told of. */
export function sendFile(state: BotState, response: ServerResponse, path: string): void {
  const kept = state.files.get(path.split("/")[1] ?? "");
  if (!kept) {
    sendJson(response, 404, failure(refuse("notFound")));
    return;
  }
  response.writeHead(200, { "content-type": kept.file.mime_type || "application/octet-stream" });
  response.end(kept.bytes);
}
