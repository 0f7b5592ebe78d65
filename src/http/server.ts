import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { cannotListen } from "../errors.ts";

/** What the outside may know of a running process. Numbers only: no names, no chats. */
export interface Status {
  /** False as long as the store cannot be used; health answers 503 then. */
  readonly healthy: boolean;
  /** Values that go up and down, by name. */
  readonly gauges: Readonly<Record<string, number>>;
  /** Values that only go up, by name. */
  readonly counters: Readonly<Record<string, number>>;
}

/** A started server. */
export interface HttpServer {
  /** With the port that was really taken. */
  readonly url: string;
  close(): Promise<void>;
}

interface Page {
  readonly code: number;
  readonly type: string;
  readonly text: string;
}

function healthPage({ healthy, gauges, counters }: Status): Page {
  const text = JSON.stringify({ healthy, ...gauges, ...counters });
  return { code: healthy ? 200 : 503, type: "application/json", text };
}

/** Source: https://prometheus.io/docs/instrumenting/exposition_formats/ */
function metricsPage({ gauges, counters }: Status): Page {
  const metric = (name: string, type: string, value: number) =>
    `# HELP ${name} ${name.replaceAll("_", " ")}\n# TYPE ${name} ${type}\n${name} ${value}\n`;
  const lines = [
    ...Object.entries(gauges).map(([name, value]) => metric(`mujaz_${name}`, "gauge", value)),
    ...Object.entries(counters).map(([name, value]) => metric(`mujaz_${name}_total`, "counter", value)),
  ];
  return { code: 200, type: "text/plain; version=0.0.4; charset=utf-8", text: lines.join("\n") };
}

const PAGES: ReadonlyMap<string, (status: Status) => Page> = new Map([
  ["/health", healthPage],
  ["/metrics", metricsPage],
]);

function answer(response: ServerResponse, { code, type, text }: Page): void {
  response.writeHead(code, { "content-type": type, "content-length": Buffer.byteLength(text) }).end(text);
}

/**
 * Serves `/health` (200 or 503, JSON) and `/metrics` (Prometheus text). Rejects with `AppError` when the port is taken.
 *
 * Two pages need no framework: one took a tenth of the memory of an idle bot, and of its start.
 */
export async function startHttp(options: {
  host: string;
  port: number;
  status: () => Promise<Status>;
}): Promise<HttpServer> {
  const { host } = options;
  const server = createServer((request, response) => {
    const page = PAGES.get(request.url?.split("?")[0] ?? "");
    if (page === undefined) return answer(response, { code: 404, type: "text/plain", text: "not found" });
    options.status().then(
      (status) => answer(response, page(status)),
      () => answer(response, { code: 500, type: "text/plain", text: "the status is not known" }),
    );
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
