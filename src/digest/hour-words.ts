/** Hours as words, spelt as `normalise` leaves them. */
const HOURS: readonly string[] = [
  "واحده",
  "ثانيه",
  "ثالثه",
  "رابعه",
  "خامسه",
  "سادسه",
  "سابعه",
  "ثامنه",
  "تاسعه",
  "عاشره",
  "حاديه عشره?",
  "ثانيه عشره?",
];

/** The longer ones first, because «الثانية عشرة» begins as «الثانية» does. */
const HOUR_WORDS = HOURS.map((word, index) => ({
  hour: index + 1,
  pattern: new RegExp(`(?<=^|[\\s،,])(و?)(?:ال)?${word}(?=[\\s،,]|$)`, "g"),
})).reverse();

const PARTS_OF_HOUR: readonly (readonly [pattern: RegExp, minutes: string])[] = [
  [/(\d)\s+و(?:ال)?نصف/g, "$1:30"],
  [/(\d)\s+و(?:ال)?ربع/g, "$1:15"],
  [/(\d)\s+و(?:ال)?ثلث/g, "$1:20"],
];

/** Words that stand around hours and change nothing. */
const FILLERS = /(?<=^|[\s،,])و?(?:ال)?(?:ساعه|عند|في|تمام|كل يوم|يوميا|يوم|at|and|daily)(?=[\s،,]|$)/g;

/** Hours that were written as words, as figures: «الثامنة والنصف صباحًا» → `8:30 صباحا`. Takes and gives text of `normalise`. */
export function hoursInFigures(normalised: string): string {
  let text = normalised.replace(/\b([ap])\.m\b\.?/g, "$1m").replace(FILLERS, " ");
  text = text.replace(/منتصف الليل/g, " 00:00 ");
  for (const { hour, pattern } of HOUR_WORDS) text = text.replace(pattern, (_, and: string) => `${and} ${hour}`);
  for (const [pattern, minutes] of PARTS_OF_HOUR) text = text.replace(pattern, minutes);
  return text;
}

/** A part of the day that makes an hour on the dial an hour of the day. */
export type DayPart = "morning" | "noon" | "evening" | "night";

/** The words for parts of the day, spelt as `normalise` leaves them. */
export const DAY_PARTS: ReadonlyMap<string, DayPart> = new Map([
  ...["ص", "صباحا", "الصبح", "صبحا", "فجرا", "الفجر", "am"].map((word) => [word, "morning"] as const),
  ...["ظهرا", "الظهر"].map((word) => [word, "noon"] as const),
  ...["م", "مساء", "المساء", "المسا", "عصرا", "العصر", "pm"].map((word) => [word, "evening"] as const),
  ...["ليلا", "الليل", "بالليل"].map((word) => [word, "night"] as const),
]);

/** The hour of the day for an hour on the dial, 1 to 12; undefined where nobody says so («7 ظهرًا»). */
export function hourOfDay(hour: number, part: DayPart): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  if (part === "morning") return hour % 12;
  if (part === "evening") return (hour % 12) + 12;
  if (part === "noon") return hour >= 11 ? hour : hour <= 3 ? hour + 12 : undefined;
  return hour === 12 ? 0 : hour <= 5 ? hour : hour + 12;
}
