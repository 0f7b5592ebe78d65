import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { cannotListen } from "../errors.ts";
import type { Status } from "./status-pages.ts";

/** A started server. */
export interface HttpServer {
  /** With the port that was really taken. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves health and metrics. Rejects with `AppError` when the port is taken. */
export async function startHttp(options: {
  host: string;
  port: number;
  status: () => Promise<Status>;
}): Promise<HttpServer> {
  const { host, status } = options;
  // Loaded for the first who asks: a bot that nobody watches is smaller by a tenth, and starts sooner.
  const load = async () => (await import("./status-pages.ts")).createStatusPages(status);
  let pages: ReturnType<typeof load> | undefined;
  const server = createServer((request, response) => {
    pages ??= load();
    pages.then((answer) => answer(request, response)).catch(() => response.destroy());
  });
  server.listen(options.port, host);
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error) => reject(cannotListen(host, options.port, error)));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
