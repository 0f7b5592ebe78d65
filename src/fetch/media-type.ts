const READABLE =
  /^(?:text\/(?:html|xml|plain|json|rss|x-rss|atom|[\w.-]+\+xml)|application\/(?:xml|json|rss|rdf|atom|x-rss|xhtml|[\w.-]+\+(?:xml|json)))$/;

/** The media type of a `Content-Type` header: lower case, without parameters; `""` if there is none. */
export function mediaType(contentType: string): string {
  return contentType.split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? "";
}

/** Files are sent under these types, sitemaps among them (https://www.sitemaps.org/protocol.html: they may be compressed). */
const ZIPPED = /^(?:application\/(?:gzip|x-gzip|gzip-compressed|octet-stream)|binary\/octet-stream)$/;

/**
 * Whether an answer of this media type can be a page, a feed or a sitemap: HTML, XML, JSON, plain text, or untold; and a file that is
 * compressed by its type and its name.
 */
export function isReadable(type: string, path: string): boolean {
  return type === "" || READABLE.test(type) || (ZIPPED.test(type) && /\.gz$/i.test(path));
}

/** Whether a body begins as markup or JSON does: the judge of an answer that does not tell its type. */
export function looksReadable(text: string): boolean {
  return /^\s*[<{[]/.test(text);
}
