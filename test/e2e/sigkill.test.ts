import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { startBotApi } from "../../src/demo/bot-api.ts";
import { planEdition, startDelivering, tally, unanswered } from "./delivering.ts";

const TOKEN = "700200:sigkill-token-abcdef";
const CHATS = Number(process.env["SIGKILL_CHATS"] ?? 120);
const KILLS = Number(process.env["SIGKILL_KILLS"] ?? 4);
const SEED = Number(process.env["SIGKILL_SEED"] ?? Date.now() % 100_000);
/** So long Telegram takes to answer: messages are in flight meanwhile. */
const ANSWER_MS = 100;
const PER_SECOND = 30;

/** Each life is ended at some moment within this time of its first message, so that enough is left for the last. */
const LIFE_MS = (800 * CHATS) / (KILLS * PER_SECOND);

/** Chats that were being written to when the process ended: their marks say so, because they are written before the attempt. */
function inFlight(file: string): number {
  const db = new DatabaseSync(file);
  const rows = db.prepare("SELECT v FROM records WHERE ns = 'marks'").all() as { v: string }[];
  db.close();
  return rows.filter(({ v }) => JSON.parse(v).value.state === "sending").length;
}

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
  const run = () => startDelivering({ url, api, token: TOKEN, perSecond: PER_SECOND });
  try {
    await planEdition(url, TOKEN, CHATS);
    let allowed = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const before = api.calls().get("sendmessage") ?? 0;
      const child = run();
      while ((api.calls().get("sendmessage") ?? 0) === before && child.exitCode === null)
        await new Promise((done) => setTimeout(done, 5));
      await new Promise((done) => setTimeout(done, random() * LIFE_MS));
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
    const { lost, doubles } = tally(api, CHATS);
    console.log(
      `seed ${SEED}: ${KILLS} kills, ${CHATS} chats, lost ${lost}, double ${doubles}, in flight at the kills ${allowed}`,
    );
    expect(lost).toBe(0);
    expect(doubles).toBeLessThanOrEqual(allowed);
    // What is on its way at 30 a second with answers after 100 ms.
    expect(doubles).toBeLessThanOrEqual(3 * KILLS);
    const db = new DatabaseSync(join(folder, "store.sqlite"));
    expect(db.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    expect(db.prepare("SELECT count(*) AS n FROM records WHERE ns = 'batches'").get()).toEqual({ n: 0 });
    db.close();
  } finally {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
