import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { startHttp } from "../../src/http/server.ts";
import type { Status } from "../../src/http/status-pages.ts";

/** A server on a free port, whose status the test may change. */
async function served(status: { healthy: boolean } & Omit<Status, "healthy">) {
  const server = await startHttp({ host: "127.0.0.1", port: 0, status: async () => status });
  onTestFinished(() => server.close());
  return server;
}

test("health answers 200 with the numbers, and 503 as long as deliveries cannot use the store", async () => {
  const status = { healthy: true, gauges: { deliveries_pending: 3 }, counters: { messages_sent: 7 } };
  const { url } = await served(status);
  const well = await fetch(`${url}health`);
  expect([well.status, await well.json()]).toEqual([200, { healthy: true, deliveries_pending: 3, messages_sent: 7 }]);
  status.healthy = false;
  const ill = await fetch(`${url}health`);
  expect([ill.status, await ill.json()]).toMatchObject([503, { healthy: false }]);
});

test("metrics are what the status says at that moment, gauges and counters told apart", async () => {
  const counters = { messages_sent: 7 };
  const { url } = await served({ healthy: true, gauges: { stories: 2 }, counters });
  const read = async () => (await fetch(`${url}metrics`)).text();
  expect(await read()).toMatch(/# TYPE mujaz_stories gauge\nmujaz_stories 2\n/);
  expect(await read()).toMatch(/# TYPE mujaz_messages_sent_total counter\nmujaz_messages_sent_total 7\n/);
  counters.messages_sent = 8;
  expect(await read()).toContain("mujaz_messages_sent_total 8\n");
});

test("a status that cannot be told is a failure of that answer alone, and other pages there are none", async () => {
  let fails = true;
  const status = async () => {
    if (fails) throw new Error("no store");
    return { healthy: true, gauges: {}, counters: {} };
  };
  const server = await startHttp({ host: "127.0.0.1", port: 0, status });
  onTestFinished(() => server.close());
  expect((await fetch(`${server.url}health`)).status).toBe(500);
  fails = false;
  expect((await fetch(`${server.url}health`)).status).toBe(200);
  expect((await fetch(`${server.url}other`)).status).toBe(404);
});

test("a probe that speaks HTTP/1.0, without a Host, is answered", async () => {
  const { url } = await served({ healthy: true, gauges: {}, counters: {} });
  for (const path of ["/health", "/metrics"]) {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.write(`GET ${path} HTTP/1.0\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1\.[01] 200 /);
  }
});

test("a port that is taken is an error, not a second server", async () => {
  const { url } = await served({ healthy: true, gauges: {}, counters: {} });
  const port = Number(new URL(url).port);
  const second = startHttp({
    host: "127.0.0.1",
    port,
    status: async () => ({ healthy: true, gauges: {}, counters: {} }),
  });
  await expect(second).rejects.toThrow("the port is taken");
});
