import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import type { Agent, buildConnector as Connect } from "undici";
import { FetchError } from "../errors.ts";
import { portOf, type TrustedHosts } from "./trusted-hosts.ts";
import { loadUndici } from "./undici.ts";

/** What a name stands for. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** What counts as the public network. Tests have one of their own, where a loopback address is public. */
export interface NetworkPolicy {
  lookup(hostname: string): Promise<readonly ResolvedAddress[]>;
  isPublic(ip: string): boolean;
  readonly ports: ReadonlySet<number>;
}

/** The internet as it is: 80 and 443, and the two ports that small sites put beside them. */
export const PUBLIC_NETWORK: NetworkPolicy = {
  lookup: (hostname) => lookup(hostname, { all: true }),
  isPublic: isPublicAddress,
  ports: new Set([80, 443, 8080, 8443]),
};

/**
 * Looks public, but is the door of a cloud machine to its keeper. Source:
 * https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
const CLOUD_DOOR = "168.63.129.16";
const GLOBAL_IPV6 = ipaddr.parseCIDR("2000::/3");
const NAT64 = ipaddr.parseCIDR("64:ff9b::/96");

/**
 * Whether an IP address belongs to the public internet: neither loopback, private, link-local, shared, multicast,
 * reserved, nor any of these inside an IPv6 address. A text that is no IP address is not public.
 *
 * Source: https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  if (address.kind() === "ipv4") return address.range() === "unicast" && address.toString() !== CLOUD_DOOR;
  // On a network without IPv4, DNS64 gives every IPv4 site such an address: what counts is what is inside.
  if (address.match(NAT64)) return isPublicAddress(address.toByteArray().slice(12).join("."));
  return address.range() === "unicast" && address.match(GLOBAL_IPV6);
}

/** Which addresses connections may be made to. */
export interface AgentOptions {
  readonly policy: NetworkPolicy;
  readonly trusted: TrustedHosts;
  readonly timeoutMs: number;
  readonly maxHeaderBytes: number;
}

/**
 * Connections that end on the public network only. The name is resolved once, private answers are left out, an
 * address written as numbers is checked as such (no name is resolved for it), and so is the far end of the socket.
 */
export function createGuardedAgent({ policy, trusted, timeoutMs, maxHeaderBytes }: AgentOptions): Agent {
  const { Agent, buildConnector } = loadUndici();
  const connector = (isAllowed: (ip: string) => boolean) =>
    buildConnector({ timeout: timeoutMs, allowH2: false, lookup: filteredLookup(policy, isAllowed) });
  const toPublic = connector((ip) => policy.isPublic(ip));
  const toTrusted = connector(() => true);

  const connect: Connect.connector = (options, callback) => {
    const port = portOf(options);
    if (trusted.hasPair(options.hostname, port)) return toTrusted(options, callback);
    const ip = options.hostname.replace(/^\[|\]$/g, "");
    const refusal = new FetchError("private-address", `${options.protocol}//${options.hostname}:${port}/`);
    if ((isIP(ip) !== 0 && !policy.isPublic(ip)) || !policy.ports.has(port)) return callback(refusal, null);
    toPublic(options, (error, socket) => {
      if (error !== null) return callback(error, null);
      if (policy.isPublic(socket.remoteAddress ?? "")) return callback(null, socket);
      socket.destroy();
      callback(refusal, null);
    });
  };
  return new Agent({
    connect,
    connections: 2,
    maxHeaderSize: maxHeaderBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
}

function filteredLookup(policy: NetworkPolicy, isAllowed: (ip: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    policy.lookup(hostname).then(
      (found) => {
        const allowed = found.filter(({ address }) => isAllowed(address));
        const [first] = allowed;
        if (first === undefined) callback(new FetchError("private-address", `//${hostname}/`), "");
        else if (options.all) callback(null, [...allowed]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ""),
    );
  };
}
