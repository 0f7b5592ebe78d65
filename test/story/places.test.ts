import { expect, test } from "vitest";
import { tokens } from "../../src/lib/arabic/tokens.ts";
import { placesIn } from "../../src/story/places.ts";

const places = (text: string) => placesIn(tokens(text));
const countries = (text: string) => places(text).countries;

test.each([
  ["القاهرة", "مصر", "a capital"],
  ["المصريين", "مصر", "a people"],
  ["والمصرية", "مصر", "a people with a conjunction"],
  ["بالإسكندرية", "مصر", "a city with a preposition"],
  ["للسودان", "السودان", "an article swallowed by a preposition"],
  ["بتونس", "تونس", "a name with a preposition"],
  ["أميركية", "الولايات المتحدة", "another spelling"],
  ["موسكو", "روسيا", "a capital abroad"],
  ["الأتراك", "تركيا", "a broken plural"],
  ["الكوريين الشماليين", "كوريا الشمالية", "a people of two words"],
  ["بيونغ يانغ", "كوريا الشمالية", "a capital of two words"],
])("%s and %s are one country: %s", (name, country) => {
  expect(countries(name)).toHaveLength(1);
  expect(countries(name)).toEqual(countries(country));
});

test.each([
  "السعودية قطر",
  "السودان جنوب_السودان",
  "كوريا_الشمالية كوريا_الجنوبية",
  "غينيا غينيا_الاستوائية",
  "النيجر نيجيريا",
  "الكونغو كوبا",
])("%s are two countries", (pair) => {
  const [one = "", other = ""] = pair.split(" ").map((name) => name.replaceAll("_", " "));
  expect(countries(one)).not.toEqual(countries(other));
});

test("common words that are also names of places mean the place only after a word for one", () => {
  expect(places("صور من الحفل").cities).toEqual([]);
  expect(places("مدينة صور").cities).toHaveLength(1);
  expect(places("نشر الخبر أمس").cities).toEqual([]);
  expect(places("سيول جارفة وأمطار").countries).toEqual([]);
});

test("a capital is a place only where something happens in it", () => {
  expect(places("دمشق تنفي الأنباء").cities).toEqual([]);
  expect(places("انفجار في دمشق").cities).toHaveLength(1);
  expect(places("حريق بمطار بغداد").cities).toHaveLength(1);
  expect(places("عداء يفوز بماراثون لندن").cities).toHaveLength(1);
  expect(places("افتتاح مهرجان القاهرة").cities).toHaveLength(1);
});

test("a name that two countries share stands for either", () => {
  expect(countries("عمان")).toEqual(expect.arrayContaining([...countries("مسقط"), ...countries("الأردن")]));
});

test("money is no country: the people of Mali are not told from «المالي»", () => {
  expect(countries("أقر مجلس الوزراء التقرير المالي للشركة المالية")).toEqual([]);
  expect(countries("انقلاب في مالي")).toHaveLength(1);
});
