import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createSummaryModel } from "../../src/model/summary-client.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { type Asked, type ChatServer, reply, startChatServer } from "./chat-server.ts";

const PROMPT = { system: "اختصر", text: "<<<\nخبر\n>>>" };
const never = new AbortController().signal;
let server: ChatServer;
afterEach(() => server.close());

async function askOf(
  answer: (response: ServerResponse, asked: Asked, index: number) => void,
  options: { timeoutMs?: number; key?: string | null; path?: string } = {},
) {
  server = await startChatServer(answer);
  const { timeoutMs = 2000, key = "geheim", path = "" } = options;
  const clock = createFakeClock(0);
  // Pauses between attempts pass at once.
  const fast = { ...clock, now: () => 0, sleep: async () => undefined };
  const model = createSummaryModel({ url: server.url + path, model: "small", key, timeoutMs }, fast);
  return model.ask(PROMPT, 60, never);
}

test("a question has the model, both parts of the prompt, a bound of its answer and the key", async () => {
  expect(await askOf((response) => reply(response, "ملخص"))).toBe("ملخص");
  const [asked] = server.asked as [Asked];
  expect(asked.path).toBe("/v1/chat/completions");
  expect(asked.authorization).toBe("Bearer geheim");
  expect(asked.body.model).toBe("small");
  expect(asked.body.messages).toEqual([
    { role: "system", content: PROMPT.system },
    { role: "user", content: PROMPT.text },
  ]);
  expect(asked.body.max_tokens).toBeGreaterThanOrEqual(60);
});

test.each(["/", "/chat/completions", "/chat/completions/"])(
  "an address that ends in %s is understood",
  async (path) => {
    await askOf((response) => reply(response, "ملخص"), { path, key: null });
    expect(server.asked[0]?.path).toBe("/v1/chat/completions");
    expect(server.asked[0]?.authorization).toBeUndefined();
  },
);

test.each([500, 502, 503, 429])("status %i is asked again, and the next answer counts", async (status) => {
  const text = await askOf((response, _, index) => {
    if (index === 0) response.writeHead(status).end();
    else reply(response, "ملخص");
  });
  expect(text).toBe("ملخص");
  expect(server.asked).toHaveLength(2);
});

test.each([400, 401, 404])("status %i is not asked again", async (status) => {
  expect(await askOf((response) => void response.writeHead(status).end("no"))).toBeUndefined();
  expect(server.asked).toHaveLength(1);
});

test("an endpoint that always fails is asked three times, one that wants a long pause only once", async () => {
  expect(await askOf((response) => void response.writeHead(503).end())).toBeUndefined();
  expect(server.asked).toHaveLength(3);
  await server.close();
  expect(await askOf((response) => void response.writeHead(429, { "retry-after": "3600" }).end())).toBeUndefined();
  expect(server.asked).toHaveLength(1);
});

test.each<{ what: string; answer: (response: ServerResponse) => void }>([
  { what: "no JSON", answer: (response) => response.end("<html>نص</html>") },
  { what: "JSON of another form", answer: (response) => response.end('{"result": "ملخص"}') },
  { what: "no message", answer: (response) => response.end('{"choices": []}') },
  { what: "a message that is no text", answer: (response) => reply(response, { text: "ملخص" }) },
  { what: "an answer that was cut off", answer: (response) => reply(response, "ملخص لم", "length") },
  {
    what: "a stream of events",
    answer: (response) => response.end('data: {"choices": [{"delta": {}}]}\n\ndata: [DONE]'),
  },
  { what: "bytes that are no text", answer: (response) => response.end(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x7b])) },
  { what: "an answer that is far too long", answer: (response) => reply(response, "كلمة ".repeat(200_000)) },
  { what: "a redirect", answer: (response) => void response.writeHead(302, { location: "http://127.0.0.1:9/" }).end() },
])("$what gives no answer and does no harm", async ({ answer }) => {
  expect(await askOf(answer)).toBeUndefined();
});

test("garbage without an end is broken off", async () => {
  let stopped = false;
  const text = await askOf((response) => {
    const more = () => {
      if (!stopped && response.write("س".repeat(8192))) setImmediate(more);
    };
    response.on("drain", more).on("close", () => {
      stopped = true;
    });
    more();
  });
  expect(text).toBeUndefined();
});

test.each<{ what: string; answer: (response: ServerResponse) => void }>([
  { what: "never answers", answer: () => undefined },
  { what: "begins and never ends", answer: (response) => void response.write('{"choices"') },
])("one that $what is given up after the timeout, and not asked again", async ({ answer }) => {
  expect(await askOf(answer, { timeoutMs: 1500 })).toBeUndefined();
  expect(server.asked).toHaveLength(1);
});

test("a line that breaks is tried again", async () => {
  const text = await askOf((response, _, index) => {
    if (index === 0) response.destroy();
    else reply(response, "ملخص");
  });
  expect(text).toBe("ملخص");
});

test("a stop ends the question", async () => {
  server = await startChatServer(() => undefined);
  const stop = new AbortController();
  const model = createSummaryModel({ url: server.url, model: "small", key: null }, createFakeClock(0));
  const asking = model.ask(PROMPT, 60, stop.signal);
  stop.abort();
  expect(await asking).toBeUndefined();
});
