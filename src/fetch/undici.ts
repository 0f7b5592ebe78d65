import { createRequire } from "node:module";
import type { Agent, buildConnector, Dispatcher } from "undici";

/** What of undici is used here. */
export interface Undici {
  readonly Agent: typeof Agent;
  readonly buildConnector: typeof buildConnector;
}

/**
 * The parts of undici that connect and ask. Its entry loads eighty files more, for WebSockets, proxies, caches and mocks, which
 * cost a tenth of an idle bot's memory. Paths are those of the version that package.json names.
 */
export function loadUndici(): Undici {
  const load = createRequire(import.meta.url);
  const dispatcher = load("undici/lib/dispatcher/dispatcher.js") as { readonly prototype: Dispatcher };
  dispatcher.prototype.request = load("undici/lib/api/api-request.js") as Dispatcher["request"];
  return {
    Agent: load("undici/lib/dispatcher/agent.js") as typeof Agent,
    buildConnector: load("undici/lib/core/connect.js") as typeof buildConnector,
  };
}
