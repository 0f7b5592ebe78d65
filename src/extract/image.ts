import type { Element } from "domhandler";
import { absoluteUrl } from "../lib/url.ts";
import type { Judged } from "./body.ts";
import type { LinkedArticle } from "./json-ld.ts";
import { metaContent, type PageTree } from "./page-tree.ts";

/** Pictures that belong to the site, not to the article. */
const NOT_AN_IMAGE =
  /(?:^|[/_.-])(?:logo|favicon|icon|avatar|gravatar|placeholder|default|blank|spacer|pixel|sprite|loading|lazy|share|no-?image)(?=[/_.\d-]|$)|\.svg(?:$|\?)|^data:|\{\{|\$\{/i;
const LEAST_WIDTH = 200;

function usable(page: PageTree, source: string | undefined): string | undefined {
  if (source === undefined || NOT_AN_IMAGE.test(source)) return undefined;
  return absoluteUrl(source, page.base);
}

/** The source of an image that may be loaded late. */
function sourceOf(element: Element): string | undefined {
  const { attribs } = element;
  const width = Number(attribs["width"]);
  if (Number.isFinite(width) && width > 1 && width < LEAST_WIDTH) return undefined;
  const late = attribs["data-src"] ?? attribs["data-lazy-src"] ?? attribs["data-original"] ?? attribs["data-image"];
  const set = (attribs["data-srcset"] ?? attribs["srcset"])?.split(",").at(-1)?.trim().split(/\s+/)[0];
  return [late, attribs["src"], set].find(
    (source) => source !== undefined && source !== "" && !source.startsWith("data:"),
  );
}

/** The article's main image, absolute: what the page names as such, else the first large one in or before the text. */
export function imageOf(page: PageTree, judged: readonly Judged[], linked: LinkedArticle): string | undefined {
  const { $ } = page;
  const named =
    usable(
      page,
      metaContent(page, "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"),
    ) ?? usable(page, linked.image);
  if (named !== undefined) return named;
  const container = judged.find(({ kept }) => kept)?.block.path.at(0)?.parent;
  const places = [
    container,
    $("article").get(0),
    $("main").get(0),
    $("[class*='content'],[class*='post'],[class*='article']").get(0),
  ];
  for (const place of places) {
    if (place === null || place === undefined) continue;
    for (const image of $(place).find("img").toArray()) {
      const found = usable(page, sourceOf(image));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
