import type { Element } from "domhandler";
import { absoluteUrl, canonicalUrl } from "../lib/url.ts";
import type { Body, Judged } from "./body.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { elementsNamed, elementsWithin, enclosing, metaContent, namesOf, type PageTree } from "./page-tree.ts";
import { ARTICLE } from "./thresholds.ts";

/** Pictures that belong to the site, not to the article, by their file's name. */
const NOT_AN_IMAGE =
  /(?:^|[/_.-])(?:logo|favicon|icon|avatar|gravatar|placeholder|default|blank|spacer|pixel|sprite|loading|lazy|share|no-?image)(?=[_.\d-][^/]*$|$)|(?:^|[/_.-])(?:fallback|dummy)(?=[_.\d-][^/]*$|$)|\/(?:ads?|adv|adverts?|authors?|avatars?|columnists?|defaults|placeholders?|no-?image|fallbacks?|dummy|writers?)\/|^data:|\{\{|\$\{/i;
/** What shows who wrote it. */
const PORTRAIT_NAMES = /(?:^|[\s_-])(?:authors?|writers?|columnists?|byline|avatar|kateb|bio)(?=$|[\s_-])/i;
const BACKGROUNDS = ["data-bg", "data-background"];
/** A file that is shown more often parts or decorates. */
const MOST_SHOWN = 2;
const DRAWING = /\.svg(?:$|\?)/i;
const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:$|\?)/i;

function usable(page: PageTree, source: string | undefined): string | undefined {
  if (source === undefined || NOT_AN_IMAGE.test(source.split("?")[0] as string)) return undefined;
  return absoluteUrl(source, page.base);
}

/** The source of an image that may be loaded late. */
function sourceOf(element: Element): string | undefined {
  const { attribs } = element;
  const width = Number(attribs["width"]);
  if (Number.isFinite(width) && width > 1 && width < ARTICLE.imageWidth) return undefined;
  const late = attribs["data-src"] ?? attribs["data-lazy-src"] ?? attribs["data-original"] ?? attribs["data-image"];
  const set = (attribs["data-srcset"] ?? attribs["srcset"])?.split(",").at(-1)?.trim().split(/\s+/)[0];
  return [late, attribs["src"], set].find(
    (source) => source !== undefined && source !== "" && !source.startsWith("data:"),
  );
}

/**
 * The article's main image, absolute: what the page names as such and also shows, else the first large one between
 * the headline and the end of the text, else what the page names. Many sites name one picture for all their pages,
 * or a card with the site's name; a portrait of the author is none.
 */
export function imageOf(page: PageTree, body: Body, linked: LinkedArticle): string | undefined {
  const names = ["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"];
  const named = usable(page, metaContent(page, ...names)) ?? usable(page, linked.image);
  const isPortrait = createIsPortrait(body.judged);
  const showing = named === undefined ? [] : showingOf(page, named);
  if (showing.some((element) => !isPortrait(element))) return named;
  return firstShown(page, body, isPortrait) ?? (showing.length > 0 ? undefined : named);
}

/** Tells pictures in a part that names the author and does not hold the text. */
function createIsPortrait(judged: readonly Judged[]): (image: Element) => boolean {
  const around = new Set(judged.find(({ kept }) => kept)?.block.path);
  return (image) =>
    enclosing(image, (element) => !around.has(element) && PORTRAIT_NAMES.test(namesOf(element))) !== undefined;
}

/** The elements that show a picture, in any size and format; those that have it behind them only where no other does. */
function showingOf(page: PageTree, image: string): readonly Element[] {
  const stem = stemOf(image);
  const shows = ({ attribs }: Element) =>
    Object.values(attribs).some((value) => value.includes(stem) || decoded(value).includes(stem));
  const images = ["img", "amp-img", "source"].flatMap((name) => elementsNamed(page, name).filter(shows));
  return images.length > 0 ? images : page.elements.filter((element) => hasBackground(element) && shows(element));
}

const hasBackground = ({ attribs }: Element) =>
  attribs["style"]?.includes("url(") || BACKGROUNDS.some((one) => one in attribs);

/** The name of an image's file without its ending and size: `…/a/cairo-300x200.jpg` → `cairo`. */
function stemOf(image: string): string {
  const name = decoded(new URL(image).pathname).split("/").at(-1) as string;
  return name.replace(/\.\w+$/, "").replace(/(?:[-_]?\d+x\d+|[-_]\d{3,4}w?)$/, "");
}

function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The first picture between the headline and the end of the text and its pictures; else the last that stands a little above them. */
function firstShown(
  page: PageTree,
  { judged, headline: shown }: Body,
  isPortrait: (image: Element) => boolean,
): string | undefined {
  const first = judged.find(({ kept }) => kept)?.block.path[0];
  const last = judged.findLast(({ kept, block }) => kept || block.outside === "figcaption")?.block.path[0];
  if (first === undefined || last === undefined) return undefined;
  const places = new Map(page.elements.map((element, place) => [element, place]));
  const headline = shown?.path[0] ?? first;
  const placeOf = (element: Element) => places.get(element) as number;
  const start = Math.min(placeOf(headline), placeOf(first));
  const end = placeOf(last) + elementsWithin(last).length;
  const pictures = [...elementsNamed(page, "img"), ...elementsNamed(page, "amp-img")];
  const isRepeated = ({ attribs: { src } }: Element) =>
    src !== undefined &&
    pictures.filter(({ attribs }) => attribs["src"] === src && !("data-src" in attribs)).length > MOST_SHOWN;
  const images = pictures
    .filter((image) => placeOf(image) > start - ARTICLE.aboveHeadline && placeOf(image) <= end)
    .flatMap((image) => {
      const source = usable(page, sourceOf(image));
      return source === undefined ||
        DRAWING.test(source) ||
        leadsAway(image, page) ||
        isPortrait(image) ||
        isRepeated(image)
        ? []
        : [{ image, source }];
    });
  return (images.find(({ image }) => placeOf(image) >= start) ?? images.at(-1))?.source;
}

/** Whether a picture is a link to another page: that page's, or the site's. */
function leadsAway(image: Element, page: PageTree): boolean {
  const href = enclosing(image, ({ name }) => name === "a")?.attribs["href"];
  const url = absoluteUrl(href ?? "", page.base);
  return url !== undefined && !IMAGE_FILE.test(url) && canonicalUrl(url) !== canonicalUrl(page.url);
}
