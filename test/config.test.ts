import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig, VARIABLES } from "../src/config.ts";

const EXAMPLE = readFileSync(join(import.meta.dirname, "../.env.example"), "utf8");
const README = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
const exampleLines = [...EXAMPLE.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(
  (match) => [match[1], match[2]] as [string, string],
);

/** The message of the error that these settings stop the start with. */
function faultsOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

test(".env.example names exactly the variables of the schema, and the README explains each", () => {
  expect(exampleLines.map(([name]) => name)).toEqual(VARIABLES);
  expect(VARIABLES.filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
});

test(".env.example shows the real defaults", () => {
  expect(loadConfig(Object.fromEntries(exampleLines))).toEqual(loadConfig({}));
});

test("an empty environment is the demo with its defaults", () => {
  const config = loadConfig({});
  expect(config.BOT_TOKEN).toBeUndefined();
  expect(config.DIGEST_AT).toEqual(["08:00", "20:00"]);
  expect(config.ROLES).toEqual(["bot", "collect", "deliver"]);
  expect(config.ADMIN_IDS).toEqual([]);
});

test("all faults are told at once, one line each, without any value", () => {
  const wrong = {
    BOT_TOKEN: "secret-token",
    ADMIN_IDS: "me, 5",
    STORE_URL: "mysql://root:hunter2@db/x",
    TIME_ZONE: "+03:00",
    DIGEST_AT: "25:00",
    STARTER_SOURCES: "no-such-outlet",
    COLLECT_CRON: "0 8 31 2 * * *",
    RETENTION_DAYS: "0",
    MESSAGES_PER_SECOND: "1e99",
    HTTP_PORT: "eighty",
    ROLES: "cook",
    FETCH_ALLOW_PRIVATE: "10.0.0.1",
  };
  const message = faultsOf(wrong);
  const lines = message.split("\n").slice(1);
  expect(lines.map((line) => line.trim().split(":")[0]).sort()).toEqual(Object.keys(wrong).sort());
  for (const value of Object.values(wrong).filter((text) => text.length > 4)) expect(message).not.toContain(value);
});

test.each([
  { name: "BOT_TOKEN", value: " 123456:ABC-def_ghijk\r", expected: "123456:ABC-def_ghijk" },
  { name: "BOT_API_ROOT", value: "http://127.0.0.1:8081/", expected: "http://127.0.0.1:8081" },
  { name: "ADMIN_IDS", value: "5, 7", expected: [5, 7] },
  { name: "TIME_ZONE", value: "UTC", expected: "UTC" },
  { name: "DIGEST_AT", value: "20:00,7:30", expected: ["07:30", "20:00"] },
  { name: "COLLECT_CRON", value: "*/10 * * * * *", expected: "*/10 * * * * *" },
  { name: "CANARY_CHAT", value: "-100123", expected: -100123 },
  { name: "STORE_URL", value: "sqlite:///var/x.sqlite", expected: "sqlite:///var/x.sqlite" },
  { name: "RETENTION_DAYS", value: "36500", expected: 36_500 },
  { name: "FETCH_ALLOW_PRIVATE", value: "127.0.0.1:8080,rsshub:1200", expected: ["127.0.0.1:8080", "rsshub:1200"] },
])("$name=$value is understood", ({ name, value, expected }) => {
  expect(loadConfig({ [name]: value })).toMatchObject({ [name]: expected });
});

test("production without a token starts no demo", () => {
  expect(faultsOf({ NODE_ENV: "production" })).toContain("BOT_TOKEN");
  expect(faultsOf({ NODE_ENV: "production", BOT_TOKEN: "123456:ABC-def_ghijk" })).toBe("");
});
