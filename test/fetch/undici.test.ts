import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { loadUndici } from "../../src/fetch/undici.ts";

test("the files of undici that are loaded hold what its entry gives, in the version that is installed", () => {
  const load = createRequire(import.meta.url);
  const parts = loadUndici();
  const { request } = parts.Agent.prototype;
  const entry = load("undici");
  expect(parts.Agent).toBe(entry.Agent);
  expect(parts.buildConnector).toBe(entry.buildConnector);
  expect(request).toBe(entry.Agent.prototype.request);
});
