/** Longer addresses are nobody's articles, and `fetch/` would refuse them. */
const MAX_URL_UNITS = 2048;

/** Parameters that say where a reader came from or which layout is shown, not what is read. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|_ga|_gl|_hs(?:enc|mi)|at_.*|ref|ref_src|ref_url|referrer|source_rss|cmp|cmpid|ocid|ito|ns_.*|traffic_source|smid|sr_share|share|shared|amp|amp_.*|outputtype)$/i;

/** The other faces of an article: `/amp` or `.amp` at the end of its path, `/amp/` at the beginning. */
const AMP_ENDING = /(?:\/amp(?:\.html?)?|\.amp(?:\.html?)?)\/*$/i;
const AMP_BEGINNING = /^\/amp(?=\/.)/i;
/** Labels before a name that has a dot of its own: `m.example.com`, not `m.com`. */
const TWIN_LABELS = /^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.[^.])/;

/** Second labels under which countries register names: `example.co.uk`, `example.gov.sa`. */
const COUNTRY_SECOND = new Set("ac co com edu go gob gov info ltd me mil ne net nom or org plc sch".split(" "));
/** Hosts under which strangers keep sites of their own. */
const LODGING = new Set(
  "blogspot.com wordpress.com github.io gitlab.io netlify.app pages.dev vercel.app web.app wixsite.com substack.com".split(
    " ",
  ),
);

/**
 * An absolute http(s) address for a link of a page, as `URL` writes it; undefined for other schemes (`javascript:`), for
 * credentials, and above 2048 characters.
 */
export function absoluteUrl(href: string, base: string): string | undefined {
  const text = href.trim();
  if (text === "" || text.length > MAX_URL_UNITS) return undefined;
  const url = URL.parse(text, base) ?? undefined;
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  if (url.username !== "" || url.password !== "" || url.href.length > MAX_URL_UNITS) return undefined;
  return url.href;
}

const HOME_PATH = /^\/(?:(?:ar|en|fr|index|home|default)(?:\.\w+)?\/?)?$/i;

/** Whether a path is that of a site's first page, also of one in a language: `/`, `/ar/`, `/index.html`. */
export const isHomePath = (path: string): boolean => HOME_PATH.test(path);

/** Percent escapes that are UTF-8 from end to end; others make decoding throw, which takes a page of odd links a quarter of a minute. */
const ESCAPED_TEXT =
  /^(?:%[0-7][0-9a-f]|%(?:c[2-9a-f]|d[0-9a-f])%[89ab][0-9a-f]|%(?:e0%[ab]|e[1-9abcef]%[89ab]|ed%[89])[0-9a-f]%[89ab][0-9a-f]|%(?:f0%[9ab]|f[1-3]%[89ab]|f4%8)[0-9a-f](?:%[89ab][0-9a-f]){2})+$/i;

/** Percent escapes written one way: what needs none is decoded, letters are composed (NFC), bytes that are no text stay. */
function oneSpelling(text: string): string {
  if (/^[!-$&-~]*$/.test(text)) return text;
  const readable = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    ESCAPED_TEXT.test(run)
      ? decodeURIComponent(run).replace(/[\u0000-\u007f]/g, (character) =>
          /[A-Za-z0-9._~-]/.test(character) ? character : escaped(character),
        )
      : run.toUpperCase(),
  );
  return readable.normalize("NFC").replace(/[^\u0021-\u007e]+/gu, (run) => encodeURIComponent(run.toWellFormed()));
}

const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

/**
 * The form in which addresses are compared: https, no fragment, no tracking parameters, no trailing slash, no `www.`, mobile or
 * AMP twin, Arabic percent-encoded one way. Other parameters stay, in their order. Idempotent. What is no http(s) address is
 * given back as it is.
 */
export function canonicalUrl(address: string): string {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return address;
  const host = url.hostname.replace(/\.$/, "").replace(TWIN_LABELS, "");
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  const path = withoutTwin(oneSpelling(url.pathname).replace(/\/{2,}/g, "/"));
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !TRACKING.test(pair.split("=")[0] as string))
    .map(oneSpelling);
  return `https://${host}${port}${path}${kept.length > 0 ? `?${kept.join("&")}` : ""}`;
}

/** A path without what only names its AMP face, and without slashes at its end. */
function withoutTwin(path: string): string {
  const shorter = path
    .replace(AMP_ENDING, "")
    .replace(AMP_BEGINNING, "")
    .replace(/\/+$|\/\.{1,2}$/, "");
  return shorter === path ? path : withoutTwin(shorter);
}

/**
 * Whether two addresses belong to one site: hosts under one registrable name. That name is guessed without the list of public
 * suffixes: the last two labels; three where a country registers under a second label (`co.uk`, `gov.sa`) or strangers keep
 * sites of their own under one host (`github.io`); a host that is a number is its own name. False for what is no address.
 */
export function sameSite(a: string, b: string): boolean {
  const name = siteName(a);
  return name !== undefined && name === siteName(b);
}

function siteName(address: string): string | undefined {
  const host = URL.parse(address)?.hostname.replace(/\.$/, "");
  if (host === undefined || host === "") return undefined;
  if (/^[\d.]+$|:/.test(host)) return host;
  const labels = host.split(".");
  const [second = "", top = ""] = labels.slice(-2);
  const three = (top.length === 2 && COUNTRY_SECOND.has(second)) || LODGING.has(`${second}.${top}`);
  return labels.slice(three ? -3 : -2).join(".");
}
