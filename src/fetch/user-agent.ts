/**
 * Who we say we are: name, version and where the site's owner finds us.
 *
 * Shape: one line of printable ASCII; robots.txt knows us by the word before the slash.
 * Source: https://www.rfc-editor.org/rfc/rfc9309#section-2.2.1
 */
export function userAgent(version: string, contact: string): string {
  const where = contact.replace(/[^\x21-\x7E]|[()\\]/g, "");
  return where === "" ? `Mujaz/${version} (Arabic news digests)` : `Mujaz/${version} (Arabic news digests; +${where})`;
}
