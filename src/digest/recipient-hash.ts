import type { Recipient } from "./subscription.ts";

/** 32 bits that look like chance, always the same ones for a recipient and a seed. Shape: an integer from 0 to 2³² - 1. */
export function recipientHash({ chatId, threadId }: Recipient, seed: number): number {
  return mix(mix(mix(seed ^ chatId) ^ Math.floor(chatId / 2 ** 32)) ^ threadId) >>> 0;
}

/** The last step of MurmurHash3: every bit of the input moves every bit of the output. Source: https://github.com/aappleby/smhasher */
function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
