import { afterEach } from "vitest";
import { startBotApi } from "../../src/demo/bot-api.ts";
import type { BotApi, BotApiOptions } from "../../src/demo/control.ts";

export const TOKEN = "4242:test-token";

/** One answer of the stand-in, as it came over the line. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of every method
  readonly body: any;
}

const running: BotApi[] = [];
afterEach(async () => {
  for (const api of running.splice(0)) await api.close();
});

/** Starts a stand-in that ends with the test. */
export async function startApi(options: Partial<BotApiOptions> = {}): Promise<BotApi> {
  const api = await startBotApi({ token: TOKEN, ...options });
  running.push(api);
  return api;
}

/** Calls a method with a JSON body. */
export async function call(api: BotApi, method: string, parameters: object = {}, token = TOKEN): Promise<Answer> {
  return ask(`${api.url}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(parameters),
  });
}

/** Sends any request and reads its JSON. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body: await response.json() };
}

/** A clock that stands still until it is moved. */
export function handClock(start = Date.UTC(2026, 10, 23, 17)) {
  let now = start;
  let sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((wake) => {
        if (signal?.aborted) return wake();
        sleepers.push({ at: now + ms, wake });
        signal?.addEventListener("abort", () => wake(), { once: true });
      }),
    move(ms: number) {
      now += ms;
      for (const sleeper of sleepers.filter(({ at }) => at <= now)) sleeper.wake();
      sleepers = sleepers.filter(({ at }) => at > now);
    },
    sleeperCount: () => sleepers.length,
  };
}
