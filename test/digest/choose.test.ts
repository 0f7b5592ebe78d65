import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTimes, parseTimeZone } from "../../src/digest/choose.ts";
import { isTimeZone } from "../../src/lib/time.ts";

test.each([
  ["08:00 20:00", ["08:00", "20:00"]],
  ["20:00,8:00", ["08:00", "20:00"]],
  ["٨:٠٠ و ٢٠:٠٠", ["08:00", "20:00"]],
  ["٠٨:٣٠، ٢٠:٣٠", ["08:30", "20:30"]],
  ["8 ص 8 م", ["08:00", "20:00"]],
  ["8 مساءً", ["20:00"]],
  ["12 ص", ["00:00"]],
  ["12 ظهرًا", ["12:00"]],
  ["7am 7pm", ["07:00", "19:00"]],
  ["8", ["08:00"]],
  ["08:00 08:00", ["08:00"]],
  ["25:00", undefined],
  ["8:60", undefined],
  ["13 م", undefined],
  ["غدًا", undefined],
  ["", undefined],
  ["1 2 3 4 5 6 7", undefined],
])("the hours «%s» are %j", (text, times) => {
  expect(parseTimes(text)).toEqual(times);
});

test("whatever is typed gives sorted hours or nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789:٠١٢٨ صمو،,.ab"), maxLength: 20 }), (text) => {
      const times = parseTimes(text);
      if (times === undefined) return;
      expect(times.length).toBeGreaterThan(0);
      expect(times.length).toBeLessThanOrEqual(6);
      expect(times).toEqual([...new Set(times)].sort());
      for (const time of times) expect(time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
    }),
  );
});

test.each([
  ["Africa/Cairo", "Africa/Cairo"],
  ["africa/cairo", "Africa/Cairo"],
  ["america/new york", "America/New_York"],
  ["UTC", "UTC"],
  ["القاهرة", "Africa/Cairo"],
  ["القاهره", "Africa/Cairo"],
  ["الرياض", "Asia/Riyadh"],
  ["رياض", "Asia/Riyadh"],
  ["الدار البيضاء", "Africa/Casablanca"],
  ["أبو ظبي", "Asia/Dubai"],
  ["ابوظبي", "Asia/Dubai"],
  ["London", "Europe/London"],
  ["new york", "America/New_York"],
  ["غزة", "Asia/Gaza"],
  ["+03:00", undefined],
  ["Mars/Olympus", undefined],
  ["لا مكان", undefined],
  ["", undefined],
])("the zone «%s» is %s", (text, zone) => {
  expect(parseTimeZone(text)).toBe(zone);
});

test("every zone that a city has is one", () => {
  for (const city of ["جدة", "دبي", "عمان", "مسقط", "طرابلس", "العيون", "موروني", "كييف", "شيكاغو", "غرينتش"]) {
    const zone = parseTimeZone(city);
    expect(zone && isTimeZone(zone), city).toBe(true);
  }
});
