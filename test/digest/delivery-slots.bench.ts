import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoryCard } from "../../src/digest/card.ts";
import { defaultSubscription } from "../../src/digest/choose.ts";
import { createDueIndex } from "../../src/digest/due.ts";
import { packBlocks } from "../../src/digest/pack.ts";
import { splitBatches } from "../../src/digest/plan.ts";
import { renderDigest } from "../../src/digest/render.ts";
import type { Subscription } from "../../src/digest/subscription.ts";
import { createTranslate } from "../../src/lib/messages.ts";
import { DAY_MS, MINUTE_MS } from "../../src/lib/time.ts";

const CHATS = 1_000_000;
const NIGHT = Date.parse("2026-11-23T03:50:00Z");

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** Different hours in different zones, 1,440 timetables in all. */
function subscriptionsOf(count: number): Subscription[] {
  const zones = Intl.supportedValuesOf("timeZone").slice(0, 60);
  return Array.from({ length: count }, (_, index) => {
    const hour = `${String(index % 24).padStart(2, "0")}:00`;
    const timeZone = zones[Math.floor(index / 24) % zones.length] as string;
    const digestAt = [...new Set([hour, "20:30"])].sort();
    return {
      ...defaultSubscription({ chatId: 1, threadId: 0 }, { timeZone, locale: "ar", digestAt }),
      subscribedAt: 1,
    };
  });
}

/** Finding the due among a million chats, ordering them, and rendering what they get. */
export async function benchSlots(): Promise<string> {
  const kinds = subscriptionsOf(1440);
  const before = process.memoryUsage();
  const index = createDueIndex();
  const filled = timed(() => {
    for (let number = 0; number < CHATS; number++)
      index.set({ ...(kinds[number % kinds.length] as Subscription), chatId: 1_000_000_000 + number * 31 });
  });
  const after = process.memoryUsage();
  const [idle, busy]: [number[], number[]] = [[], []];
  let dueCount = 0;
  for (let at = NIGHT; at < NIGHT + DAY_MS; at += MINUTE_MS) {
    const look = timed(() => index.due(at, at + MINUTE_MS));
    if (look.result.length > 0) busy.push(look.ms);
    else idle.push(look.ms);
    dueCount += look.result.length;
  }
  const recipients = Array.from({ length: CHATS }, (_, number) => ({ chatId: number + 1, threadId: 0 }));
  const split = timed(() => splitBatches("edition", recipients));
  return [
    "| slots of 1,000,000 chats, 1,440 timetables | |",
    "|---|---|",
    `| to fill the index | ${ms(filled.ms)} |`,
    `| its columns | ${((after.arrayBuffers - before.arrayBuffers) / 1e6).toFixed(0)} MB |`,
    `| a minute with nothing due, median of the ${idle.length} of a day | ${ms(median(idle))} |`,
    `| a minute with ${Math.round(dueCount / Math.max(1, busy.length))} chats due, median and worst of the ${busy.length} of a day | ${ms(median(busy))}, ${ms(Math.max(...busy))} |`,
    `| 1,000,000 recipients into batches | ${ms(split.ms)} |`,
    `| a digest of 10 stories, worded and packed | ${ms(digestMs())} |`,
  ].join("\n");
}

function digestMs(): number {
  const locale = readFileSync(join(import.meta.dirname, "../../locales/ar.ftl"), "utf8");
  const card: StoryCard = {
    storyId: "s",
    title: "المجلس البلدي يقر خطة النقل الجديدة بعد نقاش طويل",
    url: "https://marfa.example/news/1",
    sourceName: "Marfa News",
    publishedAt: NIGHT,
    summary: "أقر المجلس البلدي خطة النقل الجديدة بعد نقاش دام ساعتين، وقال رئيسه إن العمل يبدأ الشهر المقبل. ".repeat(
      3,
    ),
    summaryMethod: "extractive",
    bodyFrom: "page",
    alsoCoveredBy: [{ url: "https://b.example/2", title: "خطة النقل", sourceName: "السنابل" }],
    related: Array.from({ length: 3 }, (_, number) => ({
      url: `https://marfa.example/r/${number}`,
      title: "محطات جديدة",
    })),
    background: [{ url: "https://marfa.example/b/0", title: "بداية المشروع" }],
  };
  const options = {
    translate: createTranslate("ar", locale),
    locale: "ar",
    timeZone: "Asia/Riyadh",
    digits: "arab" as const,
    layout: "full" as const,
    now: NIGHT,
    slotAt: NIGHT,
  };
  const cards = Array.from({ length: 10 }, () => card);
  const runs = Array.from({ length: 60 }, () => timed(() => packBlocks(renderDigest(cards, options))).ms);
  return median(runs.slice(10));
}
