import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** So many different choices, and so many editions of a slot. */
const KINDS = 100;
/** Fewer where a minute matters: `DELIVERY_MOST=100000`. */
const COUNTS = [10_000, 100_000, 1_000_000].filter((n) => n <= Number(process.env["DELIVERY_MOST"] ?? 1_000_000));

interface Told {
  readonly startMs: number;
  readonly planMs: number;
  readonly editions: number;
  readonly pending: number;
  readonly maxRssMb: number;
}

/** Runs scale-child.ts to its end, as `npm start` runs the program; answers what it told. */
function child(work: "fill" | "start" | "slot", url: string, count: number): Told {
  const script = join(import.meta.dirname, "scale-child.ts");
  const args = ["--max-semi-space-size=2", script, work, url, String(count), String(KINDS)];
  const env = { ...process.env, NODE_COMPILE_CACHE: "node_modules/.cache/compiled", MALLOC_ARENA_MAX: "1" };
  const line = execFileSync(process.execPath, args, { encoding: "utf8", env });
  return JSON.parse(line || "{}") as Told;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** A start with very many chats, and a slot at which all of them are due: found, selected, worded, frozen, written in batches. */
export async function benchScale(): Promise<string> {
  const rows = COUNTS.map((count) => {
    const folder = mkdtempSync(join(tmpdir(), "mujaz-scale-"));
    const url = `sqlite://${join(folder, "store.sqlite")}`;
    try {
      child("fill", url, count);
      const start = child("start", url, count);
      const slot = child("slot", url, count);
      if (slot.pending !== count) throw new Error(`${slot.pending} of ${count} chats were planned`);
      return `| ${count} | ${seconds(start.startMs)}, ${start.maxRssMb.toFixed(0)} MB | ${seconds(slot.planMs)} | ${((1000 * slot.planMs) / count).toFixed(0)} µs | ${slot.editions} | ${slot.maxRssMb.toFixed(0)} MB |`;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  return [
    "| subscribed chats, SQLite | start to all read, RSS | a slot of all of them: found and planned | a chat | editions | RSS |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}
