import { DAY_MS, HOUR_MS } from "../lib/time.ts";

/** Normalised, without the article, from Sunday on. */
const DAYS = ["احد", "اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "سبت"];
/** Where Arabic news are written it is about three hours later than in UTC. */
const NEWSROOM_OFFSET_MS = 3 * HOUR_MS;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/**
 * The weekdays that words name, one bit each from Sunday on; «اليوم» and «أمس» are reckoned from when the article was
 * published. 0: none. Arabic news say in their first sentence on which day it happened.
 */
export function saidDays(words: readonly string[], publishedAt: number): number {
  const published = FIRST_WEEKDAY + Math.floor((publishedAt + NEWSROOM_OFFSET_MS) / DAY_MS);
  let days = 0;
  const add = (day: number) => {
    days |= 1 << (((day % 7) + 7) % 7);
  };
  for (const [at, word] of words.entries()) {
    const bare = word.replace(/^و?[بلف]?ال/, "");
    const day = bare === word ? -1 : DAYS.indexOf(bare);
    if (day >= 0) add(day);
    // «يوم أمس الأحد» says it twice; «اليوم الأحد» too.
    else if (/^و?اليوم$/.test(word) && !isDay(words[at + 1])) add(published);
    else if (/^و?امس$/.test(word) && !isDay(words[at + 1])) add(published - 1);
  }
  return days;
}

const isDay = (word: string | undefined) => word?.startsWith("ال") === true && DAYS.includes(word.slice(2));
