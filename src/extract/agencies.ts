import { phrases } from "../lib/arabic/phrases.ts";

/** As they are written; of one kind of letters, names before what they begin with. */
const WRITTEN = phrases`
  // Of the world.
  رويترز|وكالة فرانس برس|فرانس برس|أ ف ب|أسوشيتد برس|أسوشيتدبرس|أ ب|د ب أ|شينخوا|سبوتنيك|تاس
  Reuters|AFP|AP|EPA|DPA
  // Of countries.
  الأناضول|أ ش أ|واس|وام|كونا|قنا|بترا|سانا|بنا|وفا|واج|وات|سبأ
  // Several of them.
  وكالات|الوكالات
`.split("|");

/**
 * The names of news agencies as the inside of a pattern, for text as it is written and for normalised text alike. Initials stand with
 * dots, blanks or neither, those of two letters not joined: «آب» is a month.
 */
export const AGENCY_PATTERN = WRITTEN.map(patternOf).join("|");

function patternOf(name: string): string {
  const letters = name.split(" ");
  const areInitials = letters.every((letter) => letter.length === 1);
  const pattern = areInitials ? letters.join(letters.length > 2 ? " ?\\.? ?" : "(?: ?\\. ?| )") : name;
  return /[a-z]/i.test(name)
    ? `${pattern}|${name.toLowerCase()}`
    : pattern.replaceAll("أ", "[أا]").replaceAll("ة", "[ةه]");
}
