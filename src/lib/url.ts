/** Longer addresses are nobody's articles. */
const MAX_URL_UNITS = 2048;

/** Parameters that say where a reader came from, not what is read. */
const TRACKING =
  /^(utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_ga|at_.*|ref|ref_src|ref_url|referrer|source_rss|cmp|cmpid|ocid|ns_.*|traffic_source|amp|amp_.*|outputtype)$/i;

/** An absolute http(s) address for a link of a page; undefined for other schemes, credentials, and what is too long. */
export function absoluteUrl(href: string, base: string): string | undefined {
  const text = href.trim();
  if (text === "" || text.length > MAX_URL_UNITS) return undefined;
  try {
    const url = new URL(text, base);
    if ((url.protocol !== "http:" && url.protocol !== "https:") || url.username !== "" || url.password !== "")
      return undefined;
    return url.href.length > MAX_URL_UNITS * 3 ? undefined : url.href;
  } catch {
    return undefined;
  }
}

/** Decodes percent escapes where that gives valid text; Arabic letters then compare equal however they were written. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return encodeURI(decodeURIComponent(run).normalize("NFC")).replace(/[?#&=+,;/]/g, (mark) =>
        encodeURIComponent(mark),
      );
    } catch {
      return run.toUpperCase();
    }
  });
}

/**
 * The form in which addresses are compared: no fragment, no tracking parameters, no trailing slash, no `www.`, `m.` or AMP
 * twin, https, Arabic percent-encoded one way. Idempotent. An address that cannot be parsed stays as it is.
 */
export function canonicalUrl(address: string): string {
  let url: URL;
  try {
    url = new URL(address.normalize("NFC"));
  } catch {
    return address;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return address;
  const host = url.host.replace(/^(?:www|m|mobile|amp)\.(?=[^.]+\.)/, "").replace(/:(80|443)$/, "");
  const path = decoded(url.pathname)
    .replace(/\/{2,}/g, "/")
    .replace(/\/amp(?:\.html)?\/?$|^\/amp(?=\/)/, "")
    .replace(/\/+$/, "");
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !TRACKING.test(pair.split("=")[0] as string))
    .map(decoded);
  return `https://${host}${path}${kept.length > 0 ? `?${kept.join("&")}` : ""}`;
}

/**
 * Whether two addresses belong to one site: the same host, or one under the other's registrable name. That name is guessed
 * without a list of public suffixes: the last two labels, three where the second-last is short (`co.uk`, `gov.sa`).
 */
export function sameSite(a: string, b: string): boolean {
  const nameOf = (address: string) => {
    const host = new URL(address).hostname;
    if (/^[\d.]+$|:/.test(host)) return host;
    const labels = host.split(".");
    const short = (labels.at(-2)?.length ?? 0) <= 3 && labels.length > 2;
    return labels.slice(short ? -3 : -2).join(".");
  };
  try {
    return nameOf(a) === nameOf(b);
  } catch {
    return false;
  }
}
