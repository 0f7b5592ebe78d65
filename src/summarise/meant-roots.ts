import { normalise } from "../lib/arabic/normalise.ts";
import { hasConjunction } from "../lib/arabic/stem.ts";
import { nounsOf } from "../story/plurals.ts";
import { SAME_MEANING } from "./same-meaning.ts";

const WEAK = /[اويء]/g;
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=..)/;
const ATTACHED = /^[وف]?[بلك](?=...)/;
const CONJUNCTION = /^[وف](?=....)/;
const FUTURE = /^س(?=[يتن]...)/;
const CONJUNCTION_AND_FUTURE = /^[وف]س(?=[يتن]...)/;
const PERSON = /^(?:است|[يتن]ست|[يتنا]ت?)(?=...)/;
const PARTICIPLE = /^م(?:ست)?(?=...)/;
const ENDING = /(?<=...)(?:هما|ها|هم|نا|كم|ات|ون|ين|ان|وا|يه|ته|ت|ه|ي|ا)$/;
const SHORT_VERB_ENDING = /(?<=..)ت$/;
const LETTER = /[\u0621-\u064a]/;

/** What is left of a word of its clitics, person, number and weak letters; with and without what may be a participle's «م». */
function rootsOf(word: string): string[] {
  const bare = word.replace(ARTICLE, "");
  const said = bare === word && hasConjunction(word) ? word.slice(1) : bare;
  const told = said.replace(ENDING, "").replace(ENDING, "").replace(SHORT_VERB_ENDING, "");
  return [PERSON, PARTICIPLE].map((front) => {
    const letters = told.replace(front, "");
    const consonants = letters.replace(WEAK, "");
    return consonants.length < 2 ? letters : consonants;
  });
}

const GROUPS_OF = new Map<string, string[]>();
for (const [group, line] of SAME_MEANING.trim().split("\n").entries())
  for (const root of new Set(line.split(" ").flatMap((word) => rootsOf(normalise(word)))))
    GROUPS_OF.set(root, [...(GROUPS_OF.get(root) ?? []), `=${group}`]);

/**
 * By what a normalised word is one with others: its roots, which other forms of a verb or noun share, and the groups of words that news
 * use for one another. Rather one too many: what is compared stands in one place of two clauses.
 */
export function meaningsOf(word: string): string[] {
  if (!LETTER.test(word)) return [word];
  const bare = word.replace(ARTICLE, "");
  const clitics = [ATTACHED, CONJUNCTION, FUTURE, CONJUNCTION_AND_FUTURE].map((clitic) => word.replace(clitic, ""));
  const forms = [word, ...clitics, ...nounsOf(bare)];
  const roots = new Set([...forms, ...nounsOf(bare.replace(/^[وبلك]/, ""))].flatMap(rootsOf));
  return [...roots, ...[...roots].flatMap((root) => GROUPS_OF.get(root) ?? [])];
}
