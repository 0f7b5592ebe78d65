import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTimes, parseTimeZone } from "../../src/digest/choose.ts";
import { cityKey, PLACES } from "../../src/digest/city-zones.ts";
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
  ["8 صباحًا و8 مساءً", ["08:00", "20:00"]],
  ["الساعة 8", ["08:00"]],
  ["الثامنة صباحًا والثامنة مساءً", ["08:00", "20:00"]],
  ["السابعة والنصف صباحًا", ["07:30"]],
  ["الثانية عشرة ظهرًا", ["12:00"]],
  ["الثانية ظهرًا والحادية عشرة ليلًا", ["14:00", "23:00"]],
  ["9 الصبح و9 بالليل", ["09:00", "21:00"]],
  ["5 عصرًا", ["17:00"]],
  ["12 ليلًا", ["00:00"]],
  ["2 ليلًا", ["02:00"]],
  ["منتصف الليل", ["00:00"]],
  ["8 a.m., 8 p.m.", ["08:00", "20:00"]],
  ["08:00 - 20:00", ["08:00", "20:00"]],
  ["8.30", ["08:30"]],
  ["0830", ["08:30"]],
  ["24:00", ["00:00"]],
  ["08:00\n20:00", ["08:00", "20:00"]],
  ["7 ظهرًا", undefined],
  ["123", undefined],
  ["24:30", undefined],
  ["الظهر", undefined],
  ["8 مارس", undefined],
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
  ["توقيت القاهرة", "Africa/Cairo"],
  ["القاهرة، مصر", "Africa/Cairo"],
  ["Cairo, Egypt", "Africa/Cairo"],
  ["دولة الكويت", "Asia/Kuwait"],
  ["الجزاير", "Africa/Algiers"],
  ["malmö", "Europe/Stockholm"],
  ["عمان", "Asia/Amman"],
  ["عَمّان", "Asia/Amman"],
  ["عُمان", "Asia/Muscat"],
  ["سلطنة عُمان", "Asia/Muscat"],
  ["سلطنة عمان", "Asia/Muscat"],
  ["Iceland", "Atlantic/Reykjavik"],
  ["EST", undefined],
  ["كندا", undefined],
  ["+03:00", undefined],
  ["Mars/Olympus", undefined],
  ["لا مكان", undefined],
  ["", undefined],
])("the zone «%s» is %s", (text, zone) => {
  expect(parseTimeZone(text)).toBe(zone);
});

test("every place has a zone that Intl takes, and no place has two", () => {
  const zoneOf = new Map<string, string>();
  for (const [zone, names] of Object.entries(PLACES)) {
    expect(isTimeZone(zone), zone).toBe(true);
    for (const name of names.split(", ")) {
      expect(zoneOf.get(cityKey(name)) ?? zone, name).toBe(zone);
      zoneOf.set(cityKey(name), zone);
      expect(parseTimeZone(name), name).toBe(zone);
    }
  }
  expect(zoneOf.size).toBeGreaterThan(300);
});

test("every capital of an Arab country is known in both languages", () => {
  const capitals: Record<string, string> = {
    "Asia/Riyadh": "الرياض Riyadh",
    "Africa/Cairo": "القاهرة Cairo",
    "Asia/Dubai": "أبوظبي Abu_Dhabi",
    "Asia/Qatar": "الدوحة Doha",
    "Asia/Kuwait": "الكويت Kuwait",
    "Asia/Bahrain": "المنامة Manama",
    "Asia/Muscat": "مسقط Muscat",
    "Asia/Aden": "صنعاء Sanaa",
    "Asia/Baghdad": "بغداد Baghdad",
    "Asia/Amman": "عمان Amman",
    "Asia/Damascus": "دمشق Damascus",
    "Asia/Beirut": "بيروت Beirut",
    "Asia/Hebron": "القدس Jerusalem",
    "Africa/Khartoum": "الخرطوم Khartoum",
    "Africa/Tripoli": "طرابلس Tripoli",
    "Africa/Tunis": "تونس Tunis",
    "Africa/Algiers": "الجزائر Algiers",
    "Africa/Casablanca": "الرباط Rabat",
    "Africa/Nouakchott": "نواكشوط Nouakchott",
    "Africa/Mogadishu": "مقديشو Mogadishu",
    "Africa/Djibouti": "جيبوتي Djibouti",
    "Indian/Comoro": "موروني Moroni",
  };
  expect(Object.keys(capitals)).toHaveLength(22);
  for (const [zone, names] of Object.entries(capitals))
    for (const name of names.split(" ")) expect(parseTimeZone(name.replace("_", " ")), name).toBe(zone);
});

test("whatever is typed gives a zone that Intl takes, or nothing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."الرياضمكةعُن/ ABCeu،,(") })), (text) => {
      const zone = parseTimeZone(text);
      expect(zone === undefined || isTimeZone(zone)).toBe(true);
    }),
  );
});
