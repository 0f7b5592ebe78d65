import type { Source } from "../source/source.ts";

/** The outlet's name in the reader's language; the id where the source is gone. */
export function sourceName(source: Source | undefined, id: string, locale: string): string {
  if (source === undefined) return id;
  return (locale.startsWith("ar") ? source.nameAr : source.nameEn) || source.name;
}
