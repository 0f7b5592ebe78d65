const READABLE =
  /^(?:text\/(?:html|xml|plain|json|rss|x-rss|atom|[\w.-]+\+xml)|application\/(?:xml|json|rss|rdf|atom|x-rss|xhtml|[\w.-]+\+(?:xml|json)))$/;

/** The media type of a `Content-Type` header: lower case, without parameters; `""` if there is none. */
export function mediaType(contentType: string): string {
  return contentType.split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? "";
}

/** Whether an answer of this media type can be a page, a feed or a sitemap: HTML, XML, JSON, plain text, or untold. */
export function isReadable(type: string): boolean {
  return type === "" || READABLE.test(type);
}

/** Whether a body begins as markup or JSON does: the judge of an answer that does not tell its type. */
export function looksReadable(text: string): boolean {
  return /^\s*[<{[]/.test(text);
}
