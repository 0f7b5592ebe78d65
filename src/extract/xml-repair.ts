/** The root of a feed or sitemap, or what is left of one; and comments before it, which may name it. */
const BEGINNING = /<!--|<(?:[\w.-]+:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|item|entry)(?=[\s>/])/gi;
/** The end of a document; scripts that a host adds come after it. */
const ENDINGS = ["</rss>", "</feed>", "</rdf:rdf>"];
/** What stands before a root in a page that only mentions it. */
const HTML = /<(?:html|body|head)[\s>]/i;
const LONGEST_ADDITION = 20_000;
/** Characters that XML may not have, and references to none: parsers make marks of replacement of these. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:0+|x0+|x0*d[89a-f][\da-f]{2});/gi;

/**
 * XML as a parser wants it: the root element alone, without forbidden characters. What stands before it goes (warnings of a
 * server, and any document type: no entity of the document's own is ever expanded, nothing outside it is ever named), and what
 * was added after it. Undefined when there is no root, or when it stands in an HTML page.
 */
export function tidyXml(text: string): string | undefined {
  const start = rootStart(text);
  if (start === undefined) return undefined;
  if (HTML.test(text.slice(0, start))) return undefined;
  const body = text.slice(start).replace(FORBIDDEN, "");
  const tail = body.slice(-LONGEST_ADDITION);
  const lower = tail.toLowerCase();
  const ends = ENDINGS.filter((ending) => lower.includes(ending)).map(
    (ending) => lower.lastIndexOf(ending) + ending.length,
  );
  return ends.length === 0 ? body : body.slice(0, body.length - tail.length + Math.max(...ends));
}

function rootStart(text: string): number | undefined {
  const mark = new RegExp(BEGINNING);
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    if (match[0] !== "<!--") return match.index;
    const end = text.indexOf("-->", mark.lastIndex);
    if (end < 0) return undefined;
    mark.lastIndex = end;
  }
  return undefined;
}

/** Elements of one kind, as they stand in a document. */
export interface XmlEntries {
  /** What comes before the first: the root with its namespaces, and what is said of the whole. */
  readonly head: string;
  /** Each with its tags, in order; only those that are closed. */
  readonly entries: readonly string[];
}

/**
 * Finds the closed elements of these names (any prefix), whatever else is broken around them; text in CDATA and comments is not
 * looked at. An element that is never closed before the next begins is left out. At most `maxCount`, linear in the text.
 */
export function xmlEntries(xml: string, names: readonly string[], maxCount: number): XmlEntries {
  const mark = new RegExp(`<!\\[CDATA\\[|<!--|<(/?)((?:[\\w.-]+:)?(?:${names.join("|")}))(?=[\\s>/])`, "gi");
  const entries: string[] = [];
  let open: { readonly at: number; readonly name: string } | undefined;
  let first = xml.length;
  for (let match = mark.exec(xml); match !== null && entries.length < maxCount; match = mark.exec(xml)) {
    const [token, slash, tag = ""] = match;
    if (token.startsWith("<!")) {
      const end = xml.indexOf(token === "<!--" ? "-->" : "]]>", mark.lastIndex);
      if (end < 0) break; // cut off within it
      mark.lastIndex = end;
      continue;
    }
    const name = tag.toLowerCase();
    if (slash === "") {
      first = Math.min(first, match.index);
      open = { at: match.index, name };
    } else if (open?.name === name) {
      entries.push(`${xml.slice(open.at, match.index)}</${xml.slice(match.index + 2, match.index + 2 + tag.length)}>`);
      open = undefined;
    }
  }
  return { head: xml.slice(0, first), entries };
}

/**
 * A whole document of these entries of a feed: the head's root element is closed after them.
 * A head without a root that feeds have is given one.
 */
export function feedOf(head: string, entries: readonly string[]): string {
  const body = entries.join("\n");
  const root = /<((?:[\w.-]+:)?(?:rss|feed|rdf))(?=[\s>])/i.exec(head)?.[1];
  const channel = /<((?:[\w.-]+:)?channel)(?=[\s>])(?![\s\S]*<\/(?:[\w.-]+:)?channel>)/i.exec(head)?.[1];
  const closed = `${head}${body}${channel === undefined ? "" : `</${channel}>`}`;
  if (root !== undefined) return `${closed}</${root}>`;
  if (/^\s*<(?:[\w.-]+:)?entry/i.test(body)) return `<feed xmlns="http://www.w3.org/2005/Atom">${body}</feed>`;
  return channel === undefined
    ? `<rss version="2.0"><channel>${body}</channel></rss>`
    : `<rss version="2.0">${closed.replace(/^\s*<\?xml[^>]*>/, "")}</rss>`;
}

/** What is between the tags of the first closed element of this name, without the marks of CDATA; `""` when there is none. */
export function innerXml(xml: string, name: string): string {
  const [element] = xmlEntries(xml, [name], 1).entries;
  if (element === undefined) return "";
  const inner = element.slice(element.indexOf(">") + 1, element.lastIndexOf("</"));
  return inner.replace(/<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/g, "$1");
}
