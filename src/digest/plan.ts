import { shortHash } from "../lib/hash.ts";
import type { Batch } from "./edition.ts";
import { type Choices, type Recipient, recipientKey } from "./subscription.ts";

/** Recipients of one batch: one second of Telegram's bulk quota. */
export const BATCH_SIZE = 25;

/** Equal for equal choices, in whatever order the lists are. */
export function choicesKey(choices: Choices): string {
  const { sourceIds, topics, countries, follow, mute, maxStories, summary, timeZone, locale, digits, layout } = choices;
  const sorted = (list: readonly string[]) => [...list].sort();
  return JSON.stringify([
    sourceIds === "all" ? "all" : sorted(sourceIds),
    sorted(topics),
    sorted(countries),
    sorted(follow),
    sorted(mute),
    maxStories,
    summary.sentences,
    summary.words,
    timeZone,
    locale,
    digits,
    layout,
  ]);
}

/** The identity of an edition: planned twice, it has the same id. Frozen: stores hold it. */
export function editionId(slotAt: number, since: number, choices: Choices): string {
  return shortHash(`${slotAt}|${since}|${choicesKey(choices)}`);
}

/** Recipients in batches, in an order that differs from edition to edition, so that nobody is always last. */
export function splitBatches(edition: string, recipients: readonly Recipient[]): Batch[] {
  const ordered = recipients
    .map((recipient) => ({ recipient, rank: shortHash(`${edition}|${recipientKey(recipient)}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ recipient }) => recipient);
  const count = Math.ceil(ordered.length / BATCH_SIZE);
  return Array.from({ length: count }, (_, number) => ({
    editionId: edition,
    number,
    recipients: ordered.slice(number * BATCH_SIZE, (number + 1) * BATCH_SIZE),
  }));
}
