import { BotError, type Context, GrammyError, HttpError } from "grammy/web";
import { expect, test } from "vitest";
import { faultOf, lineFault } from "../../src/telegram/fault.ts";

test.each([
  { error: { code: "ECONNREFUSED" }, connected: false },
  { error: { code: "ENOTFOUND" }, connected: false },
  { error: { code: "EAI_AGAIN" }, connected: false },
  { error: { code: "CERT_HAS_EXPIRED" }, connected: false },
  { error: { code: "ETIMEDOUT", syscall: "connect" }, connected: false },
  { error: { code: "ETIMEDOUT", errors: [{ syscall: "connect" }, { syscall: "connect" }] }, connected: false },
  { error: { code: "ETIMEDOUT", errors: [{ syscall: "connect" }, { syscall: "read" }] }, connected: true },
  { error: { code: "ETIMEDOUT", syscall: "read" }, connected: true },
  { error: { code: "ECONNRESET" }, connected: true },
  { error: new SyntaxError("Unexpected end of JSON input"), connected: true },
  { error: { message: "Request to 'sendMessage' timed out after 30 seconds" }, connected: true },
  { error: undefined, connected: true },
])("a line that broke with $error was made: $connected", ({ error, connected }) => {
  expect(lineFault(error).connected).toBe(connected);
});

test("of what grammY throws only what is safe is logged, also from within its own wrapping", () => {
  const secret = "https://api.telegram.org/bot4242:secret/sendMessage";
  const line = new HttpError("Network request failed", Object.assign(new Error(secret), { code: "ECONNRESET" }));
  const refusal = new GrammyError("", { ok: false, error_code: 400, description: "Bad Request: x" }, "sendMessage", {
    text: "private words",
  });
  expect(faultOf(line)).toEqual({ line: "ECONNRESET" });
  expect(faultOf(new BotError(line, {} as Context))).toEqual({ line: "ECONNRESET" });
  expect(faultOf(refusal)).toEqual({ method: "sendMessage", code: 400, description: "Bad Request: x" });
});

test("an error of our own is logged whole", () => {
  const error = new Error("the store is full");
  expect(faultOf(new BotError(error, {} as Context))).toEqual({ err: error });
});
