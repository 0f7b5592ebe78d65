// A process of its own that fills, opens or plans a store of very many chats, so that its time and memory are its own. Its parent is
// delivery-scale.bench.ts; the answer is one line of JSON.

import { createApp } from "../../src/app.ts";
import type { Choices } from "../../src/digest/subscription.ts";
import { recipientKey } from "../../src/digest/subscription.ts";
import type { SteadyClock } from "../../src/jobs/delivery.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { loadTranslations } from "../../src/locales.ts";
import type { Mark } from "../../src/outbox/delivery.ts";
import { openStore } from "../../src/store/open-store.ts";
import { subscriber } from "../e2e/newsroom.ts";
import { createFakeFetcher } from "../fakes/fetcher.ts";
import { silent } from "../fakes/logger.ts";
import { outlet } from "../fakes/outlet.ts";
import { plainReader } from "../fakes/reader.ts";
import { createFakeSender } from "../fakes/sender.ts";

const SLOT = Date.parse("2026-11-23T17:00:00Z"); // 20:00 in Riyadh
const MORNING = SLOT - 12 * HOUR_MS;
const STORIES = 300;
const OUTLETS = ["marfa", "sanabil", "wadi", "qimma"];
const CHUNK = 5000;

const [work = "", url = "", count = "0", kinds = "1"] = process.argv.slice(2);
const begunAt = performance.now();
let shown = MORNING + 11 * HOUR_MS;
/** Shows what the work needs, and goes on from there. */
const clock: SteadyClock = { now: () => shown, elapsedMs: () => shown, sleep: async () => {} };

const store = await openStore(url, { logger: silent, botId: "700400", now: Date.now(), lock: true });
const { stores } = store;

/** So many different choices: other numbers of stories, outlets and digits. */
function choicesOf(kind: number): Partial<Choices> {
  return {
    maxStories: 5 + (kind % 10),
    sourceIds: kind % 30 < 10 ? "all" : OUTLETS.filter((_, index) => (kind >> index) % 2 === 0).concat("marfa"),
    digits: kind % 2 === 0 ? "arab" : "latn",
    summary: { sentences: 1 + (Math.floor(kind / 10) % 3), words: 40 + (Math.floor(kind / 30) % 4) * 10 },
  };
}

/** The mark that the morning's digest left. */
const markOf = (chatId: number): Mark => ({
  chatId,
  threadId: 0,
  editionId: "morning",
  slotAt: MORNING,
  since: MORNING - DAY_MS,
  until: MORNING,
  part: 1,
  state: "sent",
  attempts: 1,
  notBefore: 0,
  messageIds: [chatId],
  parkReason: null,
  parkedAt: null,
});

const app = createApp(
  {
    stores,
    search: store.search,
    fetcher: createFakeFetcher(() => undefined, clock.now),
    reader: plainReader,
    clock,
    logger: silent,
    random: Math.random,
    translations: loadTranslations("ar"),
    sender: createFakeSender(),
  },
  {
    retentionMs: 3650 * DAY_MS,
    pagesPerRun: 30,
    messagesPerSecond: 30,
    canaryChat: null,
    operatorIds: [],
    defaults: { timeZone: "Asia/Riyadh", locale: "ar", digestAt: ["08:00", "20:00"] },
    starterSources: OUTLETS.map((id) => outlet(id)),
  },
);

async function fill(): Promise<void> {
  await app.load();
  for (let number = 0; number < STORIES; number++) {
    const title = `المجلس البلدي في الحي رقم ${number} يقر الخطة ${number * 7} بعد نقاش`;
    await app.shelf.keep({
      sourceId: OUTLETS[number % OUTLETS.length] as string,
      url: `https://marfa.example/${number}`,
      title,
      paragraphs: [
        `${title} دام ${number} ساعة. `.repeat(3),
        "وقال رئيسه إن العمل يبدأ الشهر المقبل في كل الأحياء. ".repeat(4),
      ],
      publishedAt: MORNING + number * MINUTE_MS,
      related: [],
      imageUrl: null,
      byline: null,
      bodyFrom: "page",
      backlogBefore: null,
    });
  }
  await stores.settings.put("plannedUntil", SLOT - MINUTE_MS);
  for (let first = 0; first < Number(count); first += CHUNK) {
    const ids = Array.from({ length: Math.min(CHUNK, Number(count) - first) }, (_, index) => 1_000_000 + first + index);
    const chats = ids.map((chatId) => subscriber(chatId, choicesOf(chatId % Number(kinds))));
    await stores.subscriptions.putMany(chats.map((chat) => ({ key: recipientKey(chat), value: chat })));
    await stores.marks.putMany(ids.map((chatId) => ({ key: `${chatId}:0`, value: markOf(chatId) })));
  }
}

const answer = (more: Record<string, number>) =>
  process.stdout.write(`${JSON.stringify({ maxRssMb: process.resourceUsage().maxRSS / 1000, ...more })}\n`);

if (work === "fill") await fill();
else {
  await app.load();
  const startMs = performance.now() - begunAt;
  if (work === "start") answer({ startMs, subscribed: app.counts().subscribed });
  else {
    shown = SLOT + 1000;
    const planningAt = performance.now();
    await app.tick();
    const planMs = performance.now() - planningAt;
    let editions = 0;
    for await (const _ of stores.editions.entries()) editions++;
    answer({ startMs, planMs, editions, pending: app.counts().pending });
  }
}
await store.close();
