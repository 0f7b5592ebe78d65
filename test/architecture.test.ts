import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const SRC = join(import.meta.dirname, "../src");
const PATH_OF_A_STORY = ["source", "extract", "story", "summarise", "digest", "outbox"];
const EDGES = ["fetch", "model", "store", "http", "telegram", "demo"];
const SMALL_EDGES = ["clock", "locales", "version"]; // the machine's clock and files, one file each
const ROOT = ["newsroom", "app", "cli", "main"];

/** What a part may import of ours, besides itself. */
function allowed(part: string): string[] {
  if (part === "lib" || part === "errors") return [];
  const stage = PATH_OF_A_STORY.indexOf(part);
  if (stage >= 0) return ["lib", "errors", ...PATH_OF_A_STORY.slice(0, stage)];
  if (part === "ports") return PATH_OF_A_STORY.concat("lib");
  if (part === "desks") return PATH_OF_A_STORY;
  if (part === "config") return ["lib", "errors", "jobs", ...PATH_OF_A_STORY]; // jobs: what a cron expression is
  if (part === "jobs" || part === "telegram") return ["ports", "desks", "lib", "errors", ...PATH_OF_A_STORY];
  if (EDGES.includes(part)) return ["ports", "lib", "errors", ...PATH_OF_A_STORY];
  if (SMALL_EDGES.includes(part)) return ["ports", "lib"];
  const below = [...SMALL_EDGES, "ports", "desks", "lib", "errors", "jobs", ...PATH_OF_A_STORY, ...EDGES];
  if (part === "newsroom") return below;
  if (part === "app") return [...below, "newsroom"];
  const all = [...below, "newsroom", "app", "cli"];
  if (part === "roles") return all.filter((name) => name !== "cli");
  if (part === "cli") return [...all, "config"];
  if (part === "main") return [...all, "config", "roles"];
  throw new Error(`a part without a rule: ${part}`);
}

/** One vendor, one place. */
const VENDORS: Record<string, string[]> = {
  cheerio: ["extract/"],
  "cheerio/slim": ["extract/"],
  feedsmith: ["extract/"],
  domhandler: ["extract/"],
  "grammy/web": ["telegram/"],
  "grammy/types": ["telegram/"],
  keyv: ["store/"],
  "@keyv/redis": ["store/"],
  "@keyv/postgres": ["store/"],
  "node:sqlite": ["store/"],
  undici: ["fetch/"],
  "undici/lib/": ["fetch/undici.ts"],
  "robots-parser": ["fetch/"],
  hono: ["http/"],
  "@hono/node-server": ["http/"],
  "prom-client": ["http/"],
  "ipaddr.js": ["fetch/"],
  "@fluent/bundle": ["lib/messages.ts"],
  pino: ["main.ts"],
  "node-cron": ["jobs/schedule.ts"],
  zod: ["config.ts", "store/codec.ts"],
};

/** Where a vendor may be known; files deep within a package are told by a path that ends in a slash. */
const placesOf = (name: string) =>
  VENDORS[name] ?? Object.entries(VENDORS).find(([key]) => key.endsWith("/") && name.startsWith(key))?.[1] ?? [];

const NODE_PURE = new Set(["node:crypto"]); // hashes: the same input gives the same output

interface SourceFile {
  readonly path: string;
  readonly part: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: SourceFile[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => {
    const path = relative(SRC, join(entry.parentPath, entry.name));
    const text = readFileSync(join(SRC, path), "utf8");
    return { path, part: path.split("/")[0]?.replace(/\.ts$/, "") as string, text, imports: importsOf(text) };
  });

/** What a file names by `import`, `export … from`, and by a `require` that it made itself, whatever it calls that. */
function importsOf(text: string): string[] {
  const made = [...text.matchAll(/(\w+) = createRequire\(/g)].map(([, name]) => `|\\b${name}\\(`).join("");
  const naming = new RegExp(`(?:\\bfrom|^import|\\bimport\\(${made}) ?"([^"\\n]+)"`, "gm");
  return [...text.matchAll(naming)].map((match) => match[1] as string);
}

const ours = (file: SourceFile) =>
  file.imports.filter((name) => name.startsWith(".")).map((name) => relative(SRC, join(SRC, dirname(file.path), name)));

test("every part imports only what it may", () => {
  const wrong = files.flatMap((file) =>
    ours(file)
      .filter((target) => !target.startsWith(".."))
      .map((target) => ({ target, part: target.split("/")[0]?.replace(/\.ts$/, "") as string }))
      .filter(({ part }) => part !== file.part && !allowed(file.part).includes(part))
      .map(({ target }) => `${file.path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("each vendor is known in one place only", () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter((name) => !name.startsWith("."))
      .filter((name) => {
        if (name.startsWith("node:") && !VENDORS[name]) return isPure(file.part) && !NODE_PURE.has(name);
        return !placesOf(name).some((place) => file.path.startsWith(place));
      })
      .map((name) => `${file.path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test("what a file requires is seen, and a way around it is none", () => {
  expect(files.find(({ path }) => path === "fetch/undici.ts")?.imports).toContain("undici/lib/core/connect.js");
  expect(importsOf('const get = createRequire(import.meta.url);\nget("keyv/x.js"); get ("no");')).toEqual([
    "keyv/x.js",
  ]);
  const hidden = files.filter(({ text }) => /createRequire\((?!import\.meta\.url\);)|\brequire\(/.test(text));
  expect(hidden.map(({ path }) => path)).toEqual([]);
});

test("there are no barrels, no cycles, and imports end in .ts", () => {
  expect(files.filter((file) => /(^|\/)index\.ts$/.test(file.path)).map((file) => file.path)).toEqual([]);
  expect(files.flatMap((file) => ours(file).filter((target) => !/\.ts$|package\.json$/.test(target)))).toEqual([]);
  const graph = new Map(files.map((file) => [file.path, ours(file)]));
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(" → ")];
    if (done.has(path)) return [];
    const found = (graph.get(path) ?? []).flatMap((next) => visit(next, [...trail, path]));
    done.add(path);
    return found;
  };
  expect([...graph.keys()].flatMap((path) => visit(path, []))).toEqual([]);
});

test("pure parts have no clock, no chance, no waiting and no environment", () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bawait\b|\bconsole\.|\bsetTimeout\(/;
  const wrong = files
    .filter((file) => isPure(file.part))
    .filter((file) => impure.test(file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")))
    .map((file) => file.path);
  expect(wrong).toEqual([]);
});

test("no file is longer than 300 lines", () => {
  expect(files.filter((file) => file.text.split("\n").length > 301).map((file) => file.path)).toEqual([]);
});

test("files are named in kebab-case for what they are about, and nothing is called a helper", () => {
  const names = files
    .map(({ path }) => path)
    .filter((path) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(path));
  const vague = /(?:^|[/-])(?:utils?|helpers?|managers?|handlers?|misc|info|items?|process)(?=[./-])/;
  expect([...names, ...files.map(({ path }) => path).filter((path) => vague.test(path))]).toEqual([]);
  const exported = files.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:abstract |async )?(?:function|const|class|interface|type) (\w+)/gm)].map(
      ([, name = ""]) => ({ path, name }),
    ),
  );
  expect(
    exported.filter(({ name }) => /(?:Util|Helper|Manager|Handler|Info|Item)s?$|^(?:do|process)[A-Z]/.test(name)),
  ).toEqual([]);
});

test("every exported name has a docstring", () => {
  const wrong = files.flatMap(({ path, text }) => {
    const lines = text.split("\n");
    return lines.flatMap((line, at) => {
      const name = /^export (?:abstract |async )?(?:function|const|class|interface|type) (\w+)/.exec(line)?.[1];
      const before = lines[at - 1] ?? "";
      // The forms of an overloaded function share the docstring of the first.
      const isTold = before.endsWith("*/") || before.startsWith(`export function ${name}(`);
      return name === undefined || isTold ? [] : [`${path}: ${name}`];
    });
  });
  expect(wrong).toEqual([]);
});

test("only main and the terminal commands read the configuration, and nobody imports main", () => {
  const wrong = files.flatMap((file) =>
    ours(file)
      .filter((target) => target === "main.ts" || (target === "config.ts" && !ROOT.includes(file.part)))
      .map((target) => `${file.path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

function isPure(part: string): boolean {
  return PATH_OF_A_STORY.includes(part) || part === "lib" || part === "errors" || part === "ports" || part === "desks";
}
