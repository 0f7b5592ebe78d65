import { type RefusalName, type RefusedCall, refuse, refuseFlood } from "./refusals.ts";

/** What goes wrong. */
export type Trouble =
  /** 429 with this waiting time. */
  | { readonly kind: "flood"; readonly retryAfterSeconds: number }
  /** One of the refusals, whatever the state. `sentAndDeleted` performs the call first, as Telegram did. */
  | { readonly kind: "refusal"; readonly name: RefusalName }
  /** A status with a page that is no JSON, as a proxy before Telegram sends it. */
  | { readonly kind: "broken"; readonly status: number }
  /** The answer comes late. */
  | { readonly kind: "delay"; readonly delayMs: number }
  /** The call is performed, and the line is cut before the answer. */
  | { readonly kind: "drop-after" }
  /** The line is cut, and nothing was performed. */
  | { readonly kind: "drop-before" };

/** A trouble and the calls it befalls. Without a condition: every call. */
export interface Fault {
  readonly trouble: Trouble;
  /** Case does not matter. */
  readonly method?: string;
  readonly chatId?: number;
  /** The call's text has these words. */
  readonly contains?: string;
  /** Lets this many matching calls pass first. */
  readonly after?: number;
  /** How many calls it befalls; without it, all until it is removed. */
  readonly times?: number;
}

interface Planned {
  readonly fault: Fault;
  passed: number;
  done: number;
}

/** The faults that are planned, the oldest first; a call meets at most one. */
export class Faults {
  private planned: Planned[] = [];

  /** Plans a fault; the function given back removes it. */
  add(fault: Fault): () => void {
    const entry = { fault, passed: 0, done: 0 };
    this.planned.push(entry);
    return () => {
      this.planned = this.planned.filter((other) => other !== entry);
    };
  }

  clear(): void {
    this.planned = [];
  }

  /** The trouble of this call, or undefined. */
  meet(method: string, chatId: string, text: string): Trouble | undefined {
    for (const entry of this.planned) {
      const { fault } = entry;
      if (fault.method && fault.method.toLowerCase() !== method.toLowerCase()) continue;
      if (fault.chatId !== undefined && String(fault.chatId) !== chatId) continue;
      if (fault.contains && !text.includes(fault.contains)) continue;
      if (entry.passed < (fault.after ?? 0)) {
        entry.passed++;
        continue;
      }
      entry.done++;
      if (fault.times !== undefined && entry.done >= fault.times) {
        this.planned = this.planned.filter((other) => other !== entry);
      }
      return fault.trouble;
    }
    return undefined;
  }
}

/** The refusal of a trouble that is one. */
export function refusalOf(trouble: Trouble | undefined): RefusedCall | undefined {
  if (trouble?.kind === "flood") return refuseFlood(trouble.retryAfterSeconds);
  if (trouble?.kind === "refusal") return trouble.name === "flood" ? refuseFlood(1) : refuse(trouble.name);
  return undefined;
}
