import { cliticsOf, withoutArticle } from "./clitics.ts";
import { spellingWithArticle } from "./name-spelling.ts";
import { isOwnLetter } from "./own-letters.ts";
import { nounsOf } from "./plurals.ts";

/** What is written together with the article: «والزمالك», «بالقاهرة». «لل» has swallowed it. */
const WITH_ARTICLE = ["ال", "وال", "فال", "بال", "كال", "وبال", "فبال", "وكال"];
const WITH_SWALLOWED_ARTICLE = ["لل", "ولل", "فلل"];
/** Of shorter words other words are made. */
const LEAST_LETTERS = 3;
const LEAST_IN_PHRASE = 2;
const LEAST_IN_PLURAL = 4;
const LEAST_WITH_ENDING = 5;

/** Behind ة: «بورصات», «مباراتان», «حكومتها». */
const BEHIND_TA = "ات تان تين ته تها تهم تهما تنا تك تكم تي اته اتها اتهم اتنا".split(" ");
const PLURALS = ["ات", "ون", "ين"];
/** Behind a longer word: «انقلابا», «ترشيحها»; not «ه», which is the feminine ending too. */
const BEHIND_LONG = ["ا", "ها", "هم", "هما", "نا"];
/** Behind nouns that are known as such; names do not take them. */
const BEHIND_NOUN = ["ها", "هم", "هما", "نا", "ك", "كم", "ا", "ين", "ون", "ان", "ات"];
/** Before what they belong to: «لاعبو الفريق», «لاعبي الفريق»; «حربي» is an adjective. */
const BEHIND_REGULAR_PLURAL = ["و", "ي"];
/** Names that only look like a form of a noun. */
const NAMES: ReadonlySet<string> = new Set(
  "بحرين امارات طالبان شعبان رمضان عمان سلمان قطران حسنين بابا دينا".split(" "),
);

/** Of one country. Behind an article the second is another word: «السورية». */
const SPELLINGS = ["سوريا", "سوريه"];

/** The words with the endings of their kind, normalised and without article: the word itself first. */
function inflected(word: string): string[] {
  const nouns = nounsOf(word);
  const forms = [word, ...nouns];
  for (const noun of new Set(forms)) {
    const isNoun = nouns.includes(noun);
    const root = noun.slice(0, -1);
    if (noun.endsWith("ه") && noun.length >= LEAST_LETTERS) forms.push(...BEHIND_TA.map((ending) => root + ending));
    else if (isNoun) {
      const endings = nouns.includes(`${noun}ين`) ? [...BEHIND_NOUN, ...BEHIND_REGULAR_PLURAL] : BEHIND_NOUN;
      forms.push(...endings.map((ending) => noun + ending));
    } else if (!noun.endsWith("ا") && noun.length >= LEAST_IN_PLURAL) {
      forms.push(...PLURALS.map((ending) => noun + ending));
      if (noun.length >= LEAST_WITH_ENDING) forms.push(...BEHIND_LONG.map((ending) => noun + ending));
    }
    const [, singular] = /^(.{3,})ات$/.exec(noun) ?? /^(.{4,})(?:ين|ون)$/.exec(noun) ?? [];
    if (singular === undefined || NAMES.has(noun)) continue;
    if (noun.endsWith("ات")) forms.push(`${singular}ه`);
    if (singular.length >= LEAST_IN_PLURAL) forms.push(singular, ...PLURALS.map((ending) => singular + ending));
  }
  return [...new Set(forms)].filter((form) => form === word || !NAMES.has(form));
}

/** The forms with the article and what is written in front of it. */
function definite(word: string, forms: readonly string[]): string[] {
  // «للجنة» is «اللجنة» with «ل», not «الجنة».
  const swallowed = isOwnLetter("ل", word) ? [] : forms;
  const ownLam = forms.filter((form) => form.startsWith("ل")).map((form) => form.slice(1));
  return [
    ...WITH_ARTICLE.flatMap((clitic) => forms.map((form) => clitic + form)),
    ...WITH_SWALLOWED_ARTICLE.flatMap((clitic) => [...swallowed, ...ownLam].map((form) => clitic + form)),
  ];
}

/**
 * All that counts as a word, normalised: with and without its article, behind «و», «ب» and «ل», in the plural, before a
 * pronoun. What makes another word of it does not count: «قطرة» is no «قطر», «حماسة» no «حماس», «لجنة» no «جنة». Nor does the
 * adjective of a name: who follows «مصر» or «تركيا» gets what names the country, and not everybody who is Egyptian or called
 * تركي. Within a phrase further words have nothing but the article in front («محمد بصلاح» is not «محمد صلاح»), and the first may be
 * very short: «بتل أبيب».
 */
export function formsOf(written: string, within: "alone" | "first" | "further" = "alone"): ReadonlySet<string> {
  return new Set(unspelt(written, withoutArticle(written), within).map(spellingWithArticle));
}

function unspelt(written: string, word: string, within: "alone" | "first" | "further"): string[] {
  const forms = inflected(word);
  if (within === "further") return [written, ...forms, ...forms.map((form) => `ال${form}`)];
  // «ألمانيا» has no article: «لألمانيا».
  const bare = [written, ...forms, ...(SPELLINGS.includes(word) ? SPELLINGS : [])];
  return [
    ...bare,
    ...definite(word, forms),
    ...cliticsOf(word, within === "first" ? LEAST_IN_PHRASE : LEAST_LETTERS).flatMap((clitic) =>
      bare.map((form) => clitic + form),
    ),
  ];
}
