import { isHomePath, sameSite } from "../lib/url.ts";
import { LISTING } from "./thresholds.ts";

/** Pages that list articles, by the word before their last parts: `/tag/x`, `/author/x/page/2`. */
const LISTS =
  "tags?|category|categories|cat|authors?|writers?|users?|profiles?|members?|topics?|keywords?|search|hashtag|وسم|وسوم|تصنيف|تصنيفات|قسم|اقسام|أقسام|كاتب|كتاب|مؤلف";
/** Pages to use rather than to read: forms of authorities, matches and their tables. */
const TOOLS = "e-?services?|match|matches|fixtures?|live-?scores?|standings|match-?cent(?:er|re)|مباراة|مباريات";
const LIST_PATH = new RegExp(String.raw`/(?:${LISTS}|${TOOLS})(?:/[^/]*){0,2}/?$|/page/\d+/?$`, "iu");
const LIST_QUERY = /^\?(?:s|q|cat|tag|author|page|paged|lang|locale|section|sort|view|category_name|search)=[^&]*$/i;

const NO_TEXT = /\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|zip|mp[34]|m3u8?|xml|rss|apk)$/i;
/** Pages that every site has about itself. */
const SITE_PAGE =
  /\/(?:feed|rss|login|log-in|signin|register|signup|logout|contact(?:-us)?|about(?:-us)?|who-we-are|privacy(?:-policy|-notice)?|terms(?:-[\w-]+)?|cookie-policy|disclaimer|advertise(?:-with-us)?|sitemap|rss-feeds?|newsletter|wp-login\.php|wp-admin|اتصل-بنا|تواصل-معنا|من-نحن|عن-الموقع|[أا]علن-معنا|(?:سياسة-)?الخصوصية|شروط-الاستخدام|سياسة-الاستخدام)(?:\.\w+)?\/?$/iu;

/** Whether an address may be an article's: of one of these sites (any, if there are none), and no list, file or page about the site. */
export function isArticleAddress(target: string, sites: readonly string[]): boolean {
  const { pathname, search } = new URL(target);
  if (sites.length > 0 && !sites.some((site) => sameSite(target, site))) return false;
  const path = decodedPath(pathname);
  const isList = LIST_QUERY.test(search);
  if (isHomePath(path) && (search === "" || isList)) return false;
  if (isList && path.split("/").length <= 3) return false;
  return !NO_TEXT.test(path) && !SITE_PAGE.test(path) && !LIST_PATH.test(path);
}

/** Whether an address is of a page that every site has: how to reach it, what it does with data, where to log in. */
export const isSitePage = (url: string) => SITE_PAGE.test(decodedPath(new URL(url).pathname));

/** Whether it is like an article's: a number, a slug of several words, or many parts. Sections have short names of one word. */
export function looksLikeArticle(url: string): boolean {
  const { pathname, search } = new URL(url);
  const parts = partsOf(pathname);
  const last = (parts.at(-1) ?? "").replace(/\.\w{2,5}$/, "");
  return (
    new RegExp(String.raw`\d{${LISTING.addressDigits}}`).test(`${pathname}${search}`) ||
    (last.length >= LISTING.codeUnits && /^[a-z]*\d[a-z0-9]*$/.test(last)) ||
    last.split(/[-_ ]/).length >= LISTING.slugWords ||
    last.length > LISTING.slugUnits ||
    parts.length >= LISTING.addressParts
  );
}

/** How an address is made: what each part of its path is, its ending, the names in its query. A site's articles share one or a few. */
export function addressShape(url: string): string {
  const { pathname, searchParams } = new URL(url);
  return `${partsOf(pathname).map(partShape).join("/")}?${[...searchParams.keys()].sort().join("&")}`;
}

function partShape(part: string): string {
  const [, name = part, ending = ""] = /^(.+?)(\.[a-z]{2,5})?$/.exec(part) ?? [];
  if (/^\d+$/.test(name)) return `1${ending}`;
  if (!/[-_ ]/.test(name)) return `${/\d/.test(name) ? "a1" : "a"}${ending}`;
  return `${/^\d+[-_ ]/.test(name) ? "1-" : ""}a-a${/[-_ ]\d+$/.test(name) ? "-1" : ""}${ending}`;
}

const partsOf = (pathname: string) =>
  decodedPath(pathname)
    .split("/")
    .filter((part) => part !== "");

/** A path with its Arabic readable; as it is where that fails. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
