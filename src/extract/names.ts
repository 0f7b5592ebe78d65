import { saysOnlyWhen } from "../lib/arabic/calendar-words.ts";
import { normalise } from "../lib/arabic/normalise.ts";
import { AGENCY_PATTERN } from "./agencies.ts";
import { wordCount } from "./element-text.ts";
import { ARTICLE } from "./thresholds.ts";

/** Says who wrote it. Verbs need a mark behind them: «كتب الناس أسماءهم على الجدار» names nobody. */
const LABEL =
  /^(?:(?:[أا]ُ?رسلت|مرسلة|نشرت?|كتبت?|أضيفت?) بواسطة|بقلم|بواسطة|كتبه|كتبها|by(?= )|(?:كتبت?|كتابة|أعد(?:ه|ته|ها|تها)|أعدّ(?:ه|ته|ها|تها)|حاور(?:ه|ته|ها|تها)?|إعداد|تحرير|الكاتبة?|by)(?=\s*[:：/|–—-]))(?!\p{L})\s*[:：/|–—-]*\s*/iu;
/** In what is marked as an author's it needs no mark. */
const VERB = /^كتبت?\s+/u;
/** Whoever it is did something else. */
const OTHER_WORK = /(?:^|\s+)(?:تصوير|عدسة|مونتاج|رسوم|كاريكاتير|مراجعة|تدقيق|photo(?:s|graphy)? by)(?!\p{L}).*$/iu;
/** An address, an account, a shortcode. */
const NOT_A_LINE = /^(?:https?:|@|[([])/;
/** No name, but what somebody logs in with, or what all are; normalised. */
const NOBODY =
  /^(?:[a-z\d.-]*(?:_|\d)[a-z\d_.-]*|super user|admin(?:istrator)?|editor|webmaster|article information|مدير الموقع|المحرر|المدير|كتبت?|الكاتبه?|تحرير|مراسلو?ن?ا?|متابعات|تقرير|خاص|(?:كاتبه?|مراسله?|صحفيه?|صحافيه?|محرره?|باحثه?)(?: .*)?)$/u;
/** It writes for the outlet, whose name says no more; normalised. */
const DESK =
  /^(?:فريق|هييه|اسره|قسم|مكتب|محررو?|غرفه|وحده|اداره|دايره|خدمه) |التحرير$|(?:^| )(?:editorial(?: team)?|newsroom|news desk|staff|web ?team)(?: |$)/u;
/** An outlet by its first word; normalised. */
const OUTLET = /^(?:اخبار|صحيفه|جريده|موقع|شبكه|قناه|بوابه|مجله|اذاعه|منصه) /u;
/** An outlet by its last word; normalised. */
const OUTLET_END = / (?:نيوز|برس|نت|ميديا|اونلاين|اون لاين|news|press|media|online)$/u;
/** Normalised. */
const AGENCY = new RegExp(`^(?:${AGENCY_PATTERN}|وكاله .*)$`, "u");
/** Where most reports are written, and what else has two words as a name has; normalised. */
const CITY =
  /^(?:القاهره|الاسكندريه|الرياض|جده|مكه المكرمه|المدينه المنوره|الدمام|دبي|ابو ?ظبي|الشارقه|العين|عجمان|الفجيره|ام القيوين|راس الخيمه|الدوحه|الكويت|المنامه|مسقط|صنعاء|عدن|بغداد|اربيل|البصره|الموصل|دمشق|حلب|دير الزور|بيروت|طرابلس|عمان|القدس(?: المحتله)?|رام الله|غزه|خان يونس|بيت لحم|نابلس|حيفا|تل ابيب|الخرطوم|بورتسودان|بنغازي|تونس|الجزاير|وهران|الرباط|الدار البيضاء|فاس|نواكشوط|مقديشو|انقره|اسطنبول|طهران|اسلام اباد|لندن|باريس|برلين|روما|مدريد|بروكسل|جنيف|فيينا|موسكو|كييف|واشنطن|نيويورك|بكين|طوكيو|نيودلهي)$/u;
const SEPARATOR = /\s*(?:[•|()،,/\d]+|\s[–—-]+(?=\s))\s*/u;
const AND = "، ";
/** Two names as some write them. */
const BETWEEN_NAMES = /^[\p{L}\p{M}. ]+ [–—-] [\p{L}\p{M}. ]+$/u;

const withoutLabel = (text: string) => text.replace(LABEL, "").trim();
/** Whether a line says who wrote it: «كتب: …», «بقلم …». */
export const hasLabel = (line: string) => LABEL.test(line);
/** Whether this is no person, but an outlet or those who write for it together. */
export const isDesk = (name: string) => DESK.test(normalise(name)) || OUTLET_END.test(normalise(name));
const isNobody = (name: string) => NOBODY.test(normalise(name));

/**
 * Who a line names: the person, or all of them where nothing else stands in it; not where or for whom they write, nor who took
 * the pictures. An agency where it names no person, an outlet with what stands beside it. `isSure`: the line is there to name authors.
 */
export function nameIn(line: string, isSure = hasLabel(line) || VERB.test(line)): string | undefined {
  if (NOT_A_LINE.test(line) || saysOnlyWhen(normalise(line))) return undefined;
  const shown = withoutLabel(line).replace(VERB, "").replace(OTHER_WORK, "");
  const parts = shown
    .split(SEPARATOR)
    .map((part) => withoutCity(part.replace(/^[\s–—-]+|[\s:：–—-]+$/gu, "")))
    .filter((part) => part !== "");
  const names = parts.filter((part) => isName(part) && !isAgency(part) && !isCity(part));
  const full = names.filter((name) => wordCount(name) > 1);
  if (full.length === parts.length && isSure) return (BETWEEN_NAMES.test(shown) ? shown : full.join(AND)) || undefined;
  if (full.length === 1 && OUTLET.test(normalise(full[0] as string))) return shown;
  return full[0] ?? names[0] ?? parts.find(isAgency);
}

/** «القاهرة – محمد علي», «محمد علي – القاهرة»: a line of a city and a person. */
export function correspondentIn(line: string): string | undefined {
  if (line.length > ARTICLE.bylineUnits) return undefined;
  const parts = line.split(/\s*(?:[:：/]|\s[–—-])\s*/u);
  const name = parts.findLast((part) => !isCity(part));
  // Between the two may stand for whom.
  const isCut = parts.length === 2 || (parts.length === 3 && isCity(parts[0] as string) && name === parts[2]);
  if (!isCut || name === undefined || !parts.some(isCity)) return undefined;
  const words = normalise(name).split(" ");
  const isPerson = words.length > 1 && words.length <= 3 && !NO_PERSON.test(words[0] as string);
  return isPerson && isName(name) && !/[^\p{L}\s]/u.test(name) ? name : undefined;
}

/** Words that no name begins with, normalised. */
const NO_PERSON = /^(?:ال.*|من|في|علي|عن|الي|بعد|قبل|بين|مع|هل|كيف|لماذا|ماذا|متي|اين|كاس|مدينه|يوم|ليله)$/u;

/** A stretched dash («بيروت ـ سامر الخوري») is gone from clean text. */
function withoutCity(part: string): string {
  const [city, ...name] = part.split(" ");
  return name.length > 1 && isCity(city as string) ? name.join(" ") : part;
}

const isAgency = (part: string) =>
  AGENCY.test(
    normalise(part)
      .replace(/[.\s]+/g, " ")
      .trim(),
  );
const isCity = (part: string) => CITY.test(normalise(part));

/** A full stop ends a sentence, unless it stands behind one letter: «د. محمد». */
const isName = (part: string) =>
  wordCount(part) <= ARTICLE.nameWords && !/[؟!:«»]|(?<=\p{L}{2})\./u.test(part) && !isNobody(part);
