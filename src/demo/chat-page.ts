import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { BotApi } from "./control.ts";
import { serveSim } from "./sim-routes.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const FILES = [
  ["/", "chat.html", "text/html; charset=utf-8"],
  ["/page/chat.css", "chat.css", "text/css; charset=utf-8"],
  ["/page/message.css", "message.css", "text/css; charset=utf-8"],
  ["/page/controls.css", "controls.css", "text/css; charset=utf-8"],
  ["/page/narrow.css", "narrow.css", "text/css; charset=utf-8"],
  ["/page/chat.js", "chat.js", "text/javascript; charset=utf-8"],
  ["/page/composer.js", "composer.js", "text/javascript; charset=utf-8"],
  ["/page/places.js", "places.js", "text/javascript; charset=utf-8"],
  ["/page/sim.js", "sim.js", "text/javascript; charset=utf-8"],
  ["/page/message-view.js", "message-view.js", "text/javascript; charset=utf-8"],
  ["/page/text-view.js", "text-view.js", "text/javascript; charset=utf-8"],
  ["/page/icon.svg", "icon.svg", "image/svg+xml"],
] as const;

/**
 * Serves the chat page at `/`, its files under `/page/`, and what it needs under `/sim/`. Everything comes
 * from here, nothing from the web.
 */
export function createChatPage(): (
  request: IncomingMessage,
  response: ServerResponse,
  api: BotApi,
) => Promise<boolean> {
  const pages = new Map(
    FILES.map(([path, file, type]) => [
      path as string,
      { type, body: readFileSync(new URL(`./page/${file}`, import.meta.url)) },
    ]),
  );
  return async (request, response, api) => {
    const page = request.method === "GET" ? pages.get((request.url ?? "").split("?")[0] as string) : undefined;
    if (!page) return serveSim(request, response, api);
    response.writeHead(200, {
      "content-type": page.type,
      "content-length": page.body.length,
      "content-security-policy": POLICY,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    response.end(page.body);
    return true;
  };
}
