const PREPOSITION = /^[بل](?=.{3})/;
const VOWELS = /[اويء]/g;
const VERB_PREFIX = /^[متن]{1,2}(?=.{3})/;
const FEMININE = /(?<=.{3})ت$/;
const LEAST = 2;

/**
 * The consonants of a light stem, without what the forms of a word and the spellings of a foreign name change: «تغلق», «أغلقت» and
 * «إغلاق», «ترامب» and «ترمب», «بوتين» and «بوتن», «كيميائي» and «كيماوي» meet. A stem of which one letter would be left stays.
 */
export function skeleton(stem: string): string {
  const bare = stem.replace(PREPOSITION, "").replace(VOWELS, "").replace(VERB_PREFIX, "").replace(FEMININE, "");
  return bare.length >= LEAST ? bare : stem;
}
