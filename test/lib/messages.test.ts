import { expect, test } from "vitest";
import { createTranslate } from "../../src/lib/messages.ts";

const SOURCE = `
hello = مرحبًا
named = أهلًا { $name }، كيف الحال؟
when = الموعد: { $time }
stories =
    { $count ->
        [zero] لا أخبار
        [one] خبر واحد
        [two] خبران
        [few] { $count } أخبار
        [many] { $count } خبرًا
       *[other] { $count } خبر
    }
`;
const t = createTranslate("ar", SOURCE);

test.each([
  { count: 0, text: "لا أخبار" },
  { count: 1, text: "خبر واحد" },
  { count: 2, text: "خبران" },
  { count: 3, text: "3 أخبار" },
  { count: 11, text: "11 خبرًا" },
  { count: 100, text: "100 خبر" },
  { count: 103, text: "103 أخبار" },
  { count: 1234, text: "1,234 خبرًا" },
])("Arabic counts $count in its form, with 0–9", ({ count, text }) => expect(t("stories", { count })).toBe(text));

test("a foreign name stands between isolates; what reads in the same direction does not", () => {
  expect(t("named", { name: "Reuters" })).toBe("أهلًا \u2068Reuters\u2069، كيف الحال؟");
  expect(t("named", { name: "سلمى" })).toBe("أهلًا سلمى، كيف الحال؟");
  expect(t("when", { time: "20:00" })).toBe("الموعد: 20:00");
  // Behind Arabic letters the numbers beside a sign change sides (UAX #9, W2 and W4).
  expect(t("when", { time: "127-0-0-1" })).toBe("الموعد: \u2068127-0-0-1\u2069");
  expect(t("when", { time: "+03:00" })).toBe("الموعد: \u2068+03:00\u2069");
  const en = createTranslate("en", "named = Hello { $name }!");
  expect(en("named", { name: "سلمى" })).toBe("Hello \u2068سلمى\u2069!");
  expect(en("named", { name: "Reuters" })).toBe("Hello Reuters!");
});

test.each([
  ["اكتب: /times 08:00 20:00", "اكتب: \u2066/times 08:00 20:00\u2069"],
  ["/search — البحث: /search أسعار النفط", "\u2066/search\u2069 — البحث: \u2066/search\u2069 أسعار النفط"],
  ["اكتب /pause 3 أيام، أو /pause 2027-01-31", "اكتب \u2066/pause\u2069 3 أيام، أو \u2066/pause 2027-01-31\u2069"],
  ["اكتب /subscribe، وللجميع /latest متى شاؤوا", "اكتب \u2066/subscribe\u2069، وللجميع \u2066/latest\u2069 متى شاؤوا"],
  ["أضف: /addsource https://example.com", "أضف: \u2066/addsource https://example.com\u2069"],
  ["أوله https://", "أوله \u2066https://\u2069"],
  ["مثل Africa/Cairo، أو (robots.txt)", "مثل Africa/Cairo، أو (robots.txt)"],
])("what is typed as it stands keeps its own direction: %s", (written, shown) => {
  expect(createTranslate("ar", `usage = ${written}`)("usage")).toBe(shown);
  expect(createTranslate("en", "usage = Write /times 08:00 or https://a.co")("usage")).not.toMatch(/[\u2066-\u2069]/);
});

test("isolates within an argument cannot end ours", () => {
  expect(t("named", { name: "\u2069Reuters\u2068" })).toBe("أهلًا \u2068Reuters\u2069، كيف الحال؟");
});

test("a key or placeholder that is not there throws, and so does source that does not parse", () => {
  expect(() => t("nobody")).toThrow(/ar.*nobody/);
  expect(() => t("named")).toThrow(/named/);
  expect(() => createTranslate("ar", "broken = { $x")).toThrow(SyntaxError);
  expect(() => createTranslate("ar", "one = ١\nلا مفتاح")).toThrow(SyntaxError);
  expect(() => createTranslate("ar", "one = a\none = b")).toThrow(SyntaxError);
});
