import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "../../src/clock.ts";
import { startBotApi } from "../../src/demo/bot-api.ts";
import type { BotApi } from "../../src/demo/control.ts";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "../../src/lib/time.ts";
import type { Source } from "../../src/source/source.ts";
import { openStore } from "../../src/store/open-store.ts";
import { silent } from "../fakes/logger.ts";
import { outlet } from "../fakes/outlet.ts";

const ROOT = join(import.meta.dirname, "../..");
const TOKEN = "700500:idle-token-abcdefghijkl";
const SOURCES = 40;
const ARTICLES_A_DAY = 1200;
const ROUNDS = 3;
const IDLE_MS = Number(process.env["DELIVERY_IDLE_SECONDS"] ?? 20) * SECOND_MS;
/** Of Linux: `getconf CLK_TCK`. */
const TICK_MS = 10;
const PATIENCE_MS = 60_000;

/** Outlets on this machine: each publishes one article a round, on a page of the usual weight. */
class Web {
  round = 1;
  feedReads = 0;
  unchanged = 0;
  pageReads = 0;
  readonly server: Server = createServer((request, response) => {
    const [, outletName = "", slug = ""] = (request.url ?? "").split("/");
    if (slug === "feed") {
      this.feedReads++;
      const etag = `"${outletName}-${this.round}"`;
      if (request.headers["if-none-match"] === etag) {
        this.unchanged++;
        response.writeHead(304).end();
      } else response.writeHead(200, { "content-type": "application/rss+xml", etag }).end(this.feed(outletName));
    } else if (slug.startsWith("n")) {
      this.pageReads++;
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pageOf(outletName, slug));
    } else response.writeHead(404).end();
  });

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  feed(name: string): string {
    const entries = Array.from({ length: this.round }, (_, index) => this.round - index).map(
      (number) =>
        `<item><title>${titleOf(name, `n${number}`)}</title><link>http://${this.host}/${name}/n${number}</link><pubDate>${new Date(Date.now() - MINUTE_MS).toUTCString()}</pubDate></item>`,
    );
    return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>http://${this.host}/${name}/</link>${entries.join("")}</channel></rss>`;
  }
}

const titleOf = (name: string, slug: string) => `المجلس البلدي في ${name} يقر الخطة ${slug} بعد نقاش طويل`;

/** About 120 kB, most of it furniture. */
function pageOf(name: string, slug: string): string {
  const title = titleOf(name, slug);
  const links = Array.from(
    { length: 400 },
    (_, index) =>
      `<li class="menu-entry"><a class="link" href="/${name}/section/${index}"><span>قسم ${index}</span> عنوان من عناوين القائمة الجانبية ${index}</a></li>`,
  ).join("");
  const text = Array.from(
    { length: 14 },
    (_, index) =>
      `<p>قال رئيس المجلس في الفقرة ${index} إن العمل في ${slug} يبدأ الشهر المقبل، وإن الكلفة ${index * 7} مليونا.</p>`,
  ).join("");
  return `<!doctype html><html lang="ar"><head><title>${title}</title><meta property="og:title" content="${title}"><meta property="article:published_time" content="${new Date().toISOString()}"></head><body><nav><ul>${links}</ul></nav><article><h1>${title}</h1>${text}</article><aside><ul>${links}</ul></aside></body></html>`;
}

async function fill(url: string, host: string): Promise<void> {
  const store = await openStore(url, { logger: silent, botId: "700500", now: Date.now() });
  const sources = Array.from({ length: SOURCES }, (_, index): Source => {
    const id = `outlet${index}`;
    return { ...outlet(id), homeUrl: `http://${host}/${id}/`, url: `http://${host}/${id}/feed`, everyMs: SECOND_MS };
  });
  await store.stores.sources.putMany(sources.map((source) => ({ key: source.id, value: source })));
  await store.stores.settings.put("seeded", Date.now());
  await store.close();
}

/** Processor time and memory of a process, from Linux. */
function usage(pid: number): { cpuMs: number; rssMb: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS, rssMb: Number(rss) / 1024 };
}

async function until(is: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!is()) {
    if (performance.now() > end) throw new Error("it did not come about in a minute");
    await systemClock.sleep(2);
  }
}

/** `npm start` replaces itself by node (`exec`) but for npm: the program is npm's only child, and its child. */
function programOf(npm: ChildProcess): number {
  let pid = npm.pid as number;
  for (;;) {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    if (!child) return pid;
    pid = Number(child);
  }
}

function start(url: string, api: BotApi, host: string): ChildProcess {
  return spawn("npm", ["start"], {
    cwd: ROOT,
    detached: true,
    stdio: "ignore",
    env: {
      ...process.env,
      BOT_TOKEN: TOKEN,
      BOT_API_ROOT: api.url.replace(/\/$/, ""),
      STORE_URL: url,
      HTTP_PORT: "0",
      COLLECT_CRON: "* * * * * *",
      FETCH_ALLOW_PRIVATE: host,
    },
  });
}

/** The live program as `npm start` runs it, with 40 sources on this machine. Needs Linux. */
export async function benchIdle(): Promise<string> {
  if (process.platform !== "linux") return "| the live program | needs Linux |\n|---|---|";
  const folder = mkdtempSync(join(tmpdir(), "mujaz-idle-"));
  const url = `sqlite://${join(folder, "store.sqlite")}`;
  const web = new Web();
  web.server.listen(0, "127.0.0.1");
  await once(web.server, "listening");
  const api = await startBotApi({ token: TOKEN, port: 0 });
  const polls = () => api.calls().get("getupdates") ?? 0;
  let child: ChildProcess | undefined;
  try {
    await fill(url, web.host);
    const starts: number[] = [];
    for (let run = 0; run < 3; run++) {
      const [before, at] = [polls(), performance.now()];
      child = start(url, api, web.host);
      await until(() => polls() > before);
      starts.push(performance.now() - at);
      // The first run reads what there is; for the others every source is unchanged.
      await until(() => web.pageReads === SOURCES);
      // What is read but not stored when a process ends is read again by the next one, which then is not idle.
      await systemClock.sleep(3 * SECOND_MS);
      if (run === 2) break;
      process.kill(-(child.pid as number), "SIGTERM");
      await once(child, "exit");
    }
    const pid = programOf(child as ChildProcess);
    await systemClock.sleep(5 * SECOND_MS);
    const idleRssMb = usage(pid).rssMb;
    // The first round warms code and connections.
    const reading: number[] = [];
    for (let round = 2; round <= ROUNDS + 1; round++) {
      const before = usage(pid).cpuMs;
      web.round = round;
      await until(() => web.pageReads === SOURCES * round);
      await systemClock.sleep(SECOND_MS);
      reading.push((usage(pid).cpuMs - before) / SOURCES);
    }
    const [before, readsBefore] = [usage(pid), web.feedReads];
    await systemClock.sleep(IDLE_MS);
    const after = usage(pid);
    const reads = web.feedReads - readsBefore;
    const idleCpuMs = after.cpuMs - before.cpuMs;
    const articleMs = Math.min(...reading.slice(1));
    // Every source each five minutes; here they were read much more often.
    const readsADay = (SOURCES * DAY_MS) / (5 * MINUTE_MS);
    const day = (idleCpuMs / Math.max(reads, 1)) * readsADay + articleMs * ARTICLES_A_DAY;
    return [
      `| the live program, ${SOURCES} sources on this machine | |`,
      "|---|---|",
      `| \`npm start\` to the first poll, best and worst of ${starts.length} | ${Math.min(...starts).toFixed(0)}, ${Math.max(...starts).toFixed(0)} ms |`,
      `| RSS while no source has news | ${idleRssMb.toFixed(0)} MB |`,
      `| RSS after ${SOURCES * ROUNDS} articles at once | ${after.rssMb.toFixed(0)} MB |`,
      `| processor time of a read source that is unchanged, with all that goes on beside it | ${(idleCpuMs / Math.max(reads, 1)).toFixed(1)} ms (${reads} in ${IDLE_MS / SECOND_MS} s) |`,
      `| … of an article: feed, page of 120 kB, story, stored | ${reading.map((ms) => ms.toFixed(0)).join(", ")} ms in ${ROUNDS} rounds |`,
      `| a day of ${ARTICLES_A_DAY} articles, every source each five minutes | ${(day / SECOND_MS).toFixed(0)} s |`,
    ].join("\n");
  } finally {
    if (child?.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, "SIGTERM");
      await once(child, "exit");
    }
    await api.close();
    web.server.closeAllConnections();
    web.server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
