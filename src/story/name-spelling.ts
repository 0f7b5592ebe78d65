import { normalise } from "../lib/arabic/normalise.ts";
import { withoutArticle } from "./clitics.ts";

/**
 * What no rule finds: names, then other ways in which they are written. With «*» also with the endings of an adjective. One that is
 * written in two words stands here as one.
 */
const NAMES = `ترامب ترمب trump|فيسبوك فايسبوك facebook|غوغل جوجل قوقل google|إنستغرام instagram|تويتر twitter|يوتيوب youtube|واتساب whatsapp
تلغرام تليغرام تيليغرام telegram|تيكتوك tiktok|سنابشات snapchat|مايكروسوفت microsoft|أمازون amazon|سامسونغ samsung|هواوي huawei|آيفون iphone
أندرويد android|نتفليكس netflix|ويكيبيديا wikipedia|سبيسإكس spacex|تسلا tesla|آبل apple|ميتا meta|ناسا nasa|بيتكوين بتكوين bitcoin|بوتين بوتن putin|يونسكو unesco|يونيسف unicef|ناتو nato|أوبك opec|فيفا fifa|يويفا uefa
كورونا كوفيد covid corona|نتنياهو نتانياهو|سيرغي سيرجي|أنغيلا أنجيلا|غوتيريش جوتيريش غوتيريس جوتيريس|نيجيريا نيغيريا|نيجر نيغر
أمريك* أميرك*|أوروب* أورب*|إنجلتر* إنكلتر*|إنجليز* إنكليز*|كتالون* كاتالون*|أنغول* أنجول*|كونغول* كونجول*|كونغو كونجو|غابون* جابون*`;

const ENDINGS = ["", "ا", "ي", "يا", "يه", "ون", "ين", "يون", "يين", "يان", "يتان", "يات"];

/** Written together with a word that has no article. */
const CLITIC = /^[وف]?[بكل]?/;
/** What may stand in front of an Arabic root, and behind it: letters there say nothing of where a word comes from. */
const IN_FRONT = /^(?:[وبل](?=.{5}))?(?:[يتم]ست|است|ان|من|مت|ات|[متيان])?/;
const BEHIND = /(?:يات|ات|ون|ين|ان|يه|ها|هم|هما|نا|تين|تان|يا|[هيوا])$/;
const VOWELS = /[اويء]/g;
/** No Arabic root has so many consonants; of those that have four hardly any is another one with «غ» for «ج». */
const FOREIGN = 5;
const LIKELY_FOREIGN = 4;
/** Oranges are no Portuguese. */
const ORANGE = "برتقال";

const consonantCount = (word: string) => word.replace(IN_FRONT, "").replace(BEHIND, "").replace(VOWELS, "").length;

/** News use the same words over and over: of a bounded number of them the answer is remembered. */
const REMEMBERED = 30_000;

function remembering(answer: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const now = answer(word);
    known.set(word, now);
    return now;
  };
}

/** Foreign sounds have no letter of their own, and foreign vowels no length: one way of writing them for all. */
const soundsOf = remembering((word) => {
  const count = consonantCount(word);
  // «هونج كونج», «بيونج يانج»: few Arabic words end so, and none of them with «غ».
  if (count < LIKELY_FOREIGN || word.startsWith(ORANGE)) return word.replace(/نج$/, "نغ");
  if (count < FOREIGN) return word.replaceAll("ج", "غ");
  const [, first = "", middle = "", ending = ""] = /^(.)(.*[^اوي])([اوي]*)$/.exec(word) ?? [];
  return first.replace(/[جق]/, "غ") + middle.replace(/[اوي]/g, "").replace(/[جق]/g, "غ") + ending;
});

const KNOWN = new Map(
  NAMES.split(/[|\n]/).flatMap((line) => {
    const [name = "", ...others] = line.split(" ");
    const endings = name.endsWith("*") ? ENDINGS : [""];
    const written = (word: string, ending: string) => normalise(word.replace("*", "")) + ending;
    return endings.flatMap((ending) =>
      others.map((other) => [soundsOf(written(other, ending)), written(name, ending)] as const),
    );
  }),
);

/**
 * A normalised word without article as its name is mostly written: «ترمب» is «ترامب», «facebook» «فيسبوك». What is written together with a
 * name stays in front of it; other words stay as they are.
 */
export const usualName = remembering((bare) => {
  const name = KNOWN.get(soundsOf(bare));
  if (name !== undefined) return name;
  const [clitic = ""] = CLITIC.exec(bare) ?? [];
  const behind = clitic === "" ? undefined : KNOWN.get(soundsOf(bare.slice(clitic.length)));
  return behind === undefined ? bare : clitic + behind;
});

/** `usualName` in the one spelling by which words are compared, never shown: «زوكربيرج» and «زوكربرغ» give the same. */
export const oneSpelling = remembering((bare) => soundsOf(usualName(bare)));

/** `oneSpelling` of a word that may have its article, which stays in front of it. */
export const spellingWithArticle = remembering((word) => {
  const bare = withoutArticle(word);
  return word.slice(0, word.length - bare.length) + oneSpelling(bare);
});
