import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { createHttpFetcher, type HttpFetcherOptions } from "../../src/fetch/http-fetcher.ts";
import { isPublicAddress, type NetworkPolicy } from "../../src/fetch/network.ts";
import type { Clock } from "../../src/ports.ts";
import { silent } from "../fakes/logger.ts";

// A public and a private network of our own: everything on 127.0.0.2 is public, 127.0.0.1 stays private.
export const PUBLIC_IP = "127.0.0.2";
export const PRIVATE_IP = "127.0.0.1";

export interface Site {
  readonly port: number;
  readonly origin: string;
  /** Paths asked for, without those of robots.txt. */
  readonly asked: string[];
  /** Connections ever made, also those that asked for nothing. */
  connectionCount(): number;
  close(): Promise<void>;
}

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A web site; its robots.txt is missing unless `robots` gives one. */
export async function startSite(ip: string, answer: Answering, options: { port?: number; robots?: Answering } = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    response.on("error", () => {});
    if (request.url === "/robots.txt") {
      if (options.robots) return options.robots(request, response);
      response.writeHead(404).end();
    } else {
      asked.push(request.url ?? "");
      answer(request, response);
    }
  });
  return listening(server, ip, asked, options.port ?? 0);
}

/** A server below HTTP: `answer` gets the socket and the path asked for; robots.txt is missing. */
export async function startRaw(ip: string, answer: (socket: Socket, path: string) => void): Promise<Site> {
  const asked: string[] = [];
  const server = createTcpServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (bytes) => {
      const path = bytes.toString("latin1").split(" ")[1] ?? "";
      if (path === "/robots.txt") {
        socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return;
      }
      asked.push(path);
      answer(socket, path);
    });
  });
  return listening(server, ip, asked, 0);
}

async function listening(server: Server, ip: string, asked: string[], port: number): Promise<Site> {
  const sockets = new Set<Socket>();
  let connectionCount = 0;
  server.on("connection", (socket: Socket) => {
    connectionCount++;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, ip, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    origin: `http://${ip}:${bound}`,
    asked,
    connectionCount: () => connectionCount,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

/** The policy of this small world; `names` are what the DNS knows, each with its answers one after the other. */
export function smallWorld(ports: Iterable<number>, names: Record<string, string[][]> = {}): NetworkPolicy {
  const counts = new Map<string, number>();
  return {
    ports: new Set([80, 443, ...ports]),
    isPublic: (ip) => ip === PUBLIC_IP || isPublicAddress(ip),
    lookup: async (hostname) => {
      const answers = names[hostname];
      if (answers === undefined) throw Object.assign(new Error(`ENOTFOUND ${hostname}`), { code: "ENOTFOUND" });
      const count = counts.get(hostname) ?? 0;
      counts.set(hostname, count + 1);
      const found = answers[Math.min(count, answers.length - 1)] as string[];
      return found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    },
  };
}

/** A fetcher in this world that waits for nothing between two reads; how long it waits for an answer is for a busy machine. */
export function hurriedFetcher(network: NetworkPolicy, options: Partial<HttpFetcherOptions> = {}) {
  return createHttpFetcher({
    userAgent: "Mujaz/0.0.0 (test)",
    clock: realClock,
    logger: silent,
    allowPrivate: [],
    timeoutMs: 20_000,
    maxBytes: 1_000_000,
    spacingMs: 0,
    jitter: () => 0,
    network,
    ...options,
  });
}
