import { elementsNamed, type PageTree } from "./page-tree.ts";

/** What a page's own structured data say of its article (https://schema.org/NewsArticle). */
export interface LinkedArticle {
  readonly headline: string | undefined;
  readonly articleBody: string | undefined;
  readonly datePublished: string | undefined;
  readonly dateModified: string | undefined;
  readonly image: string | undefined;
  /** Persons, and whoever is not said to be anything else. */
  readonly authors: readonly string[];
  /** An organisation that is named as the author. */
  readonly organisation: string | undefined;
  readonly publisher: string | undefined;
  readonly section: string | undefined;
  readonly paywalled: boolean;
  readonly liveBlog: boolean;
}

/** What a page says that says nothing. */
export const NOTHING_LINKED: LinkedArticle = {
  headline: undefined,
  articleBody: undefined,
  datePublished: undefined,
  dateModified: undefined,
  image: undefined,
  authors: [],
  organisation: undefined,
  publisher: undefined,
  section: undefined,
  paywalled: false,
  liveBlog: false,
};

const LINKED_DATA = /^\s*application\/ld\+json\b/i;
const ARTICLE = /(?:Article|Posting|Report|ClaimReview|VideoObject|ImageGallery|WebPage)$/;
/** What shows a story more than it tells it, and names its parts by other words. */
const SHOW = /(?:VideoObject|ImageGallery)$/;
const MAX_NODES = 500;
const MAX_VALUES = 5000;
/** Of an article's authors so many are read. */
const MAX_AUTHORS = 20;

/**
 * The article of the page's JSON-LD; fields are undefined where it says nothing. A block that is no
 * JSON is read for its dates alone.
 */
export function readLinkedArticle(page: PageTree): LinkedArticle {
  const nodes: Record<string, unknown>[] = [];
  let broken = "";
  for (const script of elementsNamed(page, "script")) {
    const [content] = script.children;
    if (!LINKED_DATA.test(script.attribs["type"] ?? "") || content?.type !== "text") continue;
    const text = content.data.trim();
    const value = parseLenient(text);
    if (value === undefined) broken += text;
    else collect(value, nodes);
  }
  const ranked = nodes
    .filter((node) => typesOf(node).some((type) => ARTICLE.test(type)))
    .sort((a, b) => rank(a) - rank(b));
  const find = <T>(read: (node: Record<string, unknown>) => T | undefined) => {
    for (const node of ranked) {
      const found = read(node);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const inBroken = (name: string) => new RegExp(`"${name}"\\s*:\\s*"([^"]{4,60})"`).exec(broken)?.[1];
  return {
    headline: find((node) => text(node["headline"]) ?? ofShow(node, "name")),
    articleBody: find((node) => text(node["articleBody"]) ?? ofShow(node, "description")),
    datePublished:
      find((node) => text(node["datePublished"]) ?? ofShow(node, "uploadDate")) ?? inBroken("datePublished"),
    dateModified: find((node) => text(node["dateModified"])) ?? inBroken("dateModified"),
    image: find((node) => urlOf(node["image"]) ?? urlOf(node["thumbnailUrl"])),
    authors: find((node) => namesOf(node["author"], false)) ?? [],
    organisation: find((node) => namesOf(node["author"], true))?.[0],
    publisher: find((node) => namesOf(node["publisher"], true))?.[0],
    section: find((node) =>
      text(Array.isArray(node["articleSection"]) ? node["articleSection"][0] : node["articleSection"]),
    ),
    paywalled: ranked.some((node) => /^false$/i.test(String(node["isAccessibleForFree"] ?? ""))),
    liveBlog: nodes.some((node) => typesOf(node).includes("LiveBlogPosting")),
  };
}

/** JSON as pages have it: with comments around it, raw line breaks in texts, trailing commas. */
function parseLenient(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/<!\[CDATA\[)/s, "")
    .replace(/(?:-->|\/\/\]\]>)\s*;?\s*$/, "");
  for (const candidate of [
    bare,
    bare
      .replace(/[\u0000-\u001f]+/g, " ")
      .replace(/,\s*([}\]])/g, "$1")
      .replace(/;\s*$/, ""),
  ]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // the next, more lenient reading
    }
  }
  return undefined;
}

/** The objects of a value, outer before inner ones; a list of more than are looked at is cut. */
function collect(value: unknown, nodes: Record<string, unknown>[]): void {
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && at < MAX_VALUES && nodes.length < MAX_NODES; at++) {
    const next = queue[at];
    if (Array.isArray(next)) queue.push(...next.slice(0, MAX_NODES));
    else if (typeof next === "object" && next !== null) {
      const node = next as Record<string, unknown>;
      nodes.push(node);
      queue.push(node["@graph"], node["mainEntity"], node["mainEntityOfPage"]);
    }
  }
}

function typesOf(node: Record<string, unknown>): string[] {
  return [node["@type"]].flat().filter((type) => typeof type === "string");
}

const ofShow = (node: Record<string, unknown>, name: string) =>
  typesOf(node).some((type) => SHOW.test(type)) ? text(node[name]) : undefined;

/** News before other articles before what is shown, before mere pages. */
function rank(node: Record<string, unknown>): number {
  const types = typesOf(node).join(" ");
  return /NewsArticle/.test(types) ? 0 : /WebPage/.test(types) ? 3 : SHOW.test(types) ? 2 : 1;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" && !/\{\{|\$\{/.test(value) ? value.trim() : undefined;
}

function urlOf(value: unknown): string | undefined {
  const [first] = [value].flat();
  if (typeof first === "object" && first !== null)
    return text((first as { url?: unknown }).url) ?? text((first as { contentUrl?: unknown }).contentUrl);
  return text(first);
}

/** `Organization`, `NewsMediaOrganization`, … */
const isOrganisation = (entry: unknown) =>
  typeof entry === "object" &&
  entry !== null &&
  typesOf(entry as Record<string, unknown>).some((type) => /Organization$/.test(type));

/** The names of organisations, or of all others. */
function namesOf(value: unknown, areOrganisations: boolean): string[] | undefined {
  const names = [value]
    .flat()
    .slice(0, MAX_AUTHORS)
    .filter((entry) => isOrganisation(entry) === areOrganisations)
    .map((entry) => text(typeof entry === "object" && entry !== null ? (entry as { name?: unknown }).name : entry));
  const known = names.filter((name) => name !== undefined);
  return known.length > 0 ? known : undefined;
}
