import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { createGuardedAgent, isPublicAddress, type NetworkPolicy, PUBLIC_NETWORK } from "../../src/fetch/network.ts";
import { createTrustedHosts } from "../../src/fetch/trusted-hosts.ts";
import { PRIVATE_IP, PUBLIC_IP, type Site, smallWorld, startSite } from "./sites.ts";

test.each([
  ["8.8.8.8", true],
  ["127.0.0.1", false],
  ["0.0.0.0", false],
  ["10.0.0.1", false],
  ["172.31.255.255", false],
  ["172.32.0.1", true],
  ["192.168.0.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["100.100.100.200", false],
  ["192.0.0.192", false],
  ["198.18.0.1", false],
  ["203.0.113.1", false],
  ["224.0.0.1", false],
  ["240.0.0.1", false],
  ["255.255.255.255", false],
  ["168.63.129.16", false],
  ["2606:4700::1111", true],
  ["::", false],
  ["::1", false],
  ["::7f00:1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:8.8.8.8", true],
  ["fe80::1", false],
  ["fe80::1%eth0", false],
  ["fec0::1", false],
  ["fd00::1", false],
  ["ff02::1", false],
  ["2001:db8::1", false],
  ["2001::1", false],
  ["2002:7f00:1::", false],
  ["2002:808:808::", false],
  ["64:ff9b::7f00:1", false],
  ["64:ff9b::808:808", true],
  ["64:ff9b:1::808:808", false],
  ["4000::1", false],
  ["", false],
  ["example.com", false],
])("isPublicAddress: %s is %s", (ip, isPublic) => expect(isPublicAddress(ip)).toBe(isPublic));

test("no address of a private range is public, in whatever clothes", () => {
  const byte = fc.nat(255);
  const ipv4 = fc.oneof(
    fc.tuple(fc.constantFrom(10, 127, 0, 224, 240, 255), byte, byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
  );
  fc.assert(
    fc.property(ipv4, ([a, b, c, d]) => {
      const dotted = `${a}.${b}.${c}.${d}`;
      const groups = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
      for (const ip of [
        dotted,
        `::ffff:${dotted}`,
        `::ffff:${groups}`,
        `64:ff9b::${groups}`,
        `2002:${groups}::`,
        `::${groups}`,
      ]) {
        expect([ip, isPublicAddress(ip)]).toEqual([ip, false]);
      }
    }),
    { numRuns: 300 },
  );
});

test("the internet is asked on four ports", () => expect([...PUBLIC_NETWORK.ports]).toEqual([80, 443, 8080, 8443]));

describe("a guarded connection, whatever was checked before it", () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  async function startSecret(ip = PRIVATE_IP): Promise<Site> {
    const secret = await startSite(ip, (_, response) => response.end("SECRET"));
    open.push(secret);
    return secret;
  }
  function ask(origin: string, policy: NetworkPolicy) {
    const agent = createGuardedAgent({
      policy,
      trusted: createTrustedHosts([]),
      timeoutMs: 20_000,
      maxHeaderBytes: 8192,
    });
    open.push({ close: () => agent.destroy() });
    return agent.request({ origin, path: "/", method: "GET" });
  }

  test("is not made to an address written as numbers, for which no name is looked up", async () => {
    const secret = await startSecret();
    await expect(ask(secret.origin, smallWorld([secret.port]))).rejects.toMatchObject({ failure: "private-address" });
    expect(secret.connectionCount()).toBe(0);
  });

  test("is not made to a name that stands for a private address", async () => {
    const secret = await startSecret();
    const world = smallWorld([secret.port], { "127.inside.test": [[PRIVATE_IP]] });
    await expect(ask(`http://127.inside.test:${secret.port}`, world)).rejects.toMatchObject({
      failure: "private-address",
    });
    expect(secret.connectionCount()).toBe(0);
  });

  test("is not made to a port that is no web port", async () => {
    const secret = await startSecret(PUBLIC_IP);
    await expect(ask(secret.origin, smallWorld([]))).rejects.toMatchObject({ failure: "private-address" });
    expect(secret.connectionCount()).toBe(0);
  });

  test("is given up when its far end is not where the name led", async () => {
    const secret = await startSecret();
    let questionCount = 0;
    const world = smallWorld([secret.port], { "127.inside.test": [[PRIVATE_IP]] });
    const deceived: NetworkPolicy = { ...world, isPublic: () => ++questionCount === 1 };
    await expect(ask(`http://127.inside.test:${secret.port}`, deceived)).rejects.toMatchObject({
      failure: "private-address",
    });
    expect(secret.asked).toEqual([]);
  });
});
