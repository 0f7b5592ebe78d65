/** Marks that open and close: an orphan says that a sentence was cut out of a quotation or an aside. */
const GUILLEMETS = [["«", "»"]] as const;
const PAIRS = [...GUILLEMETS, ["(", ")"], ["[", "]"]] as const;
/** Marks whose form does not tell whether they open: from right to left many write «”نص“», or one of each. */
const EITHER_WAY = /[“”„"]/;
const LETTER = /[\p{L}\p{N}]/u;
/** What may stand in front of a mark that opens, without a blank: «ب"الخطأ"». */
const OPENS_BEHIND_CLITIC = /(?:^|[\s(«])[وفبلك]?(?:ال)?[وفبلك]?$/u;

/** Whether every quotation mark has its other half, in this order. */
export function hasWholeQuotes(text: string): boolean {
  return hasWholeMarks(text) && isPaired(text, GUILLEMETS);
}

/** Whether every quotation mark and bracket has its other half, in this order. */
export function isBalanced(text: string): boolean {
  return hasWholeMarks(text) && isPaired(text, PAIRS);
}

const hasWholeMarks = (text: string) => marksOf(text).length % 2 === 0;

/** Whether the text can be cut behind these words: all marks have their other half, and none that can only open stands where one is open. */
export function canEnd(words: string): boolean {
  return isBalanced(words) && orphansOf(words).length === 0;
}

const marksOf = (text: string) => [...text.matchAll(new RegExp(EITHER_WAY, "g"))].map(({ index }) => index);
const opens = (text: string, at: number) => /^[\s(«]?$/.test(text.slice(at - 1, at)) && LETTER.test(text[at + 1] ?? "");
const closes = (text: string, at: number) =>
  !OPENS_BEHIND_CLITIC.test(text.slice(Math.max(0, at - 5), at)) && !LETTER.test(text[at + 1] ?? "");

/** The marks that lack their other half, by their place. */
function orphansOf(text: string): { at: number; isOpening: boolean }[] {
  const orphans: { at: number; isOpening: boolean }[] = [];
  let open: number | undefined;
  for (const at of marksOf(text)) {
    if (open === undefined && closes(text, at)) orphans.push({ at, isOpening: false });
    else if (open !== undefined && opens(text, at)) {
      orphans.push({ at: open, isOpening: true });
      open = at;
    } else open = open === undefined ? at : undefined;
  }
  return open === undefined ? orphans : [...orphans, { at: open, isOpening: true }];
}

/** What opens reported speech: after it the words read on without a mark. */
const REPORTING = /(?:^|\s)(?:و|ف)?(?:ب|ل)?[أإ]ن(?:ه|ها|هم)?\s*$/u;
const REPORTED = /(?:^|\s)[وف]?[بل]?[أإ]ن(?:ه|ها|هم)?\s/u;
const SPEECH =
  "قال|قالت|يقول|تقول|أضاف|أضافت|كتب|كتبت|صرح|صرحت|علق|علقت|رد|ردت|تابع|تابعت|هتف|قائلا|قائلة|مضيفا|مضيفة|قوله|قولها|بالقول|بقوله|بقولها";
/** Somebody speaks: without marks his «I» would be ours. */
const SPEAKING = new RegExp(`(?:^|\\s)[وف]?(?:${SPEECH})\\s+(?:\\S+\\s+){0,5}$|:\\s*$`, "u");
const SPEAKS = new RegExp(`(?:^|\\s)[وف]?(?:${SPEECH})\\s|:`, "u");
/** «…، حسب الوكالة»: there the words of others end. */
const ATTRIBUTED = /^(.*\p{L})([،,]\s(?:بحسب|حسب|حسبما|وفق|وفقا|على حد|كما قال|كما قالت)\s.*)$/su;
/** «ل"إذاعة المرفأ، الأحد، إن …»: what was said follows, so a name is what stands behind the mark. */
const NAME_BEFORE_SAID = /^\S+(?: \S+){0,4}، (?:[^،]{1,30}، )?[بل]?[أإ]ن(?:ه|ها|هم)? /u;
/** Between an opening mark and the end of its sentence there are so many words, if what it opened is a name. */
const LONGEST_NAME = 5;

/**
 * A sentence with one odd quotation mark, as its editor meant it; undefined where it is anything else, or nobody can tell.
 *
 * One that opens goes after «أن», since the words are reported anyway; before a name that ends the sentence it is closed, before one that what was said follows it goes, or before what
 * says whose the words are; within a narration nobody can tell where it was to close, and it goes. One that closes goes too, where nobody speaks or after «أن».
 */
export function withOrphanQuoteMended(sentence: string): string | undefined {
  const [orphan, another] = orphansOf(sentence);
  if (orphan === undefined || another !== undefined || !isPaired(sentence, PAIRS)) return undefined;
  const before = sentence.slice(0, orphan.at);
  const after = sentence.slice(orphan.at + 1);
  if (!orphan.isOpening) return REPORTED.test(before) || !SPEAKS.test(before) ? before + after : undefined;
  if (NAME_BEFORE_SAID.test(after)) return before + after;
  if (!/(?:^|\s)$/.test(before)) return undefined;
  if (REPORTING.test(before)) return before + after.trimStart();
  const [, name = "", stop = ""] = /^(.*?)([.؟!،؛:]*)$/su.exec(after.trim()) ?? [];
  const isName = /^[\p{L}\p{M}\d]/u.test(name) && !EITHER_WAY.test(name) && name.split(/\s+/).length <= LONGEST_NAME;
  const [, words, whose] = EITHER_WAY.test(after) ? [] : (ATTRIBUTED.exec(after.trimStart()) ?? []);
  if (words !== undefined) return `${before}"${words}"${whose}`;
  if (isName) return `${before}"${name}"${stop}`;
  return SPEAKING.test(before) ? undefined : before + after.trimStart();
}

/** So much of a sentence before a quotation says that it begins there. */
const OPENS_WITHIN = /^\S+(?:\s+\S+){2,}\s/;

/** Whether a sentence opens a quotation of its own, within it, that it does not close: it is not the end of another's words. */
export function opensQuotation(sentence: string): boolean {
  const [orphan] = orphansOf(sentence);
  return orphan?.isOpening === true && OPENS_WITHIN.test(sentence.slice(0, orphan.at));
}

/** Whether each mark of the pairs has its other half, in this order. */
function isPaired(text: string, pairs: readonly (readonly [string, string])[]): boolean {
  return pairs.every(([open, close]) => {
    if (!text.includes(open)) return !text.includes(close);
    let depth = 0;
    for (const mark of text) {
      if (mark === open) depth++;
      else if (mark === close && --depth < 0) return false;
    }
    return depth === 0;
  });
}
