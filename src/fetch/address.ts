import { isIP } from "node:net";
import { FetchError } from "../errors.ts";
import type { NetworkPolicy } from "./network.ts";
import { portOf, type TrustedHosts } from "./trusted-hosts.ts";

/** An Arabic headline in an address, percent-encoded, takes six characters a letter: 300 letters still fit. */
const MAX_ADDRESS_LENGTH = 2048;
const SHOWN_LENGTH = 200;

/** Names that lead into the machine or its own network, and names without a dot. */
const PRIVATE_NAME = /^[^.:]+$|(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/;

/**
 * The address, parsed and without its fragment, if its looks allow it to be asked: http or https, not too long, no
 * credentials, no private name or number, a permitted port. What a name resolves to is checked when connecting.
 *
 * Errors: `FetchError`, `bad-address` or `private-address`.
 */
export function checkedAddress(address: string, policy: NetworkPolicy, trusted: TrustedHosts, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    // Without the error as its cause: that quotes the address in full.
    throw new FetchError("bad-address", address.replace(/[?#].*$|(?<=\/\/)[^/]*@/gs, "").slice(0, SHOWN_LENGTH));
  }
  url.hash = "";
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1); // the same host, by its other name
  const hasCredentials = url.username !== "" || url.password !== "";
  url.username = "";
  url.password = "";
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (!isWeb || hasCredentials || url.href.length > MAX_ADDRESS_LENGTH) {
    throw new FetchError("bad-address", shownAddress(url));
  }
  if (trusted.has(url)) return url;
  const name = url.hostname.replace(/^\[|\]$/g, "");
  const isPrivate = isIP(name) === 0 ? PRIVATE_NAME.test(name) : !policy.isPublic(name);
  if (isPrivate || !policy.ports.has(portOf(url))) throw new FetchError("private-address", shownAddress(url));
  return url;
}

/** An address for an error or a log: without query, fragment and credentials, at most 200 characters. */
export function shownAddress(url: URL): string {
  const host = url.host === "" ? "" : `//${url.host}`;
  return `${url.protocol}${host}${url.pathname}`.slice(0, SHOWN_LENGTH);
}
