import fc from "fast-check";
import { expect, test } from "vitest";
import { parseStamp } from "../../src/extract/stamp.ts";

const now = Date.parse("2026-11-23T03:00:00+03:00");
const options = { timeZone: "Asia/Riyadh", now };

test.each([
  ["2020-12-01T02:00:00+0300", "2020-12-01T02:00:00+03:00"],
  ["2020-12-01T02:00:00Z", "2020-12-01T02:00:00+00:00"],
  ["2020-08-24", "2020-08-24"],
  ["Tue, 24 Mar 2020 10:11:12 GMT", "2020-03-24T10:11:12+00:00"],
  ["الأربعاء، 07 أكتوبر 2020 - 12:09 م", "2020-10-07T12:09:00+03:00"],
  ["الإثنين، 24 أغسطس 2020 09:23 ص", "2020-08-24T09:23:00+03:00"],
  ["24 نيسان / أبريل 2020", "2020-04-24"],
  ["28 آب/اغسطس 2013", "2013-08-28"],
  ["3 يناير/ كانون الثاني 2024", "2024-01-03"],
  ["8 فيفري 2020", "2020-02-08"],
  ["٠٢:٠٠ الثلاثاء ١ / ١٢ / ٢٠٢٠", "2020-12-01T02:00:00+03:00"],
  ["٨ ذو الحجة ١٤٤١ هـ ٢٩ يوليو ٢٠٢٠ ٠٦:٣٠ م بتوقيت غرينتش", "2020-07-29T18:30:00+00:00"],
  ["الأربعاء 22/01/1437 هـ", "2015-11-04"],
  ["1 رمضان 1445", "2024-03-11"],
  ["منذ ٣ ساعات", "2026-11-23T00:00:00+03:00"],
  ["منذ ساعتين", "2026-11-23T01:00:00+03:00"],
  ["قبل 5 دقائق", "2026-11-23T02:55:00+03:00"],
  ["أمس 10:30", "2026-11-22T10:30:00+03:00"],
  ["1600000000", "2020-09-13T12:26:40+00:00"],
])("«%s» is %s", (text, iso) => {
  expect(parseStamp(text, options)?.iso).toBe(iso);
});

test.each([
  "",
  "خبر عاجل",
  "31/02/2020",
  "2020-13-01",
  "1970-01-01T00:00:00Z",
  "2030-01-01",
  "12",
  "غدا",
  "ا".repeat(1000),
])("«%s» is no time of publication", (text) => {
  expect(parseStamp(text, options)).toBeUndefined();
});

test("whatever stands there, it is a time between 1990 and tomorrow, or none", () => {
  const piece = fc.constantFrom(
    ..."0123456789/-: ".split(""),
    "يناير",
    "منذ",
    "ساعات",
    "٢٠٢٠",
    "م",
    "هـ",
    "T",
    "Z",
    "أمس",
    "1437",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const stamp = parseStamp(pieces.join(""), options);
      if (stamp === undefined) return;
      expect(stamp.at).toBeGreaterThanOrEqual(Date.UTC(1990, 0, 1));
      expect(stamp.at).toBeLessThanOrEqual(now + 86_400_000);
      expect(stamp.iso).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$/);
    }),
  );
});
