import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../src/clock.ts";
import { createDelivery } from "../../src/jobs/deliver.ts";
import { SECOND_MS } from "../../src/lib/time.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createSender } from "../../src/telegram/sender.ts";
import { planEdition } from "../e2e/delivering.ts";
import { silent } from "../fakes/logger.ts";
import { mostInASecond } from "./most-in-a-second.ts";

const TOKEN = "700300:pace-token-abcdefghijkl";
const LIMIT = 30;
/** Ten minutes, as the target says, take ten minutes: `DELIVERY_SECONDS=600`. */
const SECONDS = Number(process.env["DELIVERY_SECONDS"] ?? 60);
const UNLIMITED_CHATS = Number(process.env["DELIVERY_CHATS"] ?? 10_000);
/** Far above what one process can do. */
const NO_LIMIT = 100_000;

/** A message of the usual length. */
const HTML = `<b>موجز الأخبار</b>\n${"خبر من أخبار اليوم وما فيه. ".repeat(40)}`;

/** Delivers to so many chats and answers when the stand-in, in a process of its own, accepted each message, in order. */
async function deliver(messagesPerSecond: number, chatCount: number): Promise<{ at: number[]; cpuMs: number }> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-pace-"));
  const standIn = fork(join(import.meta.dirname, "stand-in-child.ts"), [TOKEN]);
  const url = `sqlite://${join(folder, "store.sqlite")}`;
  await planEdition(url, TOKEN, chatCount, HTML);
  const store = await openStore(url, {
    logger: silent,
    botId: TOKEN.split(":")[0] as string,
    now: Date.now(),
    lock: true,
  });
  try {
    const [{ url: apiRoot }] = (await once(standIn, "message")) as [{ url: string }];
    const delivery = createDelivery({
      stores: store.stores,
      sender: createSender({ token: TOKEN, apiRoot, paidBroadcast: false, logger: silent }),
      clock: systemClock,
      logger: silent,
      random: Math.random,
      messagesPerSecond,
      canaryChat: null,
      operatorIds: [],
      rejectedText: (description) => description,
      storeText: (reason) => reason,
      moveChat: async () => {},
    });
    await delivery.load();
    const stop = new AbortController();
    const before = process.cpuUsage();
    const sending = delivery.run(stop.signal);
    while (delivery.counts().pending > 0) await systemClock.sleep(10);
    stop.abort();
    await sending;
    const { user, system } = process.cpuUsage(before);
    standIn.send("when");
    const [{ sentAt }] = (await once(standIn, "message")) as [{ sentAt: number[] }];
    if (sentAt.length !== chatCount) throw new Error(`${sentAt.length} messages for ${chatCount} chats`);
    return { at: sentAt, cpuMs: (user + system) / 1000 };
  } finally {
    standIn.disconnect();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const rate = (at: readonly number[]) => ((at.length - 1) * SECOND_MS) / ((at.at(-1) as number) - (at[0] as number));

function quantile(values: readonly number[], part: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
}

/** How much of a limit is used, how evenly; and how fast it is without one. Times are those at which the stand-in accepted. */
export async function benchPace(): Promise<string> {
  const paced = await deliver(LIMIT, LIMIT * SECONDS);
  const gaps = paced.at.slice(1).map((time, index) => time - (paced.at[index] as number));
  const free = await deliver(NO_LIMIT, UNLIMITED_CHATS);
  return [
    `| delivery, SQLite with every commit on the disk, stand-in in its own process | |`,
    "|---|---|",
    `| MESSAGES_PER_SECOND=${LIMIT}, ${SECONDS} s: messages a second | ${rate(paced.at).toFixed(2)} |`,
    `| … share of the limit | ${((100 * rate(paced.at)) / LIMIT).toFixed(1)} % |`,
    `| … most in any sliding second | ${mostInASecond(paced.at)} |`,
    `| … between two messages, 1st, 50th and 99th percentile | ${quantile(gaps, 0.01)}, ${quantile(gaps, 0.5)}, ${quantile(gaps, 0.99)} ms |`,
    `| … processor time of a message | ${(paced.cpuMs / paced.at.length).toFixed(1)} ms |`,
    `| without a limit, ${UNLIMITED_CHATS} chats: messages a second | ${rate(free.at).toFixed(0)} |`,
    `| … processor time of a message | ${(free.cpuMs / free.at.length).toFixed(2)} ms |`,
  ].join("\n");
}
