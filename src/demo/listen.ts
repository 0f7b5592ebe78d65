import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { cannotListen } from "../errors.ts";

/** Where a server that listens on all addresses is found from this machine. */
const ANY_ADDRESS: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/**
 * Listens and gives the address as this machine reaches it; port 0 is any free one. Rejects with
 * `AppError` when the port is taken.
 */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(cannotListen(host, port, error));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  const name = ANY_ADDRESS[address.address] ?? address.address;
  return `http://${name.includes(":") ? `[${name}]` : name}:${address.port}`;
}

/** Stops listening and hangs up on everybody. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
