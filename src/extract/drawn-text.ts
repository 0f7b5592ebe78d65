import { normalise } from "../lib/arabic/normalise.ts";
import { stateIn } from "./page-code.ts";
import { elementsNamed, type PageTree } from "./page-tree.ts";
import { ARTICLE } from "./thresholds.ts";
import { saysTitle, titleKey } from "./title.ts";

const MAX_TITLE_UNITS = 1000;
const MAX_UNITS = 2_000_000;
const MAX_VALUES = 20_000;
/** A list of blocks is at most so deep below what has the headline, and a block's text below the block. */
const MAX_DEPTH = 3;
/** Where blocks have their text. */
const TEXT_KEYS = ["text", "html", "content", "value", "data", "children"];
/** What names the author, and the name within it. */
const AUTHOR_KEYS = ["author", "authors", "byline", "writer", "writers", "creator", "journalist"];
const NAME_KEYS = ["name", "title", "fullName", "full_name", "displayName", "display_name"];
/** Blocks that are no text of the article. */
const OTHER_BLOCK = /image|photo|video|audio|embed|gallery|related|promo|newsletter|advert|\bads?\b|caption/i;

type Values = Readonly<Record<string, unknown>>;

/**
 * The text that a page's own program is to draw (`__NEXT_DATA__` and its like), as markup: the longest text beside the headline in
 * one object of its data, or the list of blocks that is longer; undefined where no object has both. A state that is a program, not
 * data, is not read.
 */
export function drawnText(page: PageTree, title: string): string | undefined {
  for (const value of headedValues(page, title)) {
    const texts = [...Object.values(value).filter((one) => typeof one === "string"), blocksText(value, MAX_DEPTH)];
    const longest = texts.reduce((a, b) => (b.length > a.length ? b : a));
    if (longest.length > title.length * ARTICLE.drawnTitles) return longest;
  }
  return undefined;
}

/** Who the same data say wrote it; undefined where they name nobody. */
export function drawnAuthor(page: PageTree, title: string): string | undefined {
  for (const value of headedValues(page, title)) {
    const author = AUTHOR_KEYS.flatMap((key) => value[key]).find((one) => one !== undefined && one !== null);
    const named = NAME_KEYS.map((key) => (Object(author) as Values)[key]);
    const name = [author, ...named].find((one) => typeof one === "string");
    if (typeof name === "string") return name;
  }
  return undefined;
}

/** The objects of the page's data that have the headline. */
function* headedValues(page: PageTree, title: string): Generator<Values> {
  const key = titleKey(title);
  if (key === "") return;
  const isHeadline = (text: unknown) =>
    typeof text === "string" && text.length < MAX_TITLE_UNITS && saysTitle(normalise(text), key);
  for (const { attribs, children } of elementsNamed(page, "script")) {
    const [content] = children;
    if (content?.type !== "text" || content.data.length > MAX_UNITS) continue;
    const json = attribs["type"] === "application/json" ? content.data : stateIn(content.data);
    if (json === undefined) continue;
    const values = valuesWithin(json);
    yield* values.filter((value) => Object.values(value).some(isHeadline));
  }
}

/** The longest list of blocks in a value, each a paragraph; `""` for none. */
function blocksText(value: Values, depth: number): string {
  let longest = "";
  for (const inner of Object.values(value)) {
    if (typeof inner !== "object" || inner === null) continue;
    const texts = Array.isArray(inner) ? inner.map((block) => blockText(block, MAX_DEPTH)) : [];
    const text = Array.isArray(inner)
      ? texts
          .filter((one) => one !== "")
          .map((one) => `<p>${one}</p>`)
          .join("")
      : depth > 1
        ? blocksText(inner as Values, depth - 1)
        : "";
    if (text.length > longest.length) longest = text;
  }
  return longest;
}

function blockText(block: unknown, depth: number): string {
  if (typeof block === "string") return block;
  if (typeof block !== "object" || block === null || depth === 0) return "";
  if (Array.isArray(block)) return block.map((run) => blockText(run, depth - 1)).join("");
  const values = block as Values;
  if (OTHER_BLOCK.test(String(values["type"] ?? values["kind"] ?? ""))) return "";
  for (const key of TEXT_KEYS) {
    const text = blockText(values[key], depth - 1);
    if (text !== "") return text;
  }
  return "";
}

/** The objects of JSON, outer before inner ones; none where it is none. */
function valuesWithin(json: string): Values[] {
  const found = new Set<object>();
  try {
    found.add(Object(linked(JSON.parse(json))));
  } catch {
    return [];
  }
  for (const outer of found) {
    for (const inner of Object.values(outer)) if (typeof inner === "object" && inner !== null) found.add(inner);
    if (found.size >= MAX_VALUES) break;
  }
  return [...found] as Values[];
}

/** Data in one list, in which objects and lists name what they hold by its number (`__NUXT_DATA__`), as what they are. */
function linked(parsed: unknown): unknown {
  const isReference = (one: unknown) => Number.isInteger(one) && (one as number) < (parsed as unknown[]).length;
  const [first, second] = Array.isArray(parsed) ? parsed : [];
  const isLinked = [first, second].some(
    (one) => typeof one === "object" && one !== null && Object.values(one).some(isReference),
  );
  if (!Array.isArray(parsed) || !isLinked) return parsed;
  const whole = parsed.map((one) => (Array.isArray(one) ? [] : typeof one === "object" && one !== null ? {} : one));
  for (const [at, one] of parsed.entries())
    if (typeof one === "object" && one !== null)
      for (const [key, inner] of Object.entries(one))
        (whole[at] as Record<string, unknown>)[key] = isReference(inner) ? whole[inner as number] : inner;
  return whole;
}
