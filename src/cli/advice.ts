/** What to do about an address that gave no news, to stand behind the reason, which scripts read. Loaded where something failed. */
export async function adviceOn(failure: string): Promise<string> {
  const { loadTranslations } = await import("../locales.ts");
  return `. ${loadTranslations("en")("en")(`failure-${failure}`)}`;
}
