import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createTranslate, type Translate } from "./lib/messages.ts";
import type { Translations } from "./ports.ts";

const FOLDER = join(import.meta.dirname, "../locales");

/** Reads all of `locales/`. A locale that is not there gets `fallback`, which must be. */
export function loadTranslations(fallback: string): Translations {
  const known = new Map<string, Translate>();
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".ftl"))) {
    const locale = basename(file, ".ftl");
    known.set(locale, createTranslate(locale, readFileSync(join(FOLDER, file), "utf8")));
  }
  return (locale) => (known.get(locale) ?? known.get(fallback)) as Translate;
}
