import type { IncomingMessage } from "node:http";

/**
 * Whether a request comes from our own page or from a script on this machine: another site's page shows its origin, and a
 * name that was pointed at this machine shows in the host.
 */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const host = request.headers.host ?? "";
  const name = host.replace(/:\d+$/, "");
  const { origin } = request.headers;
  const isAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\]|localhost)$/i.test(name);
  return isAddress && (origin === undefined || origin === `http://${host}`);
}
