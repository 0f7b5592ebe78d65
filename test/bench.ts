import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";

/** What a `*.bench.ts` file exports, one or more: prints a table, ours beside the peers, on the corpus folder or on own fixtures. */
type Bench = (corpus: string | undefined) => Promise<string>;

/** Which files belong to a part, by the beginning of their names. */
const PARTS: Readonly<Record<string, RegExp>> = {
  reading: /^(?:reading|headlines)/,
  thresholds: /^thresholds/,
  summaries: /^summaries/,
  stories: /^stories/,
  search: /^search/,
  delivery: /^delivery/,
};

const { values, positionals } = parseArgs({ options: { corpus: { type: "string" } }, allowPositionals: true });
const names = positionals.length === 0 ? Object.keys(PARTS) : positionals;
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(
    `npm run bench -- [${Object.keys(PARTS).join("|")}] [--corpus DIR]   (there is no ${unknown.join(", ")})`,
  );
  process.exitCode = 2;
} else {
  const files = globSync("**/*.bench.ts", { cwd: import.meta.dirname });
  console.error(
    `Node ${process.version}, ${process.arch}; ${values.corpus === undefined ? "own fixtures" : "corpus folder"}`,
  );
  for (const name of names)
    for (const file of files.filter((path) => PARTS[name]?.test(basename(path))).sort()) {
      const benches = Object.values((await import(join(import.meta.dirname, file))) as Record<string, unknown>);
      for (const bench of benches.filter((exported): exported is Bench => typeof exported === "function"))
        console.log(`\n## ${name}\n\n${await bench(values.corpus)}`);
    }
}
