import type { DigestDesk, NewsDesk, SourceDesk, SourceFinding, SourceStatus } from "../../src/desks.ts";
import type { StoryCard } from "../../src/digest/card.ts";
import { defaultSubscription } from "../../src/digest/choose.ts";
import { nextDigestSlot } from "../../src/digest/due.ts";
import { type Recipient, recipientKey, type Subscription } from "../../src/digest/subscription.ts";
import type { Clock } from "../../src/ports.ts";
import type { Source } from "../../src/source/source.ts";
import { outlet } from "./outlet.ts";

/** A card with text of our own. */
export function card(title: string, change: Partial<StoryCard> = {}): StoryCard {
  return {
    storyId: title,
    title,
    url: `https://example.com/${encodeURIComponent(title)}`,
    sourceName: "المنار الإخباري",
    publishedAt: Date.UTC(2026, 10, 23, 15),
    summary: "افتُتح اليوم الجسر الجديد بعد عامين من العمل فيه.",
    summaryMethod: "extractive",
    bodyFrom: "page",
    alsoCoveredBy: [],
    related: [],
    background: [],
    ...change,
  };
}

/** A source that is read. */
export function source(id: string, change: Partial<Source> = {}): Source {
  const names = { nameAr: `موقع ${id}`, nameEn: `Site ${id}` };
  return outlet(id, { ...names, url: `https://${id}.example/rss`, addedBy: "catalogue", ...change });
}

/** Answers from `cards`, newest first; a search finds what has the query in its title. */
export function createFakeNewsDesk(): NewsDesk & {
  cards: StoryCard[];
  suggestion: string | undefined;
  isPartial: boolean;
} {
  return {
    cards: [],
    suggestion: undefined,
    isPartial: false,
    async latest(_, count) {
      return this.cards.slice(0, count);
    },
    async search(query, count) {
      const cards = this.cards.filter(({ title }) => title.includes(query)).slice(0, count);
      const suggestion = query === this.suggestion ? undefined : this.suggestion;
      return { cards, suggestion, isPartial: this.isPartial };
    },
  };
}

/** What the fake desk was asked to do, in order. */
export type DeskAct = readonly [act: "now" | "move" | "park" | "unpark" | "forget", ...details: (string | number)[]];

export interface FakeDigestDesk extends DigestDesk {
  readonly stored: Map<string, Subscription>;
  readonly acts: DeskAct[];
  outcome: "planned" | "nothing-new" | "busy";
}

/** Keeps subscriptions in memory, with the real defaults and hours. */
export function createFakeDigestDesk(clock: Pick<Clock, "now">, locale = "ar"): FakeDigestDesk {
  const stored = new Map<string, Subscription>();
  const acts: DeskAct[] = [];
  const admitted = new Set<number>();
  const defaults = { timeZone: "Asia/Riyadh", digestAt: ["08:00", "20:00"] };
  return {
    stored,
    acts,
    outcome: "planned",
    async subscription(recipient: Recipient, wanted = locale) {
      return stored.get(recipientKey(recipient)) ?? defaultSubscription(recipient, { ...defaults, locale: wanted });
    },
    async save(subscription) {
      stored.set(recipientKey(subscription), subscription);
    },
    async digestNow(recipient, askedAt) {
      acts.push(["now", recipientKey(recipient), askedAt]);
      return this.outcome;
    },
    nextDigestAt(subscription) {
      if (subscription.subscribedAt === null) return null;
      return nextDigestSlot(subscription, Math.max(clock.now(), subscription.pausedUntil ?? 0)) ?? null;
    },
    async forget(recipient) {
      acts.push(["forget", recipientKey(recipient)]);
      stored.delete(recipientKey(recipient));
    },
    async move(from, to) {
      acts.push(["move", from, to]);
    },
    async park(recipient, reason) {
      acts.push(["park", recipientKey(recipient), reason]);
    },
    async unpark(recipient) {
      acts.push(["unpark", recipientKey(recipient)]);
    },
    async admit(chatId) {
      admitted.add(chatId);
    },
    async isAdmitted(chatId) {
      return admitted.has(chatId);
    },
  };
}

export interface FakeSourceDesk extends SourceDesk {
  readonly known: Map<string, SourceStatus>;
  /** What `test` and `add` find from now on. */
  finds(finding: Partial<SourceFinding>): void;
  /** The addresses that were read. */
  readonly read: string[];
  /** While it is set, reading waits for it. */
  gate: Promise<void> | undefined;
}

/** Finds what the test says, at once or behind a gate. */
export function createFakeSourceDesk(): FakeSourceDesk {
  const known = new Map<string, SourceStatus>();
  const read: string[] = [];
  let finding: SourceFinding = { candidates: [], headlineCount: 0, preview: [], failure: "no-headlines" };
  return {
    known,
    read,
    gate: undefined,
    finds(change) {
      finding = { candidates: [], headlineCount: 0, preview: [], failure: null, ...change };
    },
    async list() {
      return [...known.values()];
    },
    async test(query, signal) {
      read.push(query);
      await this.gate;
      return signal.aborted ? { ...finding, candidates: [], preview: [], failure: "aborted" } : finding;
    },
    async add(url, addedBy, signal) {
      const found = await this.test(url, signal);
      const [best] = found.candidates;
      if (best === undefined) return { kind: "failed", finding: found };
      const kind = known.has(best.id) ? "exists" : "added";
      const added = { ...best, addedBy };
      known.set(best.id, { source: added, poll: undefined });
      return { kind, source: added, finding: found };
    },
    async remove(id) {
      return known.delete(id);
    },
    async enable(id, enabled) {
      const status = known.get(id);
      if (status === undefined) return false;
      known.set(id, { ...status, source: { ...status.source, enabled } });
      return true;
    },
  };
}
