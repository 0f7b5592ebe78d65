const ENTRY_END = /<\/(item|entry)\s*>/gi;

/** Readings of broken XML that a parser may take, the mildest first. External entities are never declared, so none is ever fetched. */
export function repairXml(text: string): string[] {
  const start = text.search(/<(?:\?xml|rss|feed|rdf:RDF|channel)/i);
  if (start < 0) return [];
  const tidy = escapeAmpersands(withoutDoctype(text.slice(start)));
  const cut = closeCut(tidy);
  return cut === undefined ? [tidy] : [tidy, cut];
}

/** Control characters that XML forbids, and a doctype with its entity declarations, go. */
function withoutDoctype(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>/i, "");
}

/** `&` that begins no entity, outside of CDATA. */
function escapeAmpersands(text: string): string {
  return text
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos|nbsp|[a-z]{2,8});)/gi, "&amp;"),
    )
    .join("");
}

/** A feed that was cut off, ended after its last whole entry; undefined when it has none. */
function closeCut(text: string): string | undefined {
  let end = -1;
  let name = "";
  for (const match of text.matchAll(ENTRY_END)) {
    end = match.index + match[0].length;
    name = (match[1] as string).toLowerCase();
  }
  if (end < 0) return undefined;
  const head = text.slice(0, end);
  if (/<rdf:RDF/i.test(head)) return `${head}</rdf:RDF>`;
  if (name === "entry") return `${head}</feed>`;
  return /<rss/i.test(head)
    ? `${head}</channel></rss>`
    : `<rss version="2.0">${head.replace(/^<\?xml[^>]*>/, "")}</channel></rss>`;
}
