/** Prefixes that are taken off once, the longest first; normalised. */
const PREFIXES = ["وبال", "وكال", "فبال", "وللا", "ولل", "وال", "فال", "بال", "كال", "فلل", "ال", "لل"] as const;
/** Suffixes that are taken off up to twice, the longest first; normalised. */
const SUFFIXES = [
  "اتها",
  "اتهم",
  "يات",
  "ات",
  "ون",
  "ين",
  "ان",
  "هم",
  "ها",
  "نا",
  "كم",
  "يه",
  "وا",
  "ته",
  "ه",
  "ي",
  "ا",
] as const;
/** What stays of a word has at least so many letters. */
const LEAST = 3;
/** «و» is taken off a word that is at least this long … */
const LEAST_WITH_WAW = 5;
/** … and does not begin with one of these, where it belongs to the word: «وزارة», «وكالة», «واشنطن». */
const ROOT_WAW =
  /^و(?:زير|زار|زرا|كال|كلا|لاي|ليد|لاد|لاء|فاه|فاق|فود|فيا|اشنط|ارسو|ثيق|ثاي|ثوق|سيط|سايل|سيل|سطي|ساط|ساي|طني|طنيه|اقع|قاي|قفه|قوع|قود|جود|جهه|جوه|جبه|اجب|اجه|ضعي|ضعه|ضوح|اضح|احد|ارد|اسع|اسط|الد|رشه|رشا|رقه|رثه|صول|صيه|صاي|ظيف|ظاي|عود|يكي|يلز|اتس|تير|حدا|حيد|حده|داد|ديه|هران|هميه|باي|يست(?:هام|رن|منستر|$)|يلي|يندوز|زعت|قعت|صلت|صفت|جهت|ضعت|افق|اصل|اعد|اكب|اتف)/;
/** Of a short word two letters stay when its article goes («الحج», «الدم»); these have none. */
const SHORT_WITH_ARTICLE = /^ال(?!له$|ام$|اف$|فا$|في$|يه$|ان$)..$/;
const ARABIC_WORD = /^[\u0621-\u064a]+$/;

/** Whether a normalised word is known to begin with «و» itself: «وزير», «والد». */
export function hasOwnWaw(token: string): boolean {
  return ROOT_WAW.test(token);
}

/** Whether «و» stands in front of a normalised word and does not belong to it, as far as its letters tell. */
export function hasConjunction(token: string): boolean {
  return token.startsWith("و") && token.length >= LEAST_WITH_WAW && !ROOT_WAW.test(token);
}

/**
 * The light stem of a normalised Arabic token: article, conjunction and regular endings taken off. Other tokens stay as they are.
 * Light on purpose: roots would make «مدرسة» and «درس» one word. «ف» stays: in news it is nearly always a letter of the word.
 */
export function stem(token: string): string {
  if (!ARABIC_WORD.test(token)) return token;
  if (SHORT_WITH_ARTICLE.test(token)) return token.slice(2);
  let word = token;
  const prefix = PREFIXES.find((candidate) => word.startsWith(candidate) && word.length - candidate.length >= LEAST);
  if (prefix !== undefined) word = word.slice(prefix.length);
  else if (hasConjunction(word)) word = word.slice(1);
  for (let round = 0; round < 2; round++) {
    const suffix = SUFFIXES.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= LEAST);
    if (suffix === undefined) break;
    word = word.slice(0, -suffix.length);
  }
  return word;
}
