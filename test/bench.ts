import { parseArgs } from "node:util";

/** A part of the benchmarks: prints one table, or several, ours beside the peers. */
type Part = (corpus: string | undefined) => Promise<string>;

const PARTS: Readonly<Record<string, readonly (() => Promise<Part>)[]>> = {
  reading: [
    async () => (await import("./extract/reading.bench.ts")).readingArticles,
    async () => (await import("./extract/headlines.bench.ts")).readingHeadlines,
  ],
  summaries: [async () => (await import("./summarise/summaries.bench.ts")).summariesBench],
  stories: [async () => (await import("./story/stories.bench.ts")).storiesBench],
  search: [async () => (await import("./store/search.bench.ts")).searchBench],
  delivery: [
    async () => (await import("./store/store.bench.ts")).storeBench,
    async () => (await import("./jobs/delivery.bench.ts")).deliveryBench,
  ],
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
  console.error(
    `Node ${process.version}, ${process.arch}; ${values.corpus === undefined ? "own fixtures" : "corpus folder"}`,
  );
  for (const name of names)
    for (const load of PARTS[name] ?? []) {
      const part = await load();
      console.log(`\n## ${name}\n\n${await part(values.corpus)}`);
    }
}
