import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DAY_MS,
  HOUR_MS,
  instantAt,
  isTimeZone,
  MINUTE_MS,
  offsetIso,
  wallClock,
  zoneName,
} from "../../src/lib/time.ts";

const at = (iso: string) => Date.parse(iso);
const WEEKDAYS = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const printers = new Map<string, Intl.DateTimeFormat>();

/** The wall clock by another way than the code's: the parts that Intl prints, as `2027-04-30 01:00:00 Fri`. */
function printed(instant: number, timeZone: string): string {
  const printer =
    printers.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      weekday: "short",
    });
  printers.set(timeZone, printer);
  const part = Object.fromEntries(printer.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part["year"]}-${part["month"]}-${part["day"]} ${part["hour"]}:${part["minute"]}:${part["second"]} ${part["weekday"]}`;
}

const two = (value: number) => String(value).padStart(2, "0");

test.each([
  ["UTC", true],
  ["Africa/Cairo", true],
  ["africa/cairo", true],
  ["Etc/GMT+3", true],
  ["+03:00", false],
  ["GMT+3", false],
  ["Mars/Olympus", false],
  ["Africa/Cairo ", false],
  ["القاهرة", false],
  ["", false],
])("«%s» is a zone by name: %s", (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

test.each([
  ["aFRICA/cAIRO", "Africa/Cairo"],
  ["egypt", "Africa/Cairo"],
  ["utc", "UTC"],
  ["etc/utc", "UTC"],
  ["nowhere", undefined],
])("the zone that is typed as «%s» is written %s", (typed, name) => {
  expect(zoneName(typed)).toBe(name);
});

const zones = fc.constantFrom(
  "Africa/Cairo",
  "Asia/Beirut",
  "Africa/Casablanca",
  "Asia/Hebron",
  "Asia/Riyadh",
  "Asia/Tehran",
  "Asia/Kathmandu",
  "America/New_York",
  "Australia/Lord_Howe", // half an hour of summer time
  "Pacific/Apia", // left out a whole day in 2011
  "UTC",
);

test("the wall clock is the one that Intl prints", () => {
  const instants = fc.integer({ min: at("2001-01-01T00:00:00Z"), max: at("2037-12-31T00:00:00Z") });
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const { year, month, day, hour, minute, second, weekday } = wallClock(instant, zone);
      const shown = `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)} ${WEEKDAYS[weekday]}`;
      expect(shown).toBe(printed(instant, zone));
    }),
    { numRuns: 400 },
  );
});

test("an unknown zone is an error, not UTC", () => {
  expect(() => wallClock(0, "Mars/Olympus")).toThrow(RangeError);
});

test.each([
  { zone: "Asia/Riyadh", date: "2026-11-23", time: "08:00", instant: "2026-11-23T05:00:00Z", why: "an ordinary day" },
  {
    zone: "Africa/Cairo",
    date: "2027-04-30",
    time: "00:00",
    instant: "2027-04-29T22:00:00Z",
    why: "midnight is skipped",
  },
  { zone: "Africa/Cairo", date: "2027-04-30", time: "00:59", instant: "2027-04-29T22:00:00Z", why: "so is 00:59" },
  { zone: "Africa/Cairo", date: "2027-04-30", time: "01:00", instant: "2027-04-29T22:00:00Z", why: "after the gap" },
  { zone: "Africa/Cairo", date: "2027-10-28", time: "23:30", instant: "2027-10-28T20:30:00Z", why: "the first of two" },
  {
    zone: "Africa/Cairo",
    date: "2027-10-29",
    time: "00:00",
    instant: "2027-10-28T22:00:00Z",
    why: "after the overlap",
  },
  { zone: "Asia/Beirut", date: "2027-03-28", time: "00:30", instant: "2027-03-27T22:00:00Z", why: "skipped" },
  {
    zone: "Australia/Lord_Howe",
    date: "2026-10-04",
    time: "02:15",
    instant: "2026-10-03T15:30:00Z",
    why: "a gap of half an hour",
  },
  {
    zone: "Pacific/Apia",
    date: "2011-12-30",
    time: "12:00",
    instant: "2011-12-30T10:00:00Z",
    why: "a day that never was",
  },
  { zone: "UTC", date: "2028-02-29", time: "23:59", instant: "2028-02-29T23:59:00Z", why: "a leap day" },
])("$time on $date in $zone: $why", ({ zone, date, time, instant }) => {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  expect(new Date(instantAt({ year, month, day }, time, zone)).toISOString()).toBe(new Date(instant).toISOString());
});

/** Days around which clocks change somewhere, and any day. */
const days = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("2027-04-30", "2027-10-29", "2027-03-28", "2026-10-31", "2027-02-07", "2026-10-04", "2011-12-30"),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([day, shift]) => at(`${day}T00:00:00Z`) + shift * DAY_MS),
  fc.integer({ min: 12_000, max: 24_000 }).map((day) => day * DAY_MS),
);

test("an instant shows its wall time, for the first time; a time that is skipped gives the end of the gap", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 1439 }), zones, (dayAt, minutes, zone) => {
      const date = new Date(dayAt);
      const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
      const wanted = `${date.toISOString().slice(0, 10)} ${time}`;
      const found = instantAt(
        { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
        time,
        zone,
      );
      const wallAt = (instant: number) => printed(instant, zone).slice(0, 16);
      if (wallAt(found) === wanted) {
        for (let back = MINUTE_MS; back <= 3 * HOUR_MS; back += 15 * MINUTE_MS)
          expect(wallAt(found - back) < wanted, `${wanted} in ${zone} came before`).toBe(true);
      } else {
        expect(wallAt(found) > wanted && wallAt(found - MINUTE_MS) < wanted, `${wanted} in ${zone}`).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test.each([
  ["Asia/Riyadh", "2026-11-23T00:00:00Z", "+03:00"],
  ["Africa/Cairo", "2026-07-01T00:00:00Z", "+03:00"],
  ["Africa/Cairo", "2026-12-01T00:00:00Z", "+02:00"],
  ["America/St_Johns", "2026-12-01T00:00:00Z", "-03:30"],
  ["Asia/Kathmandu", "2026-12-01T00:00:00Z", "+05:45"],
  ["UTC", "2026-12-01T00:00:00Z", "+00:00"],
])("the offset of %s at %s is %s", (zone, instant, offset) => {
  expect(offsetIso(at(instant), zone)).toBe(offset);
});
