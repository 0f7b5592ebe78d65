import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import type { Article } from "./article.ts";
import { placesIn } from "./places.ts";
import { stanceOf } from "./stance.ts";

/** A text that is longer is not better for being so. */
const ENOUGH_WORDS = 120;
/** A headline of fewer words hides more than it says; a longer one is no headline. */
const LEAST_TITLE_WORDS = 4;
const MOST_TITLE_WORDS = 16;
/** «شاهد …», «بالفيديو …», «… وهذا ما حدث»: wants to be opened instead of telling. Normalised. */
const TEASER =
  /^(?:شاهد|شاهدوا|بالفيديو|فيديو|بالصور|صور|عاجل|انفوغراف|انفوجراف|مفاجاه|صدمه)(?= |$)|(?:وهذا|هذا) (?:ما|السبب|هو)|\bلن تصدق/;
const TEASER_COST = 1;
const STANCE_COST = 0.4;
const FACT_WORTH = 0.15;
const MOST_FACTS = 3;
const PAGE_WORTH = 0.6;
const TITLE_WORTH = 0.3;

/** How well an article stands for its story: text of the page before text of a feed, a headline that tells before one that teases. */
function worth({ title, paragraphs, bodyFrom }: Article): number {
  const words = tokens(title);
  const { explains, moves, speaks } = stanceOf(title, words);
  const facts = placesIn(words).countries.length + numbersOfTokens(words).size;
  const text = paragraphs.reduce((sum, paragraph) => sum + paragraph.split(/\s+/).length, 0);
  return (
    Math.min(text, ENOUGH_WORDS) / ENOUGH_WORDS +
    (bodyFrom === "page" ? PAGE_WORTH : 0) +
    (words.length >= LEAST_TITLE_WORDS && words.length <= MOST_TITLE_WORDS ? TITLE_WORTH : 0) +
    FACT_WORTH * Math.min(facts, MOST_FACTS) -
    STANCE_COST * [explains, moves, speaks].filter(Boolean).length -
    (TEASER.test(words.join(" ")) ? TEASER_COST : 0)
  );
}

/** The article that tells a story best; of equal ones the first. Undefined only for none. */
export function bestTelling(articles: readonly Article[]): Article | undefined {
  let best: Article | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const article of articles) {
    const own = worth(article);
    if (own <= most) continue;
    best = article;
    most = own;
  }
  return best;
}
