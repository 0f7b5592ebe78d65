import { expect, test } from "vitest";
import { article, NEWS, opened } from "./indexed-news.ts";

test("a suggestion stands with the words beside it, and is the word without what somebody wrote in front of it", () => {
  const index = opened([
    ...["a", "b", "c"].map((id) => article(id, `مدرب الفريق ${id} يستقيل`)),
    article("club", "فوز ريال مدريد بالكأس"),
    article("and", "هواتف وسامسونغ تخسر"),
    article("phones", "سامسونغ تكشف هاتفا"),
    article("rocks", "معرض جالس في الساحة"),
  ]);
  expect(index.suggest("ريال مدرد")).toBe("ريال مدريد");
  expect(index.suggest("سامصونغ")).toBe("سامسونغ");
  expect(index.suggest("جالكسي")).toBeUndefined();
});

test.each([
  { query: "السفيتة", suggestion: "سفينة", found: ["port"], why: "a wrong letter" },
  { query: "الياسمن", suggestion: "الياسمين", found: ["port", "minister"], why: "a letter lost" },
  { query: "الياسمسين", suggestion: "الياسمين", found: ["port", "minister"], why: "a letter too many" },
  { query: "موتمر صفحي", suggestion: "موتمر صحفي", found: ["minister"], why: "two swapped, beside a good word" },
])("a misspelt $query is found and put right: $why", ({ query, suggestion, found }) => {
  const index = opened();
  expect(index.ids(query)).toEqual(found);
  expect(index.suggest(query)).toBe(suggestion);
});

test("nothing is suggested for known words, numbers and the parts of the query language", () => {
  const index = opened();
  for (const query of ["ميناء", "1999", "-سفيتة", '"سفيتة"', "source:sanabol", "قطار"])
    expect(index.suggest(query)).toBeUndefined();
});

test("a removed article is found no more, and its words are suggested no more", () => {
  const index = opened();
  index.remove(["port", "unknown"]);
  expect(index.ids("سفينة")).toEqual([]);
  expect(index.suggest("سفيتة")).toBeUndefined();
  expect(index.count()).toBe(NEWS.length - 1);
  index.add(NEWS);
  expect(index.ids("سفينة")).toEqual(["port"]);
});

test("no other word is suggested for one that no article has: names and foreign words are short of letters", () => {
  const index = opened(
    "كوريا تشن هجوما|فوز بايرن ميونخ|هولندا تفتح حدودها|السويد تنتخب|البورصة ترتفع|سيطر الجيش على البلدة"
      .split("|")
      .flatMap((title, at) => ["a", "b"].map((copy) => article(`${at}${copy}`, `${title} ${copy}`))),
  );
  for (const name of ["كوفيد", "بايدن", "هالاند", "سكويد", "بوريس", "سينر"]) {
    expect(index.suggest(name)).toBeUndefined();
    expect(index.ids(name)).toEqual([]);
  }
});

test("a word that few articles have is put right where one that is far commoner is a slip away", () => {
  const many = Array.from({ length: 200 }, (_, n) => article(`many${n}`, `الانتخابات في الإقليم ${n}`));
  const index = opened([...many, article("slip", "فوز في الإقيلم"), article("wolf", "ظهور الذئب")]);
  expect(index.suggest("الإقيلم")).toBe("الإقليم");
  expect(index.suggest("الذئب")).toBeUndefined();
});

test("many articles are removed in steps, at the latest when the index is closed", async () => {
  const many = Array.from({ length: 300 }, (_, n) => article(`${n}`, `سفينة القمح ${n}`));
  const index = opened([...many, article("other", "ميناء القمح")]);
  index.remove(many.map(({ id }) => id));
  await expect.poll(() => index.count()).toBe(1);
  await expect.poll(() => index.suggest("سقينة")).toBeUndefined();
  expect(index.ids("القمح")).toEqual(["other"]);
});
