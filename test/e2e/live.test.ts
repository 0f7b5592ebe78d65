import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { startBotApi } from "../../src/demo/bot-api.ts";
import type { BotApi } from "../../src/demo/control.ts";
import { startNewsSite } from "../../src/demo/news-site.ts";

const ROOT = join(import.meta.dirname, "../..");
const TOKEN = "700300:live-token-abcdefgh";
const READER = 51;
const OPERATOR = 52;
const PATIENCE_MS = 30_000;

let folder: string;
let api: BotApi;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "mujaz-live-"));
  api = await startBotApi({ token: TOKEN, port: 0 });
  for (const [id, name] of [
    [READER, "سلمى"],
    [OPERATOR, "فارس"],
  ] as const) {
    api.people.person(id, name);
    api.people.openChat(id, "private");
  }
});
afterEach(async () => {
  for (const child of running)
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  running.clear();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start` as a process group of its own, on a store of its own, without any public source. */
function npmStart(env: Record<string, string> = {}): { child: ChildProcess; log: () => string } {
  const child = spawn("npm", ["start"], {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      BOT_TOKEN: TOKEN,
      BOT_API_ROOT: `${api.url}/`,
      STORE_URL: `sqlite://${join(folder, "store.sqlite")}`,
      STARTER_SOURCES: "none",
      HTTP_PORT: "0",
      ADMIN_IDS: String(OPERATOR),
      COLLECT_CRON: "*/2 * * * * *",
      LOG_LEVEL: "info",
      ...env,
    },
  });
  running.add(child);
  let log = "";
  child.stdout?.on("data", (data) => (log += data));
  child.stderr?.on("data", (data) => (log += data));
  return { child, log: () => log };
}

/** Waits until something is true; says what it waited for when it never is. */
async function until(what: string, is: () => boolean, log: () => string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!is()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}\n${log()}`);
    await systemClock.sleep(25);
  }
}

const told = (chatId: number) => api.delivered(chatId).map((message) => message.text);
const polling = () => (api.calls().get("getupdates") ?? 0) > 0;

test.each(["the group", "npm alone"])(
  "a bot is talked to, reads a site, sends a digest, and ends well when %s is told to stop",
  async (whom) => {
    const site = await startNewsSite({ port: 0, startedAt: Date.now(), clock: systemClock });
    const hosts = site.sources.map((source) => new URL(source.url).host).join();
    const { child, log } = npmStart({ FETCH_ALLOW_PRIVATE: hosts });
    try {
      await until("the first poll", polling, log);
      api.people.say(OPERATOR, OPERATOR, `/addsource ${site.sources[0]?.homeUrl}`);
      const shown = () =>
        api
          .messages(OPERATOR)
          .map((message) => message.text ?? "")
          .join("\n");
      await until("an added source", () => shown().includes(site.sources[0]?.nameAr as string), log);
      api.people.say(READER, READER, "/sources");
      await until("a refusal", () => told(READER).length === 1, log);
      await until("collected news", () => /"kept":[1-9]/.test(log()), log);
      api.people.say(READER, READER, "/times 08:00 20:00");
      api.people.say(READER, READER, "اشتراك");
      await until("a first digest", () => told(READER).some((text) => text.includes("موجز الأخبار")), log);
      process.kill(whom === "npm alone" ? (child.pid as number) : -(child.pid as number), "SIGTERM");
      const [code, signal] = await once(child, "exit");
      expect([code, signal], log()).toEqual([0, null]);
      expect(log()).not.toContain(TOKEN);
    } finally {
      await site.close();
    }
  },
  120_000,
);

test("a wrong token ends the program with one clear line and exit code 78", async () => {
  const { child, log } = npmStart({ BOT_TOKEN: "700300:another-token-abcdef" });
  const [code] = await once(child, "exit");
  expect(code, log()).toBe(78);
  expect(log()).toMatch(/mujaz: .*BOT_TOKEN/);
  expect(log()).not.toContain("another-token");
}, 120_000);

test("a store of another bot, or one that is in use, is refused in one line", async () => {
  const { child, log } = npmStart();
  await until("the first poll", polling, log);
  const second = npmStart();
  expect((await once(second.child, "exit"))[0]).not.toBe(0);
  expect(second.log()).toMatch(/mujaz: another process uses this store/);
  process.kill(-(child.pid as number), "SIGTERM");
  await once(child, "exit");
  const foreign = npmStart({ BOT_TOKEN: "700301:foreign-token-abcdef" });
  expect((await once(foreign.child, "exit"))[0]).toBe(78);
  expect(foreign.log()).toMatch(/mujaz: the store belongs to bot 700300/);
}, 120_000);

test("a port that is taken stops the start with one line that says what to do", async () => {
  const { child, log } = npmStart({ HTTP_PORT: new URL(api.url).port });
  expect((await once(child, "exit"))[0]).toBe(1);
  expect(log()).toMatch(/mujaz: cannot listen on 127\.0\.0\.1:\d+: the port is taken; set HTTP_PORT/);
  expect(log()).not.toMatch(/^ +at /m);
}, 120_000);

test("a wrong setting stops the start with a line for each fault", async () => {
  const { child, log } = npmStart({ TIME_ZONE: "Mars/Olympus", HTTP_PORT: "-1" });
  expect((await once(child, "exit"))[0]).toBe(78);
  expect(log()).toMatch(/TIME_ZONE: expected/);
  expect(log()).toMatch(/HTTP_PORT: expected/);
  expect(log()).not.toContain("Olympus");
}, 120_000);

test("without a token the demo starts on a free port and says where", async () => {
  const { child, log } = npmStart({ BOT_TOKEN: "", BOT_API_ROOT: "", HTTP_PORT: "0", STORE_URL: "" });
  await until("the address", () => /http:\/\/127\.0\.0\.1:\d+\//.test(log()), log);
  const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(log()) as unknown as [string];
  const page = await (await fetch(address)).text();
  expect(page).toContain('dir="rtl"');
  process.kill(-(child.pid as number), "SIGTERM");
  expect((await once(child, "exit"))[0]).toBe(0);
}, 120_000);
