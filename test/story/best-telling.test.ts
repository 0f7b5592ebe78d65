import fc from "fast-check";
import { expect, test } from "vitest";
import { bestTelling } from "../../src/story/best-telling.ts";
import { article } from "../fakes/article.ts";

const TEXT = ["اندلع حريق كبير في سوق المدينة القديمة مساء الخميس وامتد إلى ستة متاجر قبل أن تخمده فرق الإطفاء."];
const told = (id: string, title: string, paragraphs = TEXT, bodyFrom: "page" | "feed" = "page") =>
  article(id, title, { paragraphs, bodyFrom });

test.each([
  {
    why: "a headline that tells before one that teases",
    articles: [told("a", "شاهد.. لحظة اندلاع الحريق في السوق"), told("b", "حريق يلتهم ستة متاجر في سوق حلب")],
    best: "b",
  },
  {
    why: "text of the page before text of the feed",
    articles: [told("a", "حريق يلتهم متاجر في السوق القديم", TEXT, "feed"), told("b", "حريق يلتهم متاجر في السوق")],
    best: "b",
  },
  {
    why: "an article with text before a bare headline",
    articles: [told("a", "حريق كبير في سوق المدينة القديم", []), told("b", "حريق في سوق المدينة القديم")],
    best: "b",
  },
  {
    why: "a headline in words that others use too before one that plays with words",
    articles: [
      told("a", "ألسنة الغدر تلتهم الذكريات قبيل العيد"),
      told("b", "حريق كبير يمتد إلى متاجر المدينة القديمة"),
      told("c", "حريق في سوق المدينة القديم"),
    ],
    best: "b",
  },
  {
    why: "of equal ones the first",
    articles: [told("a", "حريق كبير في سوق المدينة القديم"), told("b", "حريق كبير في سوق المدينة القديم")],
    best: "a",
  },
])("$why", ({ articles, best }) => expect(bestTelling(articles)?.id).toBe(best));

test("the best of some is one of them, and of none there is none", () => {
  expect(bestTelling([])).toBeUndefined();
  const any = fc.array(
    fc.record({ title: fc.string({ unit: "grapheme" }), text: fc.array(fc.string({ unit: "grapheme" })) }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(any, (given) => {
      const articles = given.map(({ title, text }, index) => told(`n${index}`, title, text));
      expect(articles).toContain(bestTelling(articles));
    }),
    { numRuns: 60 },
  );
});
