import { normalise } from "../lib/arabic/normalise.ts";
import { oneLine } from "./element-text.ts";
import { elementsNamed, metaContent, type PageTree, parsePage, titleElementText } from "./page-tree.ts";

const LONGEST_NAME = 80;
/** Normalised. */
const HOME_WORDS =
  /^(?:(?:الصفحه )?الرييسيه|home(?: ?page)?|index|welcome|اهلا وسهلا|(?:اخر )?(?:ال)?اخبار|news|latest news)$/;
const ARABIC_SCRIPT = /^(?:ar|fa|ur|ps|ku|ckb|sd|ug|azb|ks|pnb|bal)$/;

/** A site by its own words. */
export interface Site {
  /** `""` when it does not say. */
  readonly name: string;
  /** BCP 47, without a region. */
  readonly language: string | null;
}

/** What a site calls itself, and its language. */
export function readSite(html: string, url: string): Site {
  const page = parsePage(html, url);
  if (page === undefined) return { name: "", language: null };
  const title = oneLine(titleElementText(page).slice(0, 1000));
  const named = oneLine(metaContent(page, "og:site_name", "application-name", "apple-mobile-web-app-title") ?? "");
  const name = named || nameInTitle(title);
  return { name: name.slice(0, LONGEST_NAME).toWellFormed().trim(), language: languageOf(page, `${title} ${name}`) };
}

/** The shortest part of a title that says more than that this is a home page: slogans are longer than names. */
function nameInTitle(title: string): string {
  const parts = title
    .split(/\s+[|–—•·»:-]+\s+|\s*\|\s*/)
    .filter((part) => part !== "" && !HOME_WORDS.test(normalise(part)));
  return parts.sort((a, b) => a.length - b.length)[0] ?? title;
}

/** What the page says, unless its own words are in another script: templates often say `en`. */
function languageOf(page: PageTree, words: string): string | null {
  const said =
    elementsNamed(page, "html")[0]?.attribs["lang"] ||
    metaContent(page, "og:locale", "content-language", "language") ||
    "";
  const language = /^[a-z]{2,3}(?=$|[-_])/i.exec(said.trim())?.[0]?.toLowerCase() ?? null;
  const arabic = words.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > latin) return language !== null && ARABIC_SCRIPT.test(language) ? language : "ar";
  return language;
}
