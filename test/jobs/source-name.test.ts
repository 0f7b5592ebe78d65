import { expect, test } from "vitest";
import { sourceName } from "../../src/jobs/source-name.ts";
import { source } from "../fakes/desks.ts";

test.each([
  { url: "https://www.manar.example/1", locale: "ar", known: true, name: "موقع manar" },
  { url: "https://www.manar.example/1", locale: "en", known: true, name: "Site manar" },
  { url: "https://www.manar.example/1", locale: "ar", known: false, name: "manar.example" },
  { url: "urn:mujaz:manar:1", locale: "ar", known: false, name: "manar" },
])("the outlet of $url is called $name (source there: $known)", ({ url, locale, known, name }) => {
  expect(sourceName(known ? source("manar") : undefined, { sourceId: "manar", url }, locale)).toBe(name);
});
