import { expect, test } from "vitest";
import { parseTimeZone } from "../../src/digest/choose.ts";
import { isTimeZone } from "../../src/lib/time.ts";
import { encodePress } from "../../src/telegram/callback-codec.ts";
import { REGIONS, zoneName } from "../../src/telegram/regions.ts";
import { ar, en, startBed } from "./bed.ts";

const cities = REGIONS.flatMap(({ cities }) => cities.map(([key, zone]) => ({ key, zone })));

test("no city, zone or region is there twice", () => {
  expect(new Set(cities.map(({ key }) => key)).size).toBe(cities.length);
  expect(new Set(cities.map(({ zone }) => zone)).size).toBe(cities.length);
  expect(new Set(REGIONS.map(({ key }) => key)).size).toBe(REGIONS.length);
});

test.each(cities)(
  "$key has a real zone, fits a button, and its names are understood when they are typed",
  ({ key, zone }) => {
    expect(isTimeZone(zone)).toBe(true);
    expect(encodePress("zone", zone)).toContain(zone);
    const offset = (name: string | undefined) =>
      name === undefined
        ? "unknown"
        : [0, 6].map(
            (month) =>
              new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" })
                .formatToParts(Date.UTC(2026, month, 15))
                .find(({ type }) => type === "timeZoneName")?.value,
          );
    for (const t of [ar, en]) expect(offset(parseTimeZone(t(`city-${key}`))), t(`city-${key}`)).toEqual(offset(zone));
  },
);

test("a zone is named by its city where it has one, else by its own name", async () => {
  expect(zoneName(ar, "Asia/Riyadh")).toBe("الرياض");
  expect(zoneName(en, "Asia/Riyadh")).toBe("Riyadh");
  expect(zoneName(ar, "Pacific/Auckland")).toBe("Pacific/Auckland");
  const bed = await startBed();
  expect((await bed.say("/subscribe"))[0]).toContain("بتوقيت الرياض.");
  expect((await bed.say("/timezone pacific/auckland"))[0]).toContain("التوقيت: \u2068Pacific/Auckland\u2069");
  expect((await bed.say("/settings"))[0]).toContain("بتوقيت \u2068Pacific/Auckland\u2069.");
});
