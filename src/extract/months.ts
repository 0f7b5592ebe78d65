/**
 * Month names and their numbers, normalised (see lib/arabic/normalise.ts): as Arabic pages write them, then English, and what feeds
 * made by software in French, Spanish, Portuguese, German and Turkish have.
 */
const NAMES: readonly string[] = [
  "يناير كانون_الثاني كانون2 جانفي january jan janvier janv enero ene janeiro januar ocak oca",
  "فبراير شباط فيفري february feb février fevrier févr fevr febrero fevereiro fev februar şubat şub",
  "مارس اذار march mar mars marzo março märz mart",
  "ابريل نيسان افريل april apr avril avr abril abr nisan nis",
  "مايو ايار ماي may mai mayo maio mayıs",
  "يونيو يونيه حزيران جوان june jun juin junio junho juni haziran haz",
  "يوليو يوليه تموز جويليه يوليوز july jul juillet juil julio julho juli temmuz tem",
  "اغسطس اب غشت اوت august aug août aout agosto ago ağustos ağu",
  "سبتمبر ايلول شتنبر september sep sept septembre septiembre setembro set eylül eyl",
  "اكتوبر تشرين_الاول تشرين1 october oct octobre octubre outubro out oktober okt ekim eki",
  "نوفمبر تشرين_الثاني تشرين2 نونبر november nov novembre noviembre novembro kasım kas",
  "ديسمبر كانون_الاول كانون1 دجنبر december dec décembre decembre déc diciembre dic dezembro dez dezember aralık ara",
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
/** The same for the months of the Hijri calendar. */
export const HIJRI_PATTERN = alternatives(HIJRI_MONTHS);
