import { clash, swap } from "./comparison.ts";
import { areContrary } from "./concepts.ts";
import type { Profile } from "./profile.ts";
import { DEED, NAME, type Part, QUALITY, THING, VAIN, type Wording } from "./wording.ts";

/** Of what the two headlines say at least so much is common. Between a third and a half hardly a pair changes. */
const LEAST_COMMON = 0.45;
/** How much a part weighs that hardly tells anything; others weigh 1. */
const LITTLE = 0.3;
const NAMED = ["clubs", "goods", "offices", "bodies"] as const;

/** Words meet in any of their meanings; of names a city meets its country, but not another city of it. */
const are = (one: Part, other: Part) =>
  one.first === other.first ||
  one.first === other.second ||
  one.second === other.first ||
  (one.rank !== NAME && one.second === other.second);
const says = (wording: Wording, part: Part) => wording.some((other) => are(part, other));
const weightOf = (parts: readonly Part[]) => parts.reduce((sum, { rank }) => sum + (rank < THING ? LITTLE : 1), 0);

/**
 * Whether two headlines without any text tell one event, by themselves: what they name is compatible, they tell the same deed, and
 * nothing of the one stands where the other has something else. «ضبط شحنة مخدرات» is not «ضبط شحنة أسلحة». What else they add
 * may not outweigh what they share. Strict: in doubt it is another event.
 */
export function tellOneEvent(a: Profile, b: Profile): boolean {
  const { titlePlaces: placesA, things: thingsA } = a;
  const { titlePlaces: placesB, things: thingsB } = b;
  if (clash(placesA.countries, placesB.countries) || swap(placesA.countries, placesB.countries)) return false;
  if (clash(placesA.cities, placesB.cities) || swap(placesA.cities, placesB.cities)) return false;
  if (NAMED.some((kind) => clash(thingsA[kind], thingsB[kind]) || swap(thingsA[kind], thingsB[kind]))) return false;
  if (clash(a.titleNumbers, b.titleNumbers) || swap(a.titleNumbers, b.titleNumbers)) return false;
  if (areContrary(a.units, b.units) || areTurnedRound(a, b)) return false;
  if (a.stance.denies !== b.stance.denies || a.stance.explains !== b.stance.explains) return false;
  if (!tellOneDeed(a.wording, b.wording)) return false;
  // Of several longest sequences of neighbours each order finds another.
  if (isOneReplaced(a.wording, b.wording) || isOneReplaced(b.wording, a.wording)) return false;
  const sharedA = a.wording.filter((part) => says(b.wording, part));
  const sharedB = b.wording.filter((part) => says(a.wording, part));
  const onlyA = weightOf(a.wording.filter((part) => !says(b.wording, part)));
  const onlyB = weightOf(b.wording.filter((part) => !says(a.wording, part)));
  // They do not clash: where both count something, it is as much.
  const countAlike = a.titleNumbers.length > 0 && b.titleNumbers.length > 0;
  if (sharedA.length < 2 || sharedB.length < 2 || !(countAlike || sharedA.some(({ rank }) => rank !== NAME)))
    return false;
  const common = (weightOf(sharedA) + weightOf(sharedB)) / 2 + Number(countAlike);
  return common / (common + onlyA + onlyB) >= LEAST_COMMON;
}

/** Whether each tells the deed of the other, if both tell one: the first that is not only told beside another. */
function tellOneDeed(a: Wording, b: Wording): boolean {
  const [allA, allB] = [a.filter(({ isDeed }) => isDeed), b.filter(({ isDeed }) => isDeed)];
  if (allA.length === 0 || allB.length === 0) return true;
  const [deedsA, deedsB] = [allA.filter(({ rank }) => rank === DEED), allB.filter(({ rank }) => rank === DEED)];
  if (deedsA.some((deed) => !says(b, deed)) && deedsB.some((deed) => !says(a, deed))) return false;
  const main = (deeds: readonly Part[]) => deeds.find(({ isAside }) => !isAside) ?? deeds[0];
  const [mainA, mainB] = [main(deedsA), main(deedsB)];
  // «إطلاق صاروخ» and «فشل إطلاق صاروخ», but «بدء محاكمة» and «محاكمة».
  if (mainA === undefined && mainB === undefined) return allA.some((deed) => says(allB, deed));
  return (mainA === undefined || says(b, mainA)) && (mainB === undefined || says(a, mainB));
}

/** Whether, between the same neighbours, each says something telling that the other does not have. */
function isOneReplaced(a: Wording, b: Wording): boolean {
  const met = neighbours(a, b);
  const elsewhereA = a.filter((_, at) => !met.some(([atA]) => atA === at));
  const elsewhereB = b.filter((_, at) => !met.some(([, atB]) => atB === at));
  let [startA, startB] = [0, 0];
  for (const [endA, endB] of [...met, [a.length, b.length] as const]) {
    const betweenA = a.slice(startA, endA);
    const betweenB = b.slice(startB, endB);
    // What the other says elsewhere has only changed its place: nothing is known of what stands beside it.
    const isMoved = betweenA.some((part) => says(elsewhereB, part)) || betweenB.some((part) => says(elsewhereA, part));
    const onlyA = betweenA.filter((part) => !says(b, part));
    const onlyB = betweenB.filter((part) => !says(a, part));
    const areAlone = onlyA.length === 1 && onlyB.length === 1;
    if (!isMoved && onlyA.some((one) => onlyB.some((other) => mayStandFor(one, other, areAlone)))) return true;
    [startA, startB] = [endA + 1, endB + 1];
  }
  return false;
}

/** Of two words that stand there alone one replaces the other, a name replaces all, else an adjective an adjective. */
function mayStandFor(one: Part, other: Part, areAlone: boolean): boolean {
  if (one.rank === VAIN || other.rank === VAIN) return false;
  if (areAlone || one.rank === NAME || other.rank === NAME) return true;
  return (one.rank === QUALITY) === (other.rank === QUALITY);
}

/** Where both headlines say the same in the same order: a longest common subsequence. */
function neighbours(a: Wording, b: Wording): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (lengths[i] as Uint8Array)[j] = are(a[i] as Part, b[j] as Part)
        ? lengthAt(i + 1, j + 1) + 1
        : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
  const found: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (are(a[i] as Part, b[j] as Part)) found.push([i++, j++]);
    else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i++;
    else j++;
  }
  return found;
}

/** «تونس تفوز على الجزائر» and «الجزائر تفوز على تونس»: the same words, the names the other way round. */
function areTurnedRound(a: Profile, b: Profile): boolean {
  if (a.units.length !== b.units.length || a.units.some((unit, index) => unit !== b.units[index])) return false;
  const turned = (left: readonly number[], right: readonly number[]) =>
    left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return turned(a.titlePlaces.countries, b.titlePlaces.countries) || turned(a.things.clubs, b.things.clubs);
}
