import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { Counter, Gauge, Registry } from "prom-client";
import { cannotListen } from "../errors.ts";

/** What the outside may know of a running process. Numbers only: no names, no chats. */
export interface Status {
  /** False as long as deliveries cannot use the store; health answers 503 then. */
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

/**
 * Serves `/health` (200 or 503, JSON) and `/metrics` (Prometheus text,
 * https://prometheus.io/docs/instrumenting/exposition_formats/). Rejects with `AppError` when the port is taken.
 */
export async function startHttp(options: { host: string; port: number; status: () => Status }): Promise<HttpServer> {
  const app = new Hono();
  app.get("/health", (c) => {
    const status = options.status();
    return c.json({ healthy: status.healthy, ...status.gauges, ...status.counters }, status.healthy ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    const registry = metrics(options.status());
    return c.text(await registry.metrics(), 200, { "content-type": registry.contentType });
  });
  const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error) => reject(cannotListen(options.host, options.port, error)));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

/** A registry made for one answer: the truth is in the status, not in a second set of counters. */
function metrics(status: Status): Registry {
  const registry = new Registry();
  for (const [name, value] of Object.entries(status.gauges))
    new Gauge({ name: `mujaz_${name}`, help: name.replaceAll("_", " "), registers: [registry] }).set(value);
  for (const [name, value] of Object.entries(status.counters))
    new Counter({ name: `mujaz_${name}_total`, help: name.replaceAll("_", " "), registers: [registry] }).inc(value);
  return registry;
}
