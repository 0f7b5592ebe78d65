import net from "node:net";
import fc from "fast-check";

// Properties are tried on other input in each run; PROPERTY_SEED repeats one.
const seed = process.env["PROPERTY_SEED"];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });

// The network is closed: a test that reaches for anything but the loopback range fails at once, by name.
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  const first = (Array.isArray(args[0]) ? args[0][0] : args[0]) as { host?: string; path?: string } | number | string;
  const host = typeof first === "object" ? first.host : typeof args[1] === "string" ? args[1] : undefined;
  const local =
    host === undefined || host === "localhost" || host === "::1" || host.endsWith(".localhost") || /^127\./.test(host);
  if (!local) throw new Error(`the network is closed in tests: ${host}`);
  return Reflect.apply(connect, this, args as never);
} as typeof connect;
