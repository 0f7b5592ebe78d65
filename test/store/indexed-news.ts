import { DAY_MS } from "../../src/lib/time.ts";
import { openFtsIndex } from "../../src/store/fts-index.ts";
import type { Article } from "../../src/story/article.ts";
import { parseQuery } from "../../src/story/query.ts";
import { article as plainArticle } from "../fakes/article.ts";
import { silent } from "../fakes/logger.ts";

export const NOW = Date.UTC(2026, 10, 24);

/** An article of yesterday. */
export const article = (id: string, title: string, lead = "", more: Partial<Article> = {}) =>
  plainArticle(id, title, { paragraphs: lead === "" ? [] : [lead], publishedAt: NOW - DAY_MS, ...more });

/** A few articles that have words in common. */
export const NEWS = [
  article("schools", "افتتاح ثلاث مدارس جديدة في المدينة القديمة", "قال وزير التعليم إن المدارس تستقبل ألف طالب."),
  article("port", "ميناء مرسى الياسمين يستقبل سفينة القمح", "رست السفينة فجر الأحد.", { sourceId: "sanabil" }),
  article("minister", "مؤتمر صحفي", "تحدث الوزير عن ميناء مرسى الياسمين وعن المدارس."),
  article("council", "مجلس الأمن يبحث الهدنة", "", { publishedAt: NOW - 9 * DAY_MS }),
  article("safety", "الأمن في مجلس المدينة", "", { publishedAt: NOW - 3 * DAY_MS }),
  article("ali", "علي يفوز بالسباق"),
];

/** An index in memory that holds these articles. */
export function opened(news: readonly Article[] = NEWS) {
  const index = openFtsIndex(":memory:", silent);
  index.add(news);
  return {
    ...index,
    ids: (text: string, limit = 10) => index.search(parseQuery(text, NOW), limit, NOW).map((hit) => hit.articleId),
  };
}
