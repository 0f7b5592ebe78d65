/** Month names as Arabic and Latin pages write them, normalised (see lib/arabic/normalise.ts), and their numbers. */
const NAMES: readonly string[] = [
  "يناير كانون_الثاني جانفي january jan",
  "فبراير شباط فيفري february feb",
  "مارس اذار march mar",
  "ابريل نيسان افريل april apr",
  "مايو ايار ماي may",
  "يونيو يونيه حزيران جوان june jun",
  "يوليو يوليه تموز جويليه يوليوز july jul",
  "اغسطس اب غشت اوت august aug",
  "سبتمبر ايلول شتنبر september sep sept",
  "اكتوبر تشرين_الاول october oct",
  "نوفمبر تشرين_الثاني نونبر november nov",
  "ديسمبر كانون_الاول دجنبر december dec",
];

const HIJRI: readonly string[] = [
  "محرم",
  "صفر",
  "ربيع_الاول",
  "ربيع_الاخر ربيع_الثاني",
  "جمادي_الاولي",
  "جمادي_الاخره جمادي_الثانيه",
  "رجب",
  "شعبان",
  "رمضان",
  "شوال",
  "ذو_القعده ذي_القعده",
  "ذو_الحجه ذي_الحجه",
];

const pairs = (list: readonly string[]) =>
  list.flatMap((names, index) =>
    names.split(" ").map((name): [string, number] => [name.replaceAll("_", " "), index + 1]),
  );

/** Name → 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(pairs(NAMES));
/** Hijri name → 1–12. */
export const HIJRI_MONTHS: ReadonlyMap<string, number> = new Map(pairs(HIJRI));

const alternatives = (names: ReadonlyMap<string, number>) =>
  [...names.keys()].sort((a, b) => b.length - a.length).join("|");

/** Any month name, as the inside of a pattern. */
export const MONTH_PATTERN = alternatives(MONTHS);
export const HIJRI_PATTERN = alternatives(HIJRI_MONTHS);
