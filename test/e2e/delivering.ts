import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { BotApi } from "../../src/demo/control.ts";
import { batchKey, type Edition } from "../../src/digest/edition.ts";
import { splitBatches } from "../../src/digest/plan.ts";
import { recipientKey } from "../../src/digest/subscription.ts";
import { HOUR_MS } from "../../src/lib/time.ts";
import { openStore } from "../../src/store/open-store.ts";
import { silent } from "../fakes/logger.ts";
import { subscriber } from "./newsroom.ts";

const FIRST_CHAT = 100_000;

/** An edition of one message for all chats, as the publisher leaves it in the store. */
export async function planEdition(url: string, token: string, count: number, html = "<b>الأول</b>"): Promise<void> {
  const store = await openStore(url, { logger: silent, botId: token.split(":")[0] as string, now: Date.now() });
  const now = Date.now();
  const recipients = Array.from({ length: count }, (_, index) => ({ chatId: FIRST_CHAT + index, threadId: 0 }));
  const edition: Edition = {
    id: "edition",
    slotAt: now,
    since: now - HOUR_MS,
    until: now,
    storyIds: ["s"],
    messages: [html],
    batchCount: 0,
    planned: true,
    expiresAt: now + 24 * HOUR_MS,
    stopped: false,
    asked: false,
    urgent: false,
  };
  const batches = splitBatches(edition.id, recipients);
  await store.stores.subscriptions.putMany(
    recipients.map((recipient) => ({ key: recipientKey(recipient), value: subscriber(recipient.chatId) })),
  );
  await store.stores.batches.putMany(
    batches.map((batch) => ({ key: batchKey(edition.id, batch.number), value: batch })),
  );
  await store.stores.editions.put(edition.id, { ...edition, batchCount: batches.length });
  await store.close();
}

/** Messages that the stand-in has taken and not answered yet. */
export const unanswered = (api: BotApi) => (api.calls().get("sendmessage") ?? 0) - api.sentCount();

/** A process of its own that delivers what is planned; `mostPages`: the disk is full when the store has so many. */
export function startDelivering(options: {
  url: string;
  api: BotApi;
  token: string;
  perSecond: number;
  operatorId?: number;
  mostPages?: number;
}): ChildProcess {
  const { url, api, token, perSecond, operatorId = 0, mostPages = 0 } = options;
  const numbers = [perSecond, operatorId, mostPages].map(String);
  const script = join(import.meta.dirname, "delivering-child.ts");
  return spawn(process.execPath, [script, url, api.url.replace(/\/$/, ""), token, ...numbers], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Of so many chats: how many got nothing, and how many messages came more than once. */
export function tally(api: BotApi, count: number): { lost: number; doubles: number } {
  const times = new Map<number, number>();
  for (const { chatId } of api.delivered()) if (chatId >= FIRST_CHAT) times.set(chatId, (times.get(chatId) ?? 0) + 1);
  return { lost: count - times.size, doubles: [...times.values()].reduce((sum, each) => sum + each - 1, 0) };
}
