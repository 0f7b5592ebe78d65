import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findEntities } from "../../src/demo/entity-finder.ts";
import { ar, en, translations } from "./bed.ts";

const source = readFileSync(join(import.meta.dirname, "../../locales/ar.ftl"), "utf8");
const keys = [...source.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] as string);
const commands = keys.filter((key) => key.startsWith("command-")).map((key) => key.slice("command-".length));

test.each(["ar", "en"])("Telegram's limits hold for what the bot says of itself (%s)", (locale) => {
  const t = translations(locale);
  expect([...t("bot-description")].length).toBeLessThanOrEqual(512);
  expect([...t("bot-short-description")].length).toBeLessThanOrEqual(120);
  for (const name of commands) expect([...t(`command-${name}`)].length, name).toBeLessThanOrEqual(256);
});

test.each(["ar", "en"])("the help names every command that is shown (%s)", (locale) => {
  const t = translations(locale);
  const help = `${t("help")}\n${t("help-operator")}`;
  expect(commands.length).toBeGreaterThan(15);
  const pressable = findEntities(help).map(({ offset, length }) => help.slice(offset, offset + length));
  expect(commands.filter((name) => name !== "help" && !pressable.includes(`/${name}`))).toEqual([]);
});

test("the Arabic words of the contract are in the help of both languages", () => {
  for (const words of ["آخر الأخبار", "موجز", "بحث …", "اشتراك", "إلغاء الاشتراك", "الإعدادات", "مساعدة"])
    for (const t of [ar, en]) expect(t("help")).toContain(words);
});

test("every toast fits into 200 characters", () => {
  const toasts = ["button-old", "failed", "chat-admins-only", "operators-only", "rights-unknown", "times-at-least-one"];
  for (const key of toasts) for (const t of [ar, en]) expect(t(key).length, key).toBeLessThanOrEqual(200);
});
