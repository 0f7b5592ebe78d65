/** Both sample outlets print their times in this zone. */
export const NEWS_TIME_ZONE = "Asia/Riyadh";

const GREGORIAN = "ar-u-ca-gregory-nu-latn";

/** «الاثنين 23 نوفمبر 2026». */
export function renderDay(at: number): string {
  return new Intl.DateTimeFormat(GREGORIAN, {
    timeZone: NEWS_TIME_ZONE,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(at);
}

const LEVANT_MONTHS =
  "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(",");

/** «الاثنين ٢٣ تشرين الثاني / نوفمبر ٢٠٢٦ - ٠٧:٠٥ م», as papers of the Levant print it. */
export function renderLevantTime(at: number): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("ar-u-ca-gregory-nu-arab", {
      timeZone: NEWS_TIME_ZONE,
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hour12: true,
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const month = Number(new Intl.DateTimeFormat("en", { timeZone: NEWS_TIME_ZONE, month: "numeric" }).format(at));
  const { weekday, day, month: name, year, hour, minute, dayPeriod } = parts;
  return `${weekday} ${day} ${LEVANT_MONTHS[month - 1]} / ${name} ${year} - ${hour}:${minute} ${dayPeriod}`;
}

/** `2026-11-23T22:15:00+03:00` in the outlets' zone. */
export function renderIsoTime(at: number): string {
  const local = new Intl.DateTimeFormat("sv-SE", {
    timeZone: NEWS_TIME_ZONE,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  return `${local.replace(" ", "T")}+03:00`;
}
