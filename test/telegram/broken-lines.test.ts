import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Api } from "grammy/web";
import { describe, expect, onTestFinished, test } from "vitest";
import { resultOfError } from "../../src/telegram/answers.ts";
import { faultOf } from "../../src/telegram/fault.ts";
import { line } from "../../src/telegram/line.ts";

const TOKEN = "4242:very-secret-token";

/** What `sendMessage` throws against a server of this test. */
async function failureAt(apiRoot: string, timeoutSeconds = 20): Promise<unknown> {
  const api = new Api(TOKEN, { ...line, apiRoot, timeoutSeconds });
  return api.sendMessage(1, "نص").then(
    () => expect.unreachable("it was sent"),
    (error: unknown) => error,
  );
}

async function rootOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("a call without an answer", () => {
  test("that never reached the server was not sent", async () => {
    const server = createServer();
    const root = await rootOf(server);
    await new Promise((resolve) => server.close(resolve));
    expect(resultOfError(await failureAt(root))).toEqual({ kind: "unsent", why: "ECONNREFUSED" });
  });

  test("whose line was cut after the request may have been sent", async () => {
    const root = await rootOf(createServer((request) => request.socket.destroy()));
    const result = resultOfError(await failureAt(root));
    expect(result).toMatchObject({ kind: "maybe" });
  });

  test("that took too long may have been sent", async () => {
    const root = await rootOf(createServer(() => undefined));
    expect(resultOfError(await failureAt(root, 1))).toMatchObject({ kind: "maybe" });
  });

  test("that has no end is not read to its end, and may have been sent", async () => {
    const part = Buffer.alloc(1024 * 1024, "a");
    let written = 0;
    const root = await rootOf(
      createServer((_, response) => {
        const write = () => {
          while (!response.destroyed) {
            written++;
            if (!response.write(part)) return;
          }
        };
        response.on("drain", write);
        write();
      }),
    );
    expect(resultOfError(await failureAt(root, 5))).toEqual({ kind: "maybe", why: "answer too long" });
    expect(written).toBeLessThan(100);
  });

  test("that a proxy gave in the place of Telegram is known by its status", async () => {
    const root = await rootOf(createServer((_, response) => response.writeHead(502).end("<html>Bad Gateway</html>")));
    expect(faultOf(await failureAt(root))).toEqual({ line: "no JSON, status 502" });
  });

  test.each([
    { what: "a page of a proxy", status: 502, body: "<html>Bad Gateway</html>" },
    { what: "half an answer", status: 200, body: '{"ok":true,"result":{"mess' },
    { what: "an empty answer", status: 200, body: "" },
  ])("that was answered with $what may have been sent", async ({ status, body }) => {
    const root = await rootOf(
      createServer((_, response) => response.writeHead(status, { "content-type": "text/html" }).end(body)),
    );
    expect(resultOfError(await failureAt(root))).toMatchObject({ kind: "maybe" });
  });

  test("whatever is thrown, unknown things are taken for «maybe»", () => {
    for (const thrown of [undefined, null, "text", 7, {}, new Error("odd"), new TypeError("odder")])
      expect(resultOfError(thrown)).toMatchObject({ kind: "maybe" });
  });

  test("neither the result nor what is logged of it holds the token", async () => {
    const roots = [
      "http://127.0.0.1:9",
      await rootOf(createServer((request) => request.socket.destroy())),
      await rootOf(createServer((_, response) => response.end("no JSON"))),
    ];
    for (const root of roots) {
      const error = await failureAt(root);
      expect(JSON.stringify(resultOfError(error))).not.toContain("secret");
      const logged = faultOf(error) as { err?: Error };
      expect(JSON.stringify(logged)).not.toContain("secret");
      expect(`${logged.err?.stack ?? ""}${logged.err?.message ?? ""}`).not.toContain("secret");
    }
  });
});
