import { terms } from "../lib/arabic/terms.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { placesIn } from "../story/places.ts";
import { pageTalk } from "./page-talk.ts";
import { goesOn } from "./references.ts";
import type { Told } from "./told.ts";

/** No line of furniture is longer; the first line of news seldom is as short as a `SHORT` one. */
const LONGEST = 25;
const SHORT = 14;
/** From here on a line belongs to the text, with half of the headline too; before it an unrelated one may still follow. */
const SURELY_RELATED = 0.6;
const MUCH_OF_HEADLINE = 0.5;
/** A line that speaks of its page so much would speak of nothing else. */
const MUCH_PAGE_TALK = 3;

/** The sentences of one line, and by which words it has to do with others. */
interface Line {
  readonly text: string;
  /** The terms that it is matched by: most lines are never asked for them. */
  readonly words: ReadonlySet<string>;
  /** Of its first sentence, among all. */
  readonly start: number;
  readonly wordCount: number;
}

function linesOf(told: readonly Told[]): Line[] {
  const starts = [...told.keys()].filter((index) => told[index]?.line !== told[index - 1]?.line);
  return starts.map((start, at) => {
    const sentences = told.slice(start, starts[at + 1]);
    const text = sentences.map((sentence) => sentence.text).join(" ");
    let words: ReadonlySet<string> | undefined;
    return {
      text,
      get words() {
        words ??= new Set(terms(text));
        return words;
      },
      start,
      wordCount: sentences.reduce((sum, sentence) => sum + sentence.wordCount, 0),
    };
  });
}

/**
 * The sentences from the first line on that has to do with the article; none where no line has.
 *
 * A line in front is furniture, of whatever kind, when it shares few words with the headline and with the lines that share
 * some with it. How few depends on what else it looks like: news in so few words are rare, name places, and do not speak
 * of the page or to who reads it. A line that the next one goes on with belongs to the text.
 */
export function withoutStrayOpening(told: readonly Told[], title: string): readonly Told[] {
  const heading = new Set(terms(title));
  const lines = linesOf(told);
  const isOfHeadline = ({ words }: Line) => !words.isDisjointFrom(heading);
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (line.wordCount > LONGEST || (line.wordCount > SHORT && isOfHeadline(line))) break;
    // Lines of furniture share words with one another: they are not asked where others share some with the headline.
    const following = lines.slice(index + 1);
    const asked = following.some(isOfHeadline) ? following.filter(isOfHeadline) : following;
    const known = new Set([...heading, ...asked.flatMap(({ words }) => [...words])]);
    const related = line.words.intersection(known).size / line.words.size;
    const shared = line.words.intersection(heading).size;
    if (related >= SURELY_RELATED || shared > heading.size * MUCH_OF_HEADLINE) break;
    if (pageTalk(line.text) === 0 && goesOn(following[0]?.text ?? "")) break;
    if (related < leastRelated(line, shared > 0)) from = lines[index + 1]?.start ?? told.length;
    else if ((shared > 0 || line.wordCount > SHORT) && pageTalk(line.text) === 0) break;
  }
  return told.slice(from);
}

/** Which share of a line's words must be known, by what else it looks like. */
function leastRelated({ text, wordCount }: Line, isOfHeadline: boolean): number {
  const talk = pageTalk(text);
  const { countries, cities } = placesIn(tokens(text));
  return (
    (wordCount <= SHORT ? 0.25 : -0.1) +
    (isOfHeadline ? 0 : 0.1) +
    (talk >= MUCH_PAGE_TALK ? 0.3 : talk > 0 ? 0.1 : 0) -
    (countries.length + cities.length > 0 ? 0.15 : 0)
  );
}
