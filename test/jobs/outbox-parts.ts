import { batchKey, type Edition } from "../../src/digest/edition.ts";
import { type Recipient, recipientKey } from "../../src/digest/subscription.ts";
import { createCanary } from "../../src/jobs/canary.ts";
import type { Tally } from "../../src/jobs/delivery.ts";
import { createEndings } from "../../src/jobs/endings.ts";
import { createLanes, type Errand } from "../../src/jobs/lanes.ts";
import { createMarkBook } from "../../src/jobs/mark-book.ts";
import { createPacer } from "../../src/jobs/pacer.ts";
import { createRelocation } from "../../src/jobs/relocation.ts";
import { createStoreTrouble } from "../../src/jobs/store-trouble.ts";
import { createWaits } from "../../src/jobs/waits.ts";
import { HOUR_MS } from "../../src/lib/time.ts";
import type { SendResult } from "../../src/outbox/delivery.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { silent } from "../fakes/logger.ts";
import { createMemoryStores } from "../fakes/memory-records.ts";
import { privateChat } from "./outbox-world.ts";
import { CANARY, chat, SLOT } from "./running-outbox.ts";

export const EDITION: Edition = {
  id: "e",
  slotAt: SLOT,
  since: SLOT - 12 * HOUR_MS,
  until: SLOT,
  storyIds: ["s"],
  messages: ["one", "two"],
  batchCount: 1,
  planned: true,
  expiresAt: SLOT + 3 * HOUR_MS,
  stopped: false,
  asked: false,
  urgent: false,
};

/** The parts of an outbox around one edition for these chats, which are subscribed; nothing runs. `saying` answers what is sent beside it. */
export async function outboxParts(chatIds: readonly number[], saying: SendResult = { kind: "sent", messageId: 9 }) {
  const clock = createFakeClock(SLOT);
  const steady = { ...clock, now: () => clock.elapsedMs() };
  const stores = createMemoryStores({ now: () => clock.now() });
  const stop = new AbortController().signal;
  const tally: Tally = { sent: 0, ambiguous: 0, rejected: 0, parked: 0, dead: 0 };
  const said: string[] = [];
  const told: string[] = [];
  const moved: [number, number][] = [];
  const say = async ({ chatId }: Recipient, html: string, plain: boolean) => {
    said.push(`${chatId}: ${html}${plain ? ", plain" : ""}`);
    return saying;
  };
  const lanes = createLanes((key) => stores.batches.get(key));
  const pacer = createPacer(steady, 25);
  const trouble = createStoreTrouble({
    clock,
    logger: silent,
    stopping: () => stop,
    tell: (reason) => told.push(reason),
  });
  const waits = createWaits({ stores, pacer, steady, clock, logger: silent });
  const moveChat = async (from: number, to: number) => void moved.push([from, to]);
  const relocation = createRelocation({ stores, lanes, trouble, clock, logger: silent, moveChat });
  const marks = createMarkBook(stores, steady, (recipient) => relocation.newIdOf(recipient) !== undefined);
  const tellRefused = (description: string) => void told.push(description);
  const endings = createEndings({ stores, lanes, trouble, tally, logger: silent, tellRefused });
  const canary = createCanary({ stores, clock, logger: silent, canaryChat: CANARY, say });
  const batch = { editionId: EDITION.id, number: 0, recipients: chatIds.map(privateChat) };
  for (const chatId of chatIds) await stores.subscriptions.put(recipientKey(privateChat(chatId)), chat(chatId));
  await stores.batches.put(batchKey(EDITION.id, 0), batch);
  await stores.editions.put(EDITION.id, EDITION);
  lanes.add(EDITION, [batch]);
  return {
    ...{ clock, steady, stores, lanes, pacer, trouble, waits, relocation, marks, endings, canary, tally, say },
    ...{ said, told, moved, logger: silent, random: () => 0 },
    /** The next recipient, whatever it needs. */
    errand: async () => (await lanes.next(steady.now())) as Errand,
    batchCount: async () => (await Array.fromAsync(stores.batches.entries())).length,
  };
}
