import { expect, test } from "vitest";
import { articleId } from "../../src/story/article-id.ts";
import { type Published, start, webOf } from "../e2e/newsroom.ts";
import { outlet } from "../fakes/outlet.ts";

const AT = Date.UTC(2026, 10, 23, 9);
const TEXT = [
  "افتتحت بلدية المرفأ اليوم جسرا جديدا يربط ضفتي النهر بعد عامين من العمل فيه.",
  "وقال رئيس البلدية إن الجسر يختصر الطريق إلى السوق القديمة بنحو ثلاثة كيلومترات.",
];
const published = (outlet: string): Published => ({
  outlet,
  slug: "bridge",
  title: "المرفأ تفتتح جسرا جديدا فوق النهر",
  text: TEXT,
  at: AT - 1,
});

test("a story is named by any of its addresses, and its articles one by one", async () => {
  const articles = ["alpha", "beta"].map(published);
  const { app } = await start({
    backing: new Map(),
    startAt: AT,
    fetcher: (now) => webOf(articles, now),
    sources: articles.map((article) => outlet(article.outlet)),
  });
  await app.collector.run(new AbortController().signal);
  const desk = app.storyDesk;
  const url = "https://beta.example/bridge";
  const { title } = published("beta");
  const story = await desk.storyOf(`${url}?utm_source=x`);
  expect(story).toEqual(await desk.storyOf("https://alpha.example/bridge"));
  expect(await desk.merged(5)).toEqual([story]);
  expect(await desk.article(articleId(url))).toMatchObject({ title, url });
  expect(await desk.article("none")).toBeUndefined();
  expect(await desk.storyOf("https://beta.example/other")).toBeUndefined();
  expect((await desk.tellings(story?.id ?? "", "ar")).map(({ sourceName }) => sourceName).sort()).toEqual([
    "صحيفة alpha",
    "صحيفة beta",
  ]);
});
