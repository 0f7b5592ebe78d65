import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { Counter, Gauge, Registry } from "prom-client";

/** What the outside may know of a running process. Numbers only: no names, no chats. */
export interface Status {
  /** False as long as the store cannot be used; health answers 503 then. */
  readonly healthy: boolean;
  /** Values that go up and down, by name. */
  readonly gauges: Readonly<Record<string, number>>;
  /** Values that only go up, by name. */
  readonly counters: Readonly<Record<string, number>>;
}

/**
 * Answers `/health` (200 or 503, JSON) and `/metrics` (Prometheus text,
 * https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
export function createStatusPages(status: () => Promise<Status>): ReturnType<typeof getRequestListener> {
  const app = new Hono();
  app.onError((_, c) => c.text("the status cannot be told now", 500));
  app.get("/health", async (c) => {
    const { healthy, gauges, counters } = await status();
    return c.json({ healthy, ...gauges, ...counters }, healthy ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    const registry = metrics(await status());
    return c.text(await registry.metrics(), 200, { "content-type": registry.contentType });
  });
  // HTTP/1.0 knows no Host; plain probes still speak it.
  return getRequestListener(app.fetch, { hostname: "localhost" });
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
