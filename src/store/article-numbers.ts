import { MINUTE_MS } from "../lib/time.ts";
import { hash32 } from "../story/hash32.ts";

/** Numbers for the articles of a minute; where there are more, they take those of the next ones. */
const NUMBERS_A_MINUTE = 8;

/** The smallest number of an article of this time: a newer one has a greater number, so that the newest are found first. */
export const firstNumber = (at: number) => Math.floor(at / MINUTE_MS) * NUMBERS_A_MINUTE;

/** The minute of an article by its number; that of an article with many others beside it a little late. */
export const minuteOf = (number: number) => Math.floor(number / NUMBERS_A_MINUTE) * MINUTE_MS;

/** What an article may be numbered, the likeliest first, without end: always the same for the same article. */
export function* numbersFor(id: string, at: number): Generator<number, never> {
  for (let range = NUMBERS_A_MINUTE; ; range *= 2) yield firstNumber(at) + (hash32(`${id} ${range}`) % range);
}
