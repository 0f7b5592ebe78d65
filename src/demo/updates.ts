import type { Clock } from "../ports.ts";
import { refuse } from "./refusals.ts";
import type { Update } from "./telegram-types.ts";

const LONGEST_POLL_SECONDS = 50;
const MOST_UPDATES = 100;
/** Kinds that a bot gets only when it asks for them by name. */
const ON_REQUEST = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

/** What one getUpdates asks for. */
export interface UpdateRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutSeconds: number;
  /** Undefined leaves what was asked for before. */
  readonly allowedUpdates: readonly string[] | undefined;
}

/** The bot's updates, in order, until it confirms them. */
export class UpdateQueue {
  private readonly clock: Clock;
  private pending: Update[] = [];
  private nextId = 100_001;
  private allowed: ReadonlySet<string> | undefined;
  /** Ends the poll that waits; with an error when a newer one came. */
  private waiting: ((error?: Error) => void) | undefined;
  /** Told of every new update: the webhook listens. */
  onUpdate: (() => void) | undefined;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Adds an update of that kind, unless the bot does not want it. */
  push(kind: string, payload: object): void {
    if (this.allowed ? !this.allowed.has(kind) : ON_REQUEST.has(kind)) return;
    this.pending.push({ update_id: this.nextId++, [kind]: payload });
    this.waiting?.();
    this.onUpdate?.();
  }

  /** Long polling: resolves with updates at once or as soon as there are some, with none when the time is up. */
  async poll(request: UpdateRequest, signal: AbortSignal): Promise<Update[]> {
    this.waiting?.(refuse("otherPoll"));
    this.allow(request.allowedUpdates);
    if (request.offset > 0) this.confirm(request.offset);
    else if (request.offset < 0) this.pending = this.pending.slice(request.offset);
    const timeoutMs = Math.min(Math.max(request.timeoutSeconds, 0), LONGEST_POLL_SECONDS) * 1000;
    if (this.pending.length === 0 && timeoutMs > 0) await this.wait(timeoutMs, signal);
    return this.pending.slice(0, request.limit >= 1 && request.limit <= MOST_UPDATES ? request.limit : MOST_UPDATES);
  }

  private async wait(timeoutMs: number, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const waiting = new Promise<void>((resolve, reject) => {
      this.waiting = (error) => (error ? reject(error) : resolve());
    });
    const mine = this.waiting;
    try {
      await Promise.race([waiting, this.clock.sleep(timeoutMs, AbortSignal.any([signal, over.signal]))]);
    } finally {
      over.abort();
      if (this.waiting === mine) this.waiting = undefined;
    }
  }

  /** Remembers which kinds the bot wants; an empty list is the default kinds. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds) this.allowed = kinds.length === 0 ? undefined : new Set(kinds);
  }

  /** The kinds that were asked for, or undefined for the default ones. */
  allowedKinds(): string[] | undefined {
    return this.allowed && [...this.allowed];
  }

  /** Forgets all updates before this id. */
  confirm(offset: number): void {
    this.pending = this.pending.filter((update) => update.update_id >= offset);
  }

  first(): Update | undefined {
    return this.pending[0];
  }

  count(): number {
    return this.pending.length;
  }

  clear(): void {
    this.pending = [];
  }

  /** Ends a waiting poll with what there is. */
  release(): void {
    this.waiting?.();
  }
}
