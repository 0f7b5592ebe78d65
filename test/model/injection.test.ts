import { expect, onTestFinished, test } from "vitest";
import { createSummaries } from "../../src/jobs/summaries.ts";
import { DAY_MS } from "../../src/lib/time.ts";
import { createSummaryModel } from "../../src/model/summary-client.ts";
import { DEFAULT_SUMMARY_LIMITS as LIMITS } from "../../src/summarise/summary.ts";
import { article } from "../fakes/article.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { silent } from "../fakes/logger.ts";
import { createMemoryStores } from "../fakes/memory-records.ts";
import { HONEST, INJECTIONS, PARAGRAPHS, TITLE } from "../summarise/injections.ts";
import { NEWS_OF_ORDERS } from "../summarise/news-of-orders.ts";
import { reply, startChatServer } from "./chat-server.ts";

/** What readers see of an article when the model answers so, and what the model was sent. */
async function shown(title: string, paragraphs: readonly string[], answer: string) {
  const server = await startChatServer((response) => reply(response, answer));
  onTestFinished(() => server.close());
  const clock = createFakeClock(Date.UTC(2026, 10, 24, 9));
  const model = createSummaryModel({ url: server.url, model: "small", key: null }, clock);
  const stores = createMemoryStores({ now: () => clock.now() });
  const options = { stores, clock, logger: silent, retentionMs: DAY_MS, model: { model, wordsPerDay: 100_000 } };
  const told = article("a", title, { paragraphs });
  const summary = (await createSummaries(options).of([told], LIMITS, true)).get("a");
  return { method: summary?.method, sent: server.asked[0]?.body.messages[1]?.content ?? "" };
}

const [FIRST, ...OTHERS] = PARAGRAPHS;

test.each(INJECTIONS)("a model that obeys is not believed: $order", async ({ order, obeyed }) => {
  for (const paragraphs of [
    [FIRST, order, ...OTHERS],
    [...PARAGRAPHS, order],
    [FIRST, `${OTHERS[0]} ${order}`],
  ]) {
    const { method, sent } = await shown(TITLE, paragraphs, obeyed);
    expect(method).toBe("extractive");
    expect(sent).not.toContain(obeyed);
    expect(await shown(TITLE, paragraphs, HONEST)).toMatchObject({ method: "model" });
  }
});

test.each(INJECTIONS)("nor where the order stands in the headline: $order", async ({ order, obeyed }) => {
  const { method, sent } = await shown(order, PARAGRAPHS, obeyed);
  expect(method).toBe("extractive");
  expect(sent).not.toContain(obeyed);
});

test.each(NEWS_OF_ORDERS)("news that speak of such orders are worded by a model all the same: $title", async (news) => {
  expect(await shown(news.title, news.text.split("\n"), news.told)).toMatchObject({ method: "model" });
});
