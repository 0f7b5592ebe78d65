import { normalise } from "../lib/arabic/normalise.ts";
import { joinedWord } from "./joined-words.ts";

/** Names, words joined by blanks and normalised, and what each stands for. */
export interface Lexicon<T> {
  readonly names: ReadonlyMap<string, T>;
  /** How many words the longest name has that begins with a word: of most words nothing needs to be looked up. */
  readonly lengths: ReadonlyMap<string, number>;
}

/** A lexicon of these names. One of two words is also known as one («خانيونس»), where that is no other name. */
export function lexiconOf<T>(given: ReadonlyMap<string, T>): Lexicon<T> {
  const names = new Map(given);
  for (const [name, meaning] of given) {
    const [first = "", second = "", third] = name.split(" ");
    const joined = third === undefined ? joinedWord(first, second) : undefined;
    if (joined !== undefined && !names.has(joined)) names.set(joined, meaning);
  }
  const lengths = new Map<string, number>();
  for (const name of names.keys()) {
    const words = name.split(" ");
    const first = words[0] as string;
    lengths.set(first, Math.max(words.length, lengths.get(first) ?? 0));
  }
  return { names, lengths };
}

/** A name that was found: its first word, how many words it has, what it stands for. */
export interface Found<T> {
  readonly at: number;
  readonly wordCount: number;
  readonly meaning: T;
}

/** A name as it is written in a list («كوريا_الشمالية») as a key of a lexicon. */
export function nameKey(name: string): string {
  return normalise(name.replaceAll("_", " "));
}

/**
 * The names of lists of lines, with the number of each line as its meaning, from `first` on; the first
 * line that has a name keeps it.
 */
export function lineLexicon(lists: readonly string[], first = 0): Lexicon<number> {
  const names = new Map<string, number>();
  for (const [index, line] of lists.flatMap((list) => list.trim().split("\n")).entries())
    for (const name of line.trim().split(/\s+/)) {
      const key = nameKey(name);
      if (!names.has(key)) names.set(key, first + index);
    }
  return lexiconOf(names);
}

/** What a word may be, without the letters that may be written together with it: «وبالقاهرة», «للسودان», «لمصر». The word itself comes first. */
export function readingsOf(word: string): string[] {
  const found = [word];
  const bare = word.startsWith("و") && word.length > 3 ? word.slice(1) : undefined;
  if (bare !== undefined) found.push(bare);
  for (const each of bare === undefined ? [word] : [word, bare]) {
    if (each.startsWith("لل") && each.length > 4) found.push(`ال${each.slice(2)}`);
    if (/^[بلك]/.test(each) && each.length > 3) found.push(each.slice(1));
  }
  return found;
}

/** The name that begins at a word, the longest first. */
export function nameAt<T>(words: readonly string[], at: number, lexicon: Lexicon<T>): Found<T> | undefined {
  const heads = readingsOf(words[at] as string).filter((head) => lexicon.lengths.has(head));
  if (heads.length === 0) return undefined;
  const longest = Math.max(...heads.map((head) => lexicon.lengths.get(head) as number));
  for (let wordCount = Math.min(longest, words.length - at); wordCount >= 1; wordCount--) {
    const rest = wordCount === 1 ? "" : ` ${words.slice(at + 1, at + wordCount).join(" ")}`;
    for (const head of heads) {
      const meaning = lexicon.names.get(head + rest);
      if (meaning !== undefined) return { at, wordCount, meaning };
    }
  }
  return undefined;
}

/** All names in a text that was taken apart by `tokens`, from the left, none within another. */
export function namesIn<T>(words: readonly string[], lexicon: Lexicon<T>): Found<T>[] {
  const names: Found<T>[] = [];
  for (let at = 0; at < words.length; ) {
    const name = nameAt(words, at, lexicon);
    if (name !== undefined) names.push(name);
    at += name?.wordCount ?? 1;
  }
  return names;
}
