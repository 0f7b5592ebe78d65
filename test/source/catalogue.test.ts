import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CATALOGUE, starterSources } from "../../src/source/catalogue.ts";

const ENABLED = [
  "al-jazeera",
  "bbc-arabic",
  "sky-news-arabia",
  "france-24",
  "dw",
  "cnn-arabic",
  "asharq-al-awsat",
  "hespress",
];
const enabledIds = (setting: string) =>
  starterSources(setting)
    .filter((source) => source.enabled)
    .map((source) => source.id);

test("ids, names and addresses are each given once", () => {
  for (const field of ["id", "nameAr", "nameEn", "url", "homeUrl"] as const) {
    const values = CATALOGUE.map((source) => source[field]);
    expect(
      values.filter((value, index) => values.indexOf(value) !== index),
      field,
    ).toEqual([]);
  }
});

test("every outlet has a file of its own, named by its id", () => {
  const files = readdirSync(join(import.meta.dirname, "../../src/source/catalogue")).map((name) =>
    name.replace(/\.ts$/, ""),
  );
  expect(files.sort()).toEqual(CATALOGUE.map((source) => source.id).sort());
});

test.each(CATALOGUE)("$id is complete", (source) => {
  expect(source.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(source.nameAr).toMatch(/^[\u0621-\u064A0-9 ]+$/);
  expect(source.name).toBe(source.nameAr);
  expect(source.nameEn).toMatch(/^[\p{Script=Latin}0-9 -]+$/u);
  expect(source.country).toMatch(/^[A-Z]{2}$/);
  expect(Intl.supportedValuesOf("timeZone")).toContain(source.timeZone);
  expect(source.language).toBe("ar");
  expect(source.topics.length).toBeGreaterThan(0);
  expect(source.addedBy).toBe("catalogue");
  for (const address of [source.url, source.homeUrl]) {
    const { protocol, username, hash } = new URL(address);
    expect([protocol, username, hash]).toEqual(["https:", "", ""]);
  }
  expect([source.kind, source.everyMs]).toEqual(
    source.url === source.homeUrl ? ["listing", 1_800_000] : ["feed", 900_000],
  );
});

test("a country has one time zone", () => {
  const zones = new Map(CATALOGUE.map((source) => [source.country, source.timeZone]));
  for (const source of CATALOGUE) expect([source.id, source.timeZone]).toEqual([source.id, zones.get(source.country)]);
});

test("the default has the whole catalogue, and reads the eight that were seen to answer", () => {
  expect(starterSources("default")).toHaveLength(CATALOGUE.length);
  expect(enabledIds("default")).toEqual(ENABLED);
});

test("none is none", () => expect(starterSources(" none ")).toEqual([]));

test("ids switch on exactly these, and the rest stays at hand", () => {
  expect(enabledIds("hespress, kuna")).toEqual(["hespress", "kuna"]);
  expect(starterSources("hespress")).toHaveLength(CATALOGUE.length);
});

test.each([
  { setting: "hespress,nowhere", names: '"nowhere"' },
  { setting: "Hespress", names: '"Hespress"' },
  { setting: "", names: '""' },
  { setting: "default,hespress", names: '"default"' },
])("«$setting» is refused by name", ({ setting, names }) => {
  expect(() => starterSources(setting)).toThrow(RangeError);
  expect(() => starterSources(setting)).toThrow(names);
});
