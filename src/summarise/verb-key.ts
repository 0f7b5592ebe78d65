/** What is written in front of a verb or noun, and what shows its person or its gender. */
const BACK = /(?<=..)(?:ته|ت|وا|ون|ه|ي)$/;
const FRONT = /^(?:[وفبل]?ال|و(?=...)|س(?=[يتن]))/;
const PERSON = /^[يتنا]ت?(?=..)/;
const WEAK = /[وي]/g;

/**
 * What is left of a normalised word of its person, gender, number and weak letters: the same for
 * «تفتح» and «فتحت», «يصب» and «أصيب».
 */
export function verbKey(word: string): string {
  const letters = word.replace(BACK, "").replace(FRONT, "").replace(PERSON, "").replace(WEAK, "");
  return letters.length < 2 ? word : letters;
}
