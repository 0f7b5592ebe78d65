import { AGENCY_PATTERN } from "../extract/agencies.ts";
import { tokens } from "../lib/arabic/tokens.ts";
import { placesIn } from "../story/places.ts";
import { opensWithSpeech } from "./references.ts";

/** The agencies and outlets that a dateline names. */
const AGENCY = `${AGENCY_PATTERN}|العربية ?\\.? ?نت|CNN|BBC`;
/** «كوبرتينو (الولايات المتحدة)», too. */
const PLACE = "[\\p{L}\\s،,\\d]{2,60}(?:\\([\\p{L}\\s]{2,40}\\)\\s*)?";
const INLINE = new RegExp(
  `^(?:${PLACE}[-–—/:،]*\\s*)?(?:\\(\\s*(?:${AGENCY})\\.?\\s*[()]\\s*[-–—:.]*|(?:(?<=[-–—/:]\\s*)|^\\(?)(?:${AGENCY})\\.?\\s*[-–—:]+)\\s*(?=[\\p{L}«"“\\d])`,
  "u",
);
/** «بغداد – الرافد: »: a place, and an outlet that no list has; «دبي، الإمارات – »: places alone. */
const PLACE_AND_OUTLET = /^([\p{L}\s،,]{2,40}?)\s?[-–—/]\s?([\p{L}\s.]{2,30}?)\s?[-–—/:]\s?(?=[\p{L}«"“\d])/u;
const PLACES_ALONE = /^([\p{L}\s،,]{2,40}?)\s?[-–—]{1,2}\s(?=[\p{L}«"“\d])/u;
const LATIN_PLACE = /^[A-Z]{3}[A-Z\s,.]{0,30}(?:, [A-Z][a-z]+ ?[A-Za-z]*)?\s?[-–—]{1,2}\s(?=[A-Z“"])/;
/** «القاهرة – وهي أكبر المدن – …»: an aside, not a dateline. */
const ASIDE = /^[^-–—]{1,60}\s[-–—]\s/;
const OWN_WRITER = /^(?:مراسل|مراسلنا|مراسلتنا|مراسلونا|خاص|متابعات|وكالات|موفدنا)(?:\s|$)/;
const LONGEST_OUTLET = 3;
/** No dateline is longer. */
const LOOKED_AT = 100;

/** A sentence without the place and agency before it: «القاهرة (أ ف ب) - », «بغداد – الرافد: », «دبي، الإمارات العربية المتحدة – ». */
export function withoutDateline(sentence: string): string {
  if (!/[-–—/(]/.test(sentence.slice(0, LOOKED_AT))) return sentence;
  const [inline = ""] = INLINE.exec(sentence) ?? [];
  const told = sentence.slice(isDateline(inline) ? inline.length : 0).replace(LATIN_PLACE, "");
  if (told !== sentence) return told;
  const [outletLine, place = "", outlet = ""] = PLACE_AND_OUTLET.exec(sentence) ?? [];
  const isOutlet = outlet.trim().split(/\s+/).length <= LONGEST_OUTLET && !arePlaces(outlet);
  if (outletLine !== undefined && isOutlet && (arePlaces(place) || OWN_WRITER.test(outlet)))
    return sentence.slice(outletLine.length);
  const [placeLine, places = ""] = PLACES_ALONE.exec(sentence) ?? [];
  if (placeLine === undefined || !arePlaces(places)) return sentence;
  const rest = sentence.slice(placeLine.length);
  return ASIDE.test(rest) ? sentence : rest;
}

/** «ذكرت وكالة الأنباء (بترا) أن …» speaks of an agency; where no dash or colon ends it, a dateline names places. */
function isDateline(inline: string): boolean {
  if (opensWithSpeech(inline)) return false;
  const [, place = ""] = /^([^(]*)\([^()]*[()]\s*$/u.exec(inline) ?? [];
  return place === "" || arePlaces(place);
}

/** Whether a text is nothing but names of countries and cities. */
function arePlaces(text: string): boolean {
  const words = tokens(text);
  return words.length > 0 && placesIn(words).taken.size === words.length;
}
