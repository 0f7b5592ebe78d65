import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { createFakeClock } from "../fakes/clock.ts";
import type { Backing } from "../fakes/memory-records.ts";
import { outlet } from "../fakes/outlet.ts";
import { type Published, start, subscriber, webOf } from "./newsroom.ts";

const START = Date.parse("2026-11-23T04:00:00Z");
const articles: readonly Published[] = [
  ["bridge", "افتتاح جسر المشاة فوق نهر الوادي", "افتتحت البلدية جسر المشاة الجديد فوق نهر الوادي بعد عامين من العمل."],
  [
    "olives",
    "مزارعو التلال يبدؤون قطاف الزيتون",
    "بدأ مزارعو التلال الشرقية قطاف الزيتون قبل موعده المعتاد بعشرة أيام.",
  ],
  ["library", "المكتبة العامة تمدد ساعات عملها", "قررت المكتبة العامة في المدينة تمديد ساعات عملها حتى منتصف الليل."],
].map(([slug, title, text], index) => ({
  outlet: "marfa",
  slug: slug as string,
  title: title as string,
  text: [text as string],
  at: START + index * HOUR_MS - MINUTE_MS,
}));

test.each(["articles", "articleMarks"])(
  "one damaged record of %s holds up neither reading nor the digest with the other news",
  async (name) => {
    const backing: Backing = new Map();
    const clock = createFakeClock(START);
    const open = () => start({ backing, clock, fetcher: (now) => webOf(articles, now), sources: [outlet("marfa")] });
    const first = await open();
    await first.app.collector.run();
    await first.app.news.latest(subscriber(1), 5);
    const records = backing.get(name);
    const [key] = [...(records?.keys() ?? [])];
    const kept = records?.get(key ?? "");
    if (records === undefined || key === undefined || kept === undefined) throw new Error(`no ${name} to damage`);
    records.set(key, { ...kept, json: "{" });

    const { app, sender } = await open();
    await app.digests.save(subscriber(1, { timeZone: "UTC", digestAt: ["08:00"] }));
    const stop = new AbortController();
    const running = app.deliver(stop.signal);
    while (clock.now() < START + 5 * HOUR_MS) {
      await app.collector.run();
      await app.tick();
      await clock.advance(10 * MINUTE_MS);
    }
    stop.abort();
    await running;
    const told = sender.sent.map(({ html }) => html).join();
    for (const title of ["الزيتون", "المكتبة"]) expect(told).toContain(title);
  },
);

/** Records of which the first that is asked for is damaged. */
class FirstDamaged extends Map<string, { json: string; expiresAt: number }> {
  private damaged: string | undefined;

  override get(key: string) {
    this.damaged ??= key;
    return key === this.damaged ? { json: "{", expiresAt: Number.POSITIVE_INFINITY } : super.get(key);
  }
}

test("a damaged edition holds up only those who would get it, and their next digest has its news", async () => {
  const backing: Backing = new Map();
  backing.set("editions", new FirstDamaged());
  const clock = createFakeClock(START);
  const scene = await start({ backing, clock, fetcher: (now) => webOf(articles, now), sources: [outlet("marfa")] });
  const { app, sender } = scene;
  const hours = { timeZone: "UTC", digestAt: ["08:00", "09:00"] };
  await app.digests.save(subscriber(1, { ...hours, maxStories: 5 }));
  await app.digests.save(subscriber(2, { ...hours, maxStories: 10 }));
  const stop = new AbortController();
  const running = app.deliver(stop.signal);
  const toldTo = (chatId: number) => sender.sent.filter((message) => message.chatId === chatId).map(({ html }) => html);
  const passUntil = async (end: number) => {
    while (clock.now() < end) {
      await app.collector.run();
      await app.tick();
      await clock.advance(10 * MINUTE_MS);
    }
  };
  await passUntil(START + 4.5 * HOUR_MS);
  expect([toldTo(1).length > 0, toldTo(2).length > 0].sort()).toEqual([false, true]);
  await passUntil(START + 6 * HOUR_MS);
  stop.abort();
  await running;
  for (const chatId of [1, 2]) expect(toldTo(chatId).join()).toContain("الزيتون");
});
