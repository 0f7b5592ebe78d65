import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const PROGRAM = join(ROOT, "src/cli/mujaz.ts");

/** How a command ended, and what it said. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly folder: string;
  /** Standard input; empty without it. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Stops reading the output after so many bytes. */
  readonly hangUpAfterBytes?: number;
}

/** Runs `mujaz` as a child process, with a store of its own in `folder` and no settings of this machine. */
export function runMujaz(args: readonly string[], options: RunOptions): Promise<Run> {
  const { folder, input = "", env = {}, hangUpAfterBytes } = options;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"] ?? "",
      STORE_URL: `sqlite://${join(folder, "store.sqlite")}`,
      STARTER_SOURCES: "none",
      NO_COLOR: "1",
      NODE_COMPILE_CACHE: join(ROOT, "node_modules/.cache/compiled"), // as `npm run mujaz` has it
      ...env,
    },
  });
  const said = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  let bytes = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    said.stdout.push(chunk);
    bytes += chunk.length;
    if (hangUpAfterBytes !== undefined && bytes >= hangUpAfterBytes) child.stdout.destroy();
  });
  child.stderr.on("data", (chunk: Buffer) => said.stderr.push(chunk));
  child.stdin.on("error", () => undefined); // a command that fails early does not read its input
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({ code, stdout: Buffer.concat(said.stdout).toString(), stderr: Buffer.concat(said.stderr).toString() }),
    );
  });
}

/** A folder that lives as long as the tests of a file. */
export function temporaryFolder(): { readonly path: string } {
  const folder = { path: "" };
  beforeAll(() => {
    folder.path = mkdtempSync(join(tmpdir(), "mujaz-cli-"));
  });
  afterAll(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
}

/** Objects as JSON lines. */
export function toLines(objects: readonly unknown[]): string {
  return objects.map((object) => `${JSON.stringify(object)}\n`).join("");
}

/** JSON lines as objects. */
// biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of every command
export function fromLines(text: string): any[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Text in windows-1256, as old Arabic sites send it. */
export function windows1256(text: string): Uint8Array {
  const letters = new TextDecoder("windows-1256").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (letter) => {
    const byte = letters.indexOf(letter);
    if (byte < 0) throw new RangeError(`windows-1256 has no ${letter}`);
    return byte;
  });
}
