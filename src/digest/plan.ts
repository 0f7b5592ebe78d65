import { sha256Hex, shortHash } from "../lib/hash.ts";
import { DAY_MS } from "../lib/time.ts";
import type { Batch } from "./edition.ts";
import { recipientHash } from "./recipient-hash.ts";
import type { Choices, Recipient } from "./subscription.ts";

/** A chat that never had a digest gets the news of so long. */
export const FIRST_DIGEST_MS = DAY_MS;
/** Recipients of one batch: one second of Telegram's bulk quota. */
export const BATCH_SIZE = 25;

/** Equal for equal choices, in whatever order the lists are. */
export function choicesKey(choices: Choices): string {
  const { sourceIds, topics, countries, follow, mute, maxStories, summary, timeZone, locale, digits, layout } = choices;
  const { withoutStories = [] } = choices;
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
    ...(withoutStories.length === 0 ? [] : [sorted(withoutStories)]),
  ]);
}

/** The identity of an edition: planned twice, it has the same id. Frozen: stores hold it. */
export function editionId(slotAt: number, since: number, choices: Choices): string {
  return shortHash(`${slotAt}|${since}|${choicesKey(choices)}`);
}

/** Room for the index beside a rank of 30 bits in one number: more recipients than any bot has. */
const MAX_RECIPIENTS = 2 ** 23;

/**
 * Recipients in batches, in an order that differs from edition to edition, so that nobody is always last. Their numbers begin at
 * `first`: how many batches the edition has already.
 */
export function splitBatches(edition: string, recipients: readonly Recipient[], first = 0): Batch[] {
  const seed = Number.parseInt(sha256Hex(edition).slice(0, 8), 16);
  // Rank and index in one number: a million of them are sorted in a fraction of the time that objects take.
  const order = Float64Array.from(
    recipients,
    (recipient, index) => (recipientHash(recipient, seed) >>> 2) * MAX_RECIPIENTS + index,
  );
  order.sort();
  const ordered = Array.from(order, (place) => recipients[place % MAX_RECIPIENTS] as Recipient);
  const count = Math.ceil(ordered.length / BATCH_SIZE);
  return Array.from({ length: count }, (_, number) => ({
    editionId: edition,
    number: first + number,
    recipients: ordered.slice(number * BATCH_SIZE, (number + 1) * BATCH_SIZE),
  }));
}
