import { tokens } from "../lib/arabic/tokens.ts";
import { hash32 } from "./hash32.ts";

const HASHES = 64;
const SHINGLE_WORDS = 3;
/** Of the text so many words are looked at. */
const WORDS_LOOKED_AT = 400;

/** Spreads one hash into another for each of the 64 places (the finaliser of MurmurHash3). */
function spread(hash: number, place: number): number {
  let h = hash ^ Math.imul(place + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * MinHash-64 of the three-word runs of title and text, as 64 × 2 bytes in base64: equal texts are equal, texts that share a part
 * of their runs share about that part of the places. Source: https://en.wikipedia.org/wiki/MinHash
 */
export function fingerprint(title: string, paragraphs: readonly string[]): string {
  const words = tokens([title, ...paragraphs].join("\n")).slice(0, WORDS_LOOKED_AT);
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  const last = Math.max(1, words.length - SHINGLE_WORDS + 1);
  for (let start = 0; start < last; start++) {
    const shingle = hash32(words.slice(start, start + SHINGLE_WORDS).join(" "));
    for (let place = 0; place < HASHES; place++)
      least[place] = Math.min(least[place] as number, spread(shingle, place));
  }
  const bytes = new Uint8Array(HASHES * 2);
  for (let place = 0; place < HASHES; place++) {
    bytes[place * 2] = (least[place] as number) & 0xff;
    bytes[place * 2 + 1] = ((least[place] as number) >>> 8) & 0xff;
  }
  return Buffer.from(bytes).toString("base64");
}

/**
 * The share of equal places, 0 to 1: an estimate of how much of their runs two texts share. From 0.3
 * on they are one agency's text.
 */
export function fingerprintSimilarity(a: string, b: string): number {
  const left = Buffer.from(a, "base64");
  const right = Buffer.from(b, "base64");
  if (left.length !== HASHES * 2 || right.length !== HASHES * 2) return 0;
  let equal = 0;
  for (let place = 0; place < HASHES; place++)
    if (left[place * 2] === right[place * 2] && left[place * 2 + 1] === right[place * 2 + 1]) equal++;
  return equal / HASHES;
}
