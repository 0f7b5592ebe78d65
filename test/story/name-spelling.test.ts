import { expect, test } from "vitest";
import { openFtsIndex } from "../../src/store/fts-index.ts";
import { createMatcher } from "../../src/story/match.ts";
import { parseQuery } from "../../src/story/query.ts";
import { article } from "../fakes/article.ts";
import { silent } from "../fakes/logger.ts";
import { SPELT_OTHERWISE } from "./spelt-otherwise.ts";

const PAIRS = SPELT_OTHERWISE.trim()
  .split("\n")
  .map((line) => {
    const [wanted = "", written = "", is = ""] = line.split("|");
    return { wanted, written, is: is === "1" };
  });
const headline = (words: string) => `خبر عن ${words} هنا`;

test("who follows or mutes a name gets it in its other spellings, and no other word", () => {
  const wrong = PAIRS.filter(({ wanted, written, is }) => createMatcher([wanted])(headline(written)) !== is);
  expect(wrong).toEqual([]);
});

/** Words of one stem, which search takes for one. */
const OF_ONE_STEM = new Set("الأمريكي مدرس مدارس مناطق منطق أميركا الروسي بوتين جورجيا روسيا".split(" "));

test("search finds a name in its other spellings and no other word, and leaves it out in all of them", () => {
  const index = openFtsIndex(":memory:", silent);
  const words = [...new Set(PAIRS.flatMap(({ wanted, written }) => [wanted, written]))];
  index.add(words.map((word) => article(word, headline(word))));
  const found = (query: string) =>
    new Set(index.search(parseQuery(query, 0), 1000, 0).map(({ articleId }) => articleId));
  for (const { wanted, written, is } of PAIRS) {
    if (is || !OF_ONE_STEM.has(wanted))
      expect([wanted, written, found(wanted).has(written)]).toEqual([wanted, written, is]);
    if (!wanted.includes(" "))
      expect([wanted, written, found(`خبر -${wanted}`).has(written)]).toEqual([wanted, written, !is]);
  }
  index.close();
});
