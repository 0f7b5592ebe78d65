const SCHEMES = new Set(["http", "https", "tg", "ton", "tonsite"]);

/** The address as Telegram keeps it in a `text_link`, or undefined when it drops the link without a word. */
export function checkedLink(url: string): string | undefined {
  const match = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/?#]*)(.*)$/is.exec(url);
  const scheme = (match?.[1] ?? "http").toLowerCase();
  const authority = match?.[2] ?? "";
  let rest = match?.[3] ?? "";
  if (!SCHEMES.has(scheme) || url === "" || /[\s\0-\x1f]/.test(authority)) return undefined;
  if (scheme === "tg" || scheme === "ton") return authority === "" ? undefined : `${scheme}://${authority}${rest}`;
  const at = authority.lastIndexOf("@") + 1;
  const [, host = "", port = ""] = /^(.*?)(?::(\d{1,5}))?$/.exec(authority.slice(at)) ?? [];
  if (!host.includes(".") || host.startsWith(".") || /[:<>"'`\\^{}|]/.test(host) || Number(port) > 65535)
    return undefined;
  if (/^[?#]/.test(rest) || rest === "") rest = `/${rest}`;
  return `${scheme}://${authority.slice(0, at)}${host.toLowerCase()}${port && `:${port}`}${rest}`;
}

/** The person that a `tg://user?id=…` link names. */
export function userIdOfLink(url: string): number | undefined {
  const id = /^tg:(?:\/\/)?user\?id=(\d{1,15})$/i.exec(url)?.[1];
  return id === undefined ? undefined : Number(id);
}
