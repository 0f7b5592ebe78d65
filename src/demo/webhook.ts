import type { Clock } from "../ports.ts";
import { Parameters } from "./parameters.ts";
import { refuse } from "./refusals.ts";
import type { UpdateQueue } from "./updates.ts";

const SECRET_HEADER = "x-telegram-bot-api-secret-token";
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const ANSWER_MS = 60_000;

/** Sends updates to the bot's own address, one after the other, until each is taken. */
export class Webhook {
  private readonly clock: Clock;
  private readonly updates: UpdateQueue;
  private readonly call: (method: string, parameters: Parameters) => Promise<unknown>;
  private target: { readonly url: string; readonly secret: string; readonly stop: AbortController } | undefined;
  private wake: (() => void) | undefined;
  private lastError: { readonly at: number; readonly message: string } | undefined;

  constructor(clock: Clock, updates: UpdateQueue, call: (method: string, parameters: Parameters) => Promise<unknown>) {
    this.clock = clock;
    this.updates = updates;
    this.call = call;
    updates.onUpdate = () => this.wake?.();
  }

  isSet(): boolean {
    return this.target !== undefined;
  }

  /** Starts to deliver there; an empty address stops. Throws the refusals of setWebhook. */
  set(url: string, secret: string): void {
    const address = url === "" ? undefined : URL.parse(url);
    if (url !== "") {
      const local = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(address?.hostname ?? "");
      if (address?.protocol !== "https:" && !(local && address?.protocol === "http:")) throw refuse("webhookNotHttps");
      if (secret !== "" && !/^[\w-]{1,256}$/.test(secret)) throw refuse("webhookSecret");
    }
    this.target?.stop.abort();
    this.target = undefined;
    this.lastError = undefined;
    if (address) {
      this.target = { url, secret, stop: new AbortController() };
      void this.deliver(this.target.stop.signal);
    }
  }

  /** The answer of getWebhookInfo. */
  describe(): object {
    return {
      url: this.target?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: this.updates.count(),
      ...(this.lastError && {
        last_error_date: Math.floor(this.lastError.at / 1000),
        last_error_message: this.lastError.message,
      }),
      ...(this.target && { max_connections: 40, ip_address: "127.0.0.1" }),
      ...(this.updates.allowedKinds() && { allowed_updates: this.updates.allowedKinds() }),
    };
  }

  close(): void {
    this.target?.stop.abort();
    this.target = undefined;
  }

  private async deliver(signal: AbortSignal): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const update = this.updates.first();
      if (!update) {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
          signal.addEventListener("abort", () => resolve(), { once: true });
        });
        continue;
      }
      const retryAfterMs = await this.post(update, signal);
      if (signal.aborted) return;
      if (retryAfterMs === undefined) {
        this.updates.confirm(update.update_id + 1);
        pauseMs = FIRST_PAUSE_MS;
      } else {
        await this.clock.sleep(Math.max(retryAfterMs, pauseMs), signal);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  /** Undefined when the bot took the update, else how long it asked to wait. */
  private async post(update: object, signal: AbortSignal): Promise<number | undefined> {
    if (!this.target) return 0;
    const { url, secret } = this.target;
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...(secret && { [SECRET_HEADER]: secret }) },
        body: JSON.stringify(update),
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
      });
      const body = await response.text();
      if (response.ok) {
        await this.answer(body);
        return undefined;
      }
      this.fail(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
      return Number(response.headers.get("retry-after") ?? 0) * 1000 || 0;
    } catch (error) {
      this.fail(
        error instanceof Error && error.name === "TimeoutError" ? "Read timeout expired" : "Connection refused",
      );
      return 0;
    }
  }

  private fail(message: string): void {
    this.lastError = { at: this.clock.now(), message };
  }

  /** A bot may call one method in its answer; what becomes of the call it never learns. */
  private async answer(body: string): Promise<void> {
    try {
      const { method, ...values } = JSON.parse(body) as Record<string, unknown>;
      if (typeof method === "string") await this.call(method, new Parameters(new Map(Object.entries(values))));
    } catch {
      // not JSON, or refused: Telegram does not tell the bot either
    }
  }
}
