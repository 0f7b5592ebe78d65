import { request } from "node:http";
import { parseHTML } from "linkedom";
import { expect, onTestFinished, test } from "vitest";
import { startDemo } from "../../src/demo/demo.ts";
import { parseHtml } from "../../src/demo/html-parser.ts";
import { startNewsSite } from "../../src/demo/news-site.ts";
import type { MessageEntity } from "../../src/demo/telegram-types.ts";
import { AppError } from "../../src/errors.ts";
import { silent } from "../fakes/logger.ts";
import { ask, call, handClock } from "./client.ts";

// The page's own script, which runs in browsers and is not type-checked.
const view = "../../src/demo/page/text-view.js";
const { renderText, safeAddress } = (await import(view)) as {
  renderText(document: unknown, text: string, entities?: readonly MessageEntity[]): unknown;
  safeAddress(address: string): string | undefined;
};

async function start() {
  const demo = await startDemo({ httpHost: "127.0.0.1", botApiPort: 0, clock: handClock(), logger: silent });
  onTestFinished(() => demo.close());
  return demo;
}

function draw(html: string) {
  const parsed = parseHtml(html);
  if ("error" in parsed) throw new Error(parsed.error);
  return drawText(parsed.text, parsed.entities);
}

function drawText(text: string, entities: readonly MessageEntity[] = []) {
  const { document } = parseHTML("<html><body></body></html>");
  document.body.append(renderText(document, text, entities) as never);
  return document.body;
}

test.each([
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "\"><svg onload=alert(1)>'",
  "</div></li><iframe srcdoc=x>",
])("the hostile text «%s» stays text", (text) => {
  const body = drawText(text);
  expect(body.textContent).toBe(text);
  expect([...body.querySelectorAll("*")].map(({ localName }) => localName)).toEqual(["div"]);
});

test.each([
  ["javascript:alert(1)", undefined],
  ["data:text/html,x", undefined],
  ["https://a.co/خبر", "https://a.co/%D8%AE%D8%A8%D8%B1"],
  ["a.co", "http://a.co/"],
])("the address %s may be followed as %s", (address, expected) => expect(safeAddress(address)).toBe(expected));

test("a link that may not be followed is no link", () => {
  const body = drawText("اضغط", [{ type: "text_link", offset: 0, length: 4, url: "javascript:alert(1)" }]);
  expect(body.querySelector("a")).toBeNull();
  expect(body.textContent).toBe("اضغط");
});

test("every line has a direction of its own, and entities nest", () => {
  const body = draw('<b>أ <a href="https://a.co/">ب</a></b>\nLatin <i>line</i>\n\n<code>x</code>');
  const lines = [...body.querySelectorAll(".line")];
  expect(lines.map((line) => line.getAttribute("dir"))).toEqual(["auto", "auto", "auto", "auto"]);
  expect(lines.map((line) => line.textContent)).toEqual(["أ ب", "Latin line", "", "x"]);
  expect(body.querySelector("a")?.closest("strong, .line > *")?.textContent).toBe("ب");
  expect(body.querySelector("a")?.getAttribute("rel")).toBe("noopener noreferrer");
});

test("a long expandable quote folds and opens, a short one does not fold", () => {
  const body = draw(
    `قبل\n<blockquote expandable>${"خبر طويل ".repeat(40)}</blockquote>\n<blockquote expandable>قصير</blockquote>بعد`,
  );
  const [long, short] = [...body.querySelectorAll("blockquote")];
  expect(long?.classList.contains("folded")).toBe(true);
  (long?.querySelector(".fold") as unknown as { click(): void } | undefined)?.click();
  expect(long?.classList.contains("folded")).toBe(false);
  expect(short?.querySelector(".fold")).toBeNull();
  expect(body.lastElementChild?.textContent).toBe("بعد");
});

test("nothing of the text is lost, whatever the entities", () => {
  const html = "<b>أ</b>\n<blockquote>ب\n<i>ج</i></blockquote>\nد <tg-spoiler>ه\nو</tg-spoiler>\n<pre>ز\nح</pre>ط";
  expect(draw(html).textContent?.replace(/\s/g, "")).toBe("أبجدهوزحط");
});

test("the page and all its files come from here, under a policy that lets nothing else in", async () => {
  const { pageUrl } = await start();
  const response = await fetch(pageUrl);
  const html = await response.text();
  expect(response.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self';/,
  );
  expect(html).toContain('<html lang="ar" dir="rtl">');
  const paths = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] as string);
  expect(paths.length).toBeGreaterThan(3);
  const seen = new Set<string>();
  while (paths.length > 0) {
    const path = new URL(paths.shift() as string, `${pageUrl}page/`);
    if (seen.has(path.href)) continue;
    seen.add(path.href);
    expect(path.origin).toBe(new URL(pageUrl).origin);
    const file = await fetch(path);
    expect(file.status, path.pathname).toBe(200);
    const text = await file.text();
    expect(text.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(
      /https?:\/\/[a-z]|innerHTML|insertAdjacentHTML|style="/,
    );
    paths.push(
      ...[...text.matchAll(/from "([^"]+)"|url\("([^"]+)"\)/g)].map((match) => (match[1] ?? match[2]) as string),
    );
  }
  expect(seen.size).toBe(11);
});

test("other sites may not act here, nor a name that was pointed at this machine", async () => {
  const { pageUrl, api } = await start();
  const say = `${pageUrl}sim/say?chatId=1001&userId=1001&text=x`;
  const foreign = await fetch(say, { method: "POST", headers: { origin: "https://example.com" } });
  expect(foreign.status).toBe(403);
  const status = await new Promise((resolve, reject) => {
    request(say, { method: "POST", headers: { host: "example.com" } }, (answer) => resolve(answer.statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(403);
  expect(api.messages(1001)).toEqual([]);
});

test("the page says, presses and reads over HTTP what the bot sees", async () => {
  const { pageUrl, api, botToken, operatorIds } = await start();
  const post = (path: string, given: Record<string, string>) =>
    ask(`${pageUrl}sim/${path}`, { method: "POST", body: new URLSearchParams(given) });
  await post("say", { chatId: "1002", userId: "1002", text: "/start" });
  const markup = { inline_keyboard: [[{ text: "اشترك", callback_data: "sub" }]] };
  await call(api, "sendMessage", { chat_id: 1002, text: "أهلًا", reply_markup: markup }, botToken);
  const pressed = await post("press", { chatId: "1002", userId: "1002", messageId: "2", data: "sub" });
  expect(api.state.queries.has(pressed.body.result.queryId)).toBe(true);
  const wrong = await post("press", { chatId: "1002", userId: "1002", messageId: "2", data: "other" });
  expect(wrong.status).toBe(400);
  const { body } = await ask(`${pageUrl}sim/messages?chatId=1002`);
  expect(body.result.messages.map(({ text }: { text: string }) => text)).toEqual(["/start", "أهلًا"]);
  expect((await ask(`${pageUrl}sim/outbox?chatId=1002`)).body.result).toMatchObject([{ text: "أهلًا", part: 1 }]);
  expect((await ask(`${pageUrl}sim/chats`)).body.result.people.map(({ id }: { id: number }) => id)).toEqual([
    1001,
    ...operatorIds,
  ]);
});

test("faults and rate limits can be switched over HTTP", async () => {
  const { pageUrl, api, botToken } = await start();
  api.people.say(1001, 1001, "/start");
  const post = (path: string, given: Record<string, string>) =>
    ask(`${pageUrl}sim/${path}`, { method: "POST", body: new URLSearchParams(given) });
  const send = async () => (await call(api, "sendMessage", { chat_id: 1001, text: "خبر" }, botToken)).status;
  const trouble = JSON.stringify({ kind: "flood", retryAfterSeconds: 5 });
  await post("fault", { method: "sendMessage", chatId: "1001", times: "1", trouble });
  expect([await send(), await send()]).toEqual([429, 200]);
  await post("fault", { trouble });
  await post("clear-faults", {});
  expect(await send()).toBe(200);
  await post("rate-limits", { on: "true" });
  expect([await send(), await send()]).toEqual([200, 429]);
  await post("rate-limits", { on: "false" });
  expect(await send()).toBe(200);
});

test("the page is told of every change as it happens", async () => {
  const { pageUrl, api, botToken } = await start();
  const stop = new AbortController();
  const events = await fetch(`${pageUrl}sim/events`, { signal: stop.signal });
  api.people.say(1001, 1001, "/start");
  await call(api, "sendMessage", { chat_id: 1001, text: "أ" }, botToken);
  await call(api, "editMessageText", { chat_id: 1001, message_id: 2, text: "ب" }, botToken);
  await call(api, "deleteMessage", { chat_id: 1001, message_id: 2 }, botToken);
  let text = "";
  for await (const chunk of events.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    if (text.includes('"deleted"')) break;
  }
  stop.abort();
  const told = [...text.matchAll(/^data: (.+)$/gm)].map((match) => JSON.parse(match[1] as string));
  expect(told.map(({ kind, message }) => [kind, message?.text])).toEqual([
    ["message", "/start"],
    ["message", "أ"],
    ["edited", "ب"],
    ["deleted", undefined],
  ]);
});

test("the demo names what the program needs, and its ports are free ones when none is given", async () => {
  const demo = await start();
  expect(demo.apiRoot).toBe(demo.pageUrl.replace(/\/$/, ""));
  expect(demo.allowPrivate).toEqual(demo.sources.map(({ url }) => new URL(url).host));
  expect(demo.greeting).toContain(demo.pageUrl);
  expect(demo.greeting).not.toContain(demo.botToken);
  expect((await call(demo.api, "getMe", {}, demo.botToken)).body.result).toMatchObject({
    id: 700_100_200,
    is_bot: true,
  });
});

test("a port that is taken is one clear error, and nothing is left running", async () => {
  const { pageUrl } = await start();
  const port = Number(new URL(pageUrl).port);
  const again = startDemo({ httpHost: "127.0.0.1", botApiPort: port, clock: handClock(), logger: silent });
  await expect(again).rejects.toThrow(
    new AppError(
      `cannot listen on 127.0.0.1:${port}: the port is taken; set HTTP_PORT to another one, or to 0 for any`,
    ),
  );
  const blocker = await startNewsSite({ startedAt: 0, clock: handClock() });
  onTestFinished(() => blocker.close());
  const taken = Number(new URL(blocker.url).port);
  const beside = startNewsSite({ port: taken - 1, startedAt: 0, clock: handClock() });
  await expect(beside).rejects.toThrow(AppError);
});

test("a demo on all addresses is reached at the loopback one", async () => {
  const demo = await startDemo({ httpHost: "0.0.0.0", botApiPort: 0, clock: handClock(), logger: silent });
  onTestFinished(() => demo.close());
  expect([demo.apiRoot, ...demo.sources.map(({ url }) => url)].map((url) => new URL(url).hostname)).toEqual(
    Array.from({ length: 3 }, () => "127.0.0.1"),
  );
});
