import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { startBotApi } from "../../src/demo/bot-api.ts";
import type { BotApi } from "../../src/demo/control.ts";
import { openStore } from "../../src/store/open-store.ts";
import { silent } from "../fakes/logger.ts";
import { planEdition, startDelivering, tally, unanswered } from "./delivering.ts";

const TOKEN = "700600:hard-times-token-abcdef";
const CHATS = 60;
const PER_SECOND = 30;
const OPERATOR = 77;
const ANSWER_MS = 100;
/** Who has no rights here, where tests run as root. */
const NOBODY = 65_534;

let folder: string;
let url: string;
let api: BotApi;
const running: ChildProcess[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "mujaz-hard-"));
  url = `sqlite://${join(folder, "store.sqlite")}`;
  api = await startBotApi({ token: TOKEN, port: 0, acceptUnknownChats: true });
  api.fault({ trouble: { kind: "delay", delayMs: ANSWER_MS } });
  await planEdition(url, TOKEN, CHATS);
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  await api.close();
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

function run(options: { mostPages?: number } = {}): ChildProcess {
  const child = startDelivering({ url, api, token: TOKEN, perSecond: PER_SECOND, operatorId: OPERATOR, ...options });
  running.push(child);
  return child;
}

async function until(is: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !is(); ) {
    if (Date.now() > end) throw new Error("waited in vain");
    await systemClock.sleep(5);
  }
}

const sentTo = (chatId: number) => api.delivered(chatId).length;
const exitOf = async (child: ChildProcess) => (await once(child, "exit")) as [number | null, string | null];

test("SIGTERM while messages are in flight: their answers are waited for, nothing comes twice, nothing is lost", async () => {
  const first = run();
  await until(() => api.sentCount() > 5 && unanswered(api) > 0);
  const askedAt = Date.now();
  first.kill("SIGTERM");
  expect(await exitOf(first)).toEqual([0, null]);
  expect(Date.now() - askedAt).toBeLessThan(10_000);
  expect(api.sentCount()).toBeLessThan(CHATS);
  expect(await exitOf(run())).toEqual([0, null]);
  expect(tally(api, CHATS)).toEqual({ lost: 0, doubles: 0 });
}, 60_000);

test("a process that was stopped for seconds (SIGSTOP) goes on, within the limit, and sends nothing twice", async () => {
  const child = run();
  const exit = exitOf(child);
  await until(() => api.sentCount() > 5);
  child.kill("SIGSTOP");
  await systemClock.sleep(3000);
  const before = api.sentCount();
  const onAt = Date.now();
  child.kill("SIGCONT");
  await systemClock.sleep(500);
  const sent = api.sentCount() - before;
  expect(sent).toBeLessThanOrEqual(PER_SECOND * Math.ceil((Date.now() - onAt) / 1000));
  expect(await exit).toEqual([0, null]);
  expect(tally(api, CHATS)).toEqual({ lost: 0, doubles: 0 });
}, 60_000);

test("a full disk: the operator is told once, the process stays and sends nothing that it cannot record; afterwards nothing is lost", async () => {
  const db = new DatabaseSync(join(folder, "store.sqlite"));
  const { page_count: pages } = db.prepare("PRAGMA page_count").get() as { page_count: number };
  db.close();
  const child = run({ mostPages: pages + 2 });
  await until(() => sentTo(OPERATOR) > 0);
  expect(api.delivered(OPERATOR)[0]?.text).toMatch(/full/);
  await systemClock.sleep(4000); // it tries again meanwhile; what still finds room goes
  expect(child.exitCode).toBeNull();
  expect(sentTo(OPERATOR)).toBe(1);
  expect(api.sentCount()).toBeLessThan(CHATS);
  child.kill("SIGKILL");
  await exitOf(child);
  expect(await exitOf(run())).toEqual([0, null]);
  const { lost, doubles } = tally(api, CHATS);
  expect(lost).toBe(0);
  expect(doubles).toBeLessThanOrEqual(4); // what was in flight when the disk became full
}, 60_000);

test("a read-only store ends the start with one clear line, and is not touched; with rights again nothing is lost", async () => {
  chmodSync(join(folder, "store.sqlite"), 0o444);
  chmodSync(folder, 0o555);
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../src/main.ts")], {
    ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    env: { PATH: process.env["PATH"], BOT_TOKEN: TOKEN, BOT_API_ROOT: api.url, STORE_URL: url, HTTP_PORT: "0" },
  });
  running.push(child);
  let log = "";
  child.stderr?.on("data", (data) => (log += data));
  const [code] = await exitOf(child);
  expect(code, log).not.toBe(0);
  expect(log.trim().split("\n").at(-1)).toMatch(
    /^mujaz: (?:cannot|the store cannot) .*(?:read-?only|unable to open|store)/i,
  );
  expect(log).not.toContain(TOKEN);
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "store.sqlite"), 0o644);
  expect(await exitOf(run())).toEqual([0, null]);
  expect(tally(api, CHATS)).toEqual({ lost: 0, doubles: 0 });
}, 60_000);

test("the lock of a store ends with the process that held it, also when that was killed", async () => {
  const child = run();
  await until(() => api.sentCount() > 2);
  const open = () => openStore(url, { logger: silent, botId: "700600", now: Date.now(), lock: true });
  await expect(open()).rejects.toThrow(/another process uses this store/);
  child.kill("SIGKILL");
  await exitOf(child);
  await (await open()).close();
}, 60_000);
