import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { createFakeClock } from "../fakes/clock.ts";
import type { Backing } from "../fakes/memory-records.ts";
import { outlet } from "../fakes/outlet.ts";
import { type Published, type Scene, start, subscriber, webOf } from "./newsroom.ts";

const at = (iso: string) => Date.parse(iso);
const MIDNIGHT = at("2026-11-23T00:00:00+03:00");

const bridge = [
  "افتتحت بلدية رأس العين صباح اليوم جسر المشاة الجديد فوق نهر الوادي بعد عامين من العمل، بكلفة بلغت 14 مليون درهم.",
  "وقال رئيس البلدية إن الجسر يختصر الطريق بين الحي القديم والجامعة إلى سبع دقائق سيرا على الأقدام.",
];
const bridgeAgain = [
  "فتح جسر المشاة فوق نهر الوادي في رأس العين أبوابه أمام السكان اليوم بعد أشغال استمرت عامين وكلفت 14 مليون درهم.",
  "ويربط الجسر الحي القديم بالجامعة ويختصر المسافة إلى سبع دقائق سيرا على الأقدام، بحسب رئيس البلدية.",
];
const articles: readonly Published[] = [
  {
    outlet: "marfa",
    slug: "old",
    title: "أرشيف المدينة يعرض صورا نادرة من القرن الماضي",
    text: ["يعرض أرشيف المدينة مجموعة من الصور النادرة التي التقطت قبل أكثر من سبعين عاما لأسواقها ومينائها."],
    at: MIDNIGHT - 3 * DAY_MS,
  },
  {
    outlet: "marfa",
    slug: "evening",
    title: "المكتبة العامة تمدد ساعات عملها حتى منتصف الليل",
    text: [
      "قررت المكتبة العامة في المدينة تمديد ساعات عملها حتى منتصف الليل طوال فترة الامتحانات، استجابة لطلب الطلاب.",
    ],
    at: MIDNIGHT - 4 * HOUR_MS,
  },
  {
    outlet: "marfa",
    slug: "bridge",
    title: "افتتاح جسر المشاة الجديد فوق نهر الوادي في رأس العين",
    text: bridge,
    at: at("2026-11-23T10:00:00+03:00"),
  },
  {
    outlet: "sanabil",
    slug: "bridge-2",
    title: "جسر المشاة فوق نهر الوادي في رأس العين يفتح أمام السكان",
    text: bridgeAgain,
    at: at("2026-11-23T10:30:00+03:00"),
  },
  {
    outlet: "sanabil",
    slug: "olives",
    title: "مزارعو التلال يبدؤون قطاف الزيتون قبل موعده",
    text: [
      "بدأ مزارعو التلال الشرقية قطاف الزيتون قبل موعده المعتاد بعشرة أيام بسبب دفء الخريف، ويتوقعون محصولا يفوق العام الماضي.",
    ],
    at: at("2026-11-23T16:00:00+03:00"),
  },
];
const sources = [outlet("marfa"), outlet("sanabil")];
const fetcher = (now: () => number) => webOf(articles, now);

/** Lets the program live until an instant: it collects every five minutes, looks for slots every minute and sends meanwhile. */
async function live(scene: Scene, until: number): Promise<void> {
  const stop = new AbortController();
  const sending = scene.app.deliver(stop.signal);
  while (scene.clock.now() < until) {
    if (Math.floor(scene.clock.now() / MINUTE_MS) % 5 === 0) {
      const collecting = scene.app.collector.run();
      await scene.clock.advance(0);
      await collecting;
    }
    await scene.app.tick();
    await scene.clock.advance(Math.min(MINUTE_MS, until - scene.clock.now()));
  }
  await scene.app.tick();
  await scene.clock.advance(10_000);
  stop.abort();
  await scene.clock.advance(1000);
  await sending;
}

const plain = (html: string) => html.replace(/<[^>]*>/g, "");
const to = (scene: Scene, chatId: number) =>
  scene.sender.sent.filter((message) => message.chatId === chatId).map((message) => plain(message.html));

test("a day of news: every chat gets its digests at its own hours, nothing twice, the shared story once", async () => {
  const backing: Backing = new Map();
  const scene = await start({ startAt: MIDNIGHT, backing, fetcher, sources });
  await scene.app.digests.save(subscriber(1));
  await scene.app.digests.save(subscriber(2, { timeZone: "Africa/Cairo", digestAt: ["12:00"] }));
  await scene.app.digests.save(
    subscriber(3, { timeZone: "Europe/London", digestAt: ["19:00"], sourceIds: ["sanabil"] }),
  );
  await scene.app.digests.save(subscriber(4, { subscribedAt: null }));
  await live(scene, MIDNIGHT + DAY_MS + 14 * HOUR_MS);

  const [morning, evening, ...rest] = to(scene, 1);
  expect(rest).toEqual([]); // the next morning there is nothing new, and an empty slot sends nothing
  expect(morning).toContain("المكتبة العامة");
  expect(morning).not.toContain("أرشيف المدينة"); // older than a day at the first read
  expect(evening).toContain("جسر المشاة");
  expect(evening).toContain("غطّته أيضًا");
  expect(evening).toContain("قطاف الزيتون");
  expect(evening).not.toContain("المكتبة العامة");
  expect(evening?.match(/\d\. /g)?.length).toBe(2); // the two outlets' bridge is one card

  const cairo = to(scene, 2);
  expect(cairo).toHaveLength(2); // noon of both days
  expect(cairo[0]).toContain("جسر المشاة");
  expect(cairo[0]).not.toContain("قطاف الزيتون");
  expect(cairo[1]).toContain("قطاف الزيتون");
  const [london, ...more] = to(scene, 3);
  expect(more).toEqual([]);
  expect(london).not.toContain("المكتبة العامة");
  expect(to(scene, 4)).toEqual([]);
  const found = async (query: string) =>
    (await scene.app.news.search(query, 5, subscriber(1))).cards.map((card) => card.title);
  expect(await found("أرشيف")).toEqual([articles[0]?.title]);
  expect(await found("جسر المشاة")).toHaveLength(1); // a story, not its articles
  expect(await found("مصدر:sanabil")).toHaveLength(2);
});

test("after two hours of downtime the missed digest comes; after more than three it waits for the next slot, with all the news", async () => {
  for (const [downMs, morningComes] of [
    [2 * HOUR_MS, true],
    [4 * HOUR_MS, false],
  ] as const) {
    const backing: Backing = new Map();
    const before = await start({ startAt: MIDNIGHT, backing, fetcher, sources });
    await before.app.digests.save(subscriber(1));
    await live(before, at("2026-11-23T07:30:00+03:00"));
    expect(to(before, 1)).toEqual([]);

    const after = await start({
      clock: createFakeClock(at("2026-11-23T07:30:00+03:00") + downMs),
      backing,
      fetcher,
      sources,
    });
    await live(after, after.clock.now() + 2 * MINUTE_MS);
    expect(to(after, 1).length).toBe(morningComes ? 1 : 0);
    await live(after, at("2026-11-23T20:01:00+03:00"));
    const all = to(after, 1);
    expect(all).toHaveLength(morningComes ? 2 : 1);
    expect(all.join("\n").split("المكتبة العامة في المدينة").length - 1).toBe(1);
  }
});

test("a clock that goes back an hour sends nothing twice", async () => {
  const backing: Backing = new Map();
  const scene = await start({ startAt: MIDNIGHT, backing, fetcher, sources });
  await scene.app.digests.save(subscriber(1));
  await live(scene, at("2026-11-23T08:30:00+03:00"));
  expect(to(scene, 1)).toHaveLength(1);
  scene.clock.set(at("2026-11-23T07:30:00+03:00"));
  await live(scene, at("2026-11-23T09:00:00+03:00"));
  expect(to(scene, 1)).toHaveLength(1);
  await live(scene, at("2026-11-23T20:05:00+03:00"));
  expect(to(scene, 1)).toHaveLength(2);
});

test("the count of subscribed chats follows those who come and go while the program runs", async () => {
  const { app } = await start({ startAt: MIDNIGHT, backing: new Map(), fetcher, sources });
  for (const chatId of [1, 2, 3]) await app.digests.save(subscriber(chatId));
  expect(app.counts().subscribed).toBe(3);
  await app.digests.save(subscriber(1, { subscribedAt: null }));
  await app.digests.forget({ chatId: 2, threadId: 0 });
  expect(app.counts().subscribed).toBe(1);
});

test("forgetting a forum forgets its topics; forgetting a topic leaves the others", async () => {
  const { app, stores } = await start({ startAt: MIDNIGHT, backing: new Map(), fetcher, sources });
  for (const threadId of [0, 2, 3]) await app.digests.save(subscriber(-5, { threadId }));
  const kept = async () => (await Array.fromAsync(stores.subscriptions.entries())).map(([key]) => key).sort();
  await app.digests.forget({ chatId: -5, threadId: 3 });
  expect(await kept()).toEqual(["-5:0", "-5:2"]);
  await app.digests.forget({ chatId: -5, threadId: 0 });
  expect(await kept()).toEqual([]);
});
