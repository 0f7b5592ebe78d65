import { numbersOfTokens } from "../lib/arabic/numbers.ts";
import { terms } from "../lib/arabic/terms.ts";
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
/** «الصقور تخرج برباعية»: the words of a headline that tells stand in the others' headlines and openings, those of one that plays do not. */
const SHARED_WORTH = 0.4;
/** Of a headline in fewer words all may be shared, and it still says little. */
const LEAST_TERMS = 5;
/** So many paragraphs open an article. */
const OPENING = 2;
const DIGITS = /^\d/;

/** Which share of a headline's words the other tellings open with, on average; tolls are left out, the newest stands in none of them. */
function sharedWithOthers({ title }: Article, openings: readonly ReadonlySet<string>[]): number {
  const words = new Set(terms(title).filter((word) => !DIGITS.test(word)));
  const shared = openings.map((opening) => words.intersection(opening).size / Math.max(words.size, LEAST_TERMS));
  return shared.reduce((sum, share) => sum + share, 0) / Math.max(1, shared.length);
}

const openingOf = ({ title, paragraphs }: Article) =>
  new Set(terms([title, ...paragraphs.slice(0, OPENING)].join("\n")));

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

/** The article that tells a story best, with a headline in words that the others use too; of equal ones the first. Undefined only for none. */
export function bestTelling(articles: readonly Article[]): Article | undefined {
  let best: Article | undefined;
  let most = Number.NEGATIVE_INFINITY;
  const openings = articles.length > 1 ? articles.map(openingOf) : [];
  for (const [index, article] of articles.entries()) {
    const others = openings.filter((_, at) => at !== index);
    const own = worth(article) + SHARED_WORTH * sharedWithOthers(article, others);
    if (own <= most) continue;
    best = article;
    most = own;
  }
  return best;
}
