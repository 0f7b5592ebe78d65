/** Pairs of host and port that the operator opened: read also on private networks and on an unusual port. */
export interface TrustedHosts {
  has(url: URL): boolean;
  hasPair(hostname: string, port: number): boolean;
}

/** The pairs of `FETCH_ALLOW_PRIVATE`; each is `host:port`, an IPv6 address in brackets. */
export function createTrustedHosts(pairs: readonly string[]): TrustedHosts {
  const bare = (text: string) => text.trim().toLowerCase().replace(/[[\]]/g, ""); // IPv6 comes with and without brackets
  const known = new Set(pairs.map(bare));
  const hasPair = (hostname: string, port: number) => known.has(bare(`${hostname}:${port}`));
  return { hasPair, has: (url) => hasPair(url.hostname, portOf(url)) };
}

/** The port of an address, also when it is the usual one of its scheme. */
export function portOf(url: { readonly protocol: string; readonly port: string }): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}
