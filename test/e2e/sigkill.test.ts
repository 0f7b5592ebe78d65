import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { startBotApi } from "../../src/demo/bot-api.ts";
import type { BotApi } from "../../src/demo/control.ts";
import { batchKey, type Edition } from "../../src/digest/edition.ts";
import { splitBatches } from "../../src/digest/plan.ts";
import { recipientKey } from "../../src/digest/subscription.ts";
import { HOUR_MS } from "../../src/lib/time.ts";
import { openStore } from "../../src/store/open-store.ts";
import { silent } from "../fakes/logger.ts";
import { subscriber } from "./newsroom.ts";

const TOKEN = "700200:sigkill-token-abcdef";
const CHATS = Number(process.env["SIGKILL_CHATS"] ?? 120);
const KILLS = Number(process.env["SIGKILL_KILLS"] ?? 4);
const SEED = Number(process.env["SIGKILL_SEED"] ?? Date.now() % 100_000);
/** So long Telegram takes to answer: messages are in flight meanwhile. */
const ANSWER_MS = 100;
const PER_SECOND = 30;

/** An edition of two messages for all chats, as the publisher leaves it in the store. */
async function plan(url: string): Promise<Edition> {
  const store = await openStore(url, { logger: silent, botId: TOKEN.split(":")[0] as string, now: Date.now() });
  const now = Date.now();
  const recipients = Array.from({ length: CHATS }, (_, index) => ({ chatId: 100_000 + index, threadId: 0 }));
  const edition: Edition = {
    id: "edition",
    slotAt: now,
    since: now - HOUR_MS,
    until: now,
    storyIds: ["s"],
    messages: ["<b>الأول</b>"],
    batchCount: 0,
    planned: true,
    expiresAt: now + 24 * HOUR_MS,
    stopped: false,
    asked: false,
    urgent: false,
  };
  const batches = splitBatches(edition.id, recipients);
  await store.stores.subscriptions.putMany(
    recipients.map((recipient) => ({ key: recipientKey(recipient), value: subscriber(recipient.chatId) })),
  );
  await store.stores.batches.putMany(
    batches.map((batch) => ({ key: batchKey(edition.id, batch.number), value: batch })),
  );
  await store.stores.editions.put(edition.id, { ...edition, batchCount: batches.length });
  await store.close();
  return edition;
}

/** Chats that were being written to when the process ended: their marks say so, because they are written before the attempt. */
function inFlight(file: string): number {
  const db = new DatabaseSync(file);
  const rows = db.prepare("SELECT v FROM records WHERE ns = 'marks'").all() as { v: string }[];
  db.close();
  return rows.filter(({ v }) => JSON.parse(v).value.state === "sending").length;
}

/** Messages that the stand-in has taken and not answered yet. */
const unanswered = (api: BotApi) => (api.calls().get("sendmessage") ?? 0) - api.sentCount();

test(`killed ${KILLS} times while it delivers to ${CHATS} chats, nothing is lost and only what was in flight comes twice (seed ${SEED})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-sigkill-"));
  const url = `sqlite://${join(folder, "store.sqlite")}`;
  const api = await startBotApi({ token: TOKEN, port: 0, acceptUnknownChats: true });
  api.fault({ trouble: { kind: "delay", delayMs: ANSWER_MS } });
  let dice = SEED;
  const random = () => {
    dice = (dice * 1_103_515_245 + 12_345) % 2_147_483_648;
    return dice / 2_147_483_648;
  };
  const run = (): ChildProcess =>
    spawn(
      process.execPath,
      [join(import.meta.dirname, "delivering-child.ts"), url, api.url.replace(/\/$/, ""), TOKEN, String(PER_SECOND)],
      { stdio: ["ignore", "ignore", "inherit"] },
    );
  try {
    await plan(url);
    let allowed = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const before = api.calls().get("sendmessage") ?? 0;
      const child = run();
      // Killed a little after it has begun to send: then messages are on their way.
      while ((api.calls().get("sendmessage") ?? 0) === before && child.exitCode === null)
        await new Promise((done) => setTimeout(done, 5));
      await new Promise((done) => setTimeout(done, random() * 160));
      while (unanswered(api) === 0 && child.exitCode === null) await new Promise((done) => setTimeout(done, 2));
      child.kill("SIGKILL");
      await once(child, "exit");
      const flying = inFlight(join(folder, "store.sqlite"));
      expect(flying, `kill ${kill}: nothing was in flight`).toBeGreaterThan(0);
      allowed += flying;
      await new Promise((done) => setTimeout(done, ANSWER_MS + 50));
    }
    const last = run();
    const [code] = await once(last, "exit");
    expect(code).toBe(0);
    const times = new Map<number, number>();
    for (const { chatId } of api.delivered()) times.set(chatId, (times.get(chatId) ?? 0) + 1);
    const lost = CHATS - times.size;
    const doubles = [...times.values()].reduce((sum, count) => sum + count - 1, 0);
    console.log(
      `seed ${SEED}: ${KILLS} kills, ${CHATS} chats, lost ${lost}, double ${doubles}, in flight at the kills ${allowed}`,
    );
    expect(lost).toBe(0);
    expect(doubles).toBeLessThanOrEqual(allowed);
    const db = new DatabaseSync(join(folder, "store.sqlite"));
    expect(db.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    expect(db.prepare("SELECT count(*) AS n FROM records WHERE ns = 'batches'").get()).toEqual({ n: 0 });
    db.close();
  } finally {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
