import { readFile } from "node:fs/promises";
import type { SourceFinding, SourceStatus } from "../desks.ts";
import { AppError } from "../errors.ts";
import { parseOpml, renderOpml } from "../extract/opml.ts";
import { adviceOn } from "./advice.ts";
import { type Call, type Command, OUTPUT_OPTIONS, UsageError } from "./command.ts";
import { print, printJson } from "./lines.ts";
import { type TerminalNewsroom, withNewsroom } from "./open-newsroom.ts";
import { createProgress } from "./progress.ts";

/** Reading a site takes as long as its politeness asks for, but not longer than this. */
const PATIENCE_MS = 120_000;

type Action = (newsroom: TerminalNewsroom, argument: string, asJson: boolean) => Promise<void>;

function findingLines(finding: SourceFinding): string {
  const found = finding.candidates.map((source) => `${source.kind}  ${source.name}  ${source.url}`);
  const preview = finding.preview.map((card) => `- ${card.title}\n  ${card.url}\n  ${card.summary}`);
  return [...found, `${finding.headlineCount} headlines`, ...preview].join("\n");
}

function statusLine({ source, poll }: SourceStatus): string {
  const state = source.enabled ? "on " : "off";
  const read = poll?.checkedAt == null ? "never read" : `read ${new Date(poll.checkedAt).toISOString()}`;
  const trouble =
    poll !== undefined && poll.failures > 0 ? `, failed ${poll.failures} times (${poll.lastFailure?.failure})` : "";
  return `${state}  ${source.id}  ${source.kind}  ${source.name}  ${source.url}  ${read}${trouble}`;
}

const nothingAt = async (address: string, failure: string) =>
  new AppError(`nothing to read at ${address}: ${failure}${await adviceOn(failure)}`);

const actions: Readonly<Record<string, { argument: string | null; run: Action }>> = {
  test: {
    argument: "a URL or the id of a source",
    async run({ sources }, query, asJson) {
      const finding = await sources.test(query, AbortSignal.timeout(PATIENCE_MS));
      if (asJson) await printJson(finding);
      else if (finding.failure === null) await print(findingLines(finding));
      if (finding.failure !== null) throw await nothingAt(query, finding.failure);
    },
  },
  list: {
    argument: null,
    async run({ sources }, _, asJson) {
      const list = await sources.list();
      await (asJson ? printJson({ sources: list }) : print(list.map(statusLine).join("\n") || "no sources yet"));
    },
  },
  add: {
    argument: "a URL",
    async run({ sources }, url, asJson) {
      const answer = await sources.add(url, "terminal", AbortSignal.timeout(PATIENCE_MS));
      if (asJson) await printJson(answer);
      if (answer.kind === "failed") throw await nothingAt(url, String(answer.finding.failure));
      if (!asJson) await print(`${answer.kind}: ${answer.source.id}\n${findingLines(answer.finding)}`);
    },
  },
  pause: { argument: "the id of a source", run: (newsroom, id, asJson) => change(newsroom, id, asJson, "paused") },
  resume: { argument: "the id of a source", run: (newsroom, id, asJson) => change(newsroom, id, asJson, "resumed") },
  remove: { argument: "the id of a source", run: (newsroom, id, asJson) => change(newsroom, id, asJson, "removed") },
  import: {
    argument: "an OPML file",
    async run({ sources }, file, asJson) {
      const text = await readFile(file, "utf8").catch(() => {
        throw new AppError(`cannot read ${file}`);
      });
      const feeds = parseOpml(text);
      if (feeds === undefined) throw new AppError(`${file} is no OPML file`);
      const count = { added: 0, exists: 0, failed: 0 };
      const progress = createProgress("sources", feeds.length);
      for (const feed of feeds) {
        const answer = await sources.add(feed.url, "terminal", AbortSignal.timeout(PATIENCE_MS));
        count[answer.kind]++;
        if (answer.kind === "failed") process.stderr.write(`${feed.url}: ${answer.finding.failure}\n`);
        progress.step();
      }
      progress.end();
      await (asJson ? printJson(count) : print(`added ${count.added}, known ${count.exists}, failed ${count.failed}`));
    },
  },
  export: {
    argument: null,
    async run({ sources }, _, asJson) {
      const list = (await sources.list()).map(({ source }) => source);
      // An OPML file has at least one feed.
      if (list.length === 0 && !asJson) throw new AppError("there are no sources to export");
      const feeds = list.map(({ name, url, homeUrl }) => ({ title: name, url, homeUrl }));
      await (asJson ? printJson({ sources: list }) : print(renderOpml(feeds)));
    },
  },
};

async function change(newsroom: TerminalNewsroom, id: string, asJson: boolean, what: "paused" | "resumed" | "removed") {
  const { sources } = newsroom;
  const done = what === "removed" ? await sources.remove(id) : await sources.enable(id, what === "resumed");
  if (!done) throw new AppError(`there is no source ${id} (mujaz source list shows them)`);
  await (asJson ? printJson({ [what]: id }) : print(`${what}: ${id}`));
}

/** `mujaz source`: who is read. */
export const sourceCommand: Command = {
  name: "source",
  summary: "test, list, add, pause, resume, remove, import and export sources",
  usage: `mujaz source test <URL or id>      what is found there, and three articles as readers would see them
mujaz source list                  every source, and how its last read went
mujaz source add <URL>             a feed, or the page of a site: its feed is found, else the page is read as a listing
mujaz source pause|resume|remove <id>
mujaz source import <opml>         every feed of an OPML file
mujaz source export                all sources as OPML
Each takes --json.`,
  options: OUTPUT_OPTIONS,
  async run(call: Call) {
    const [name = "", argument, ...more] = call.positionals;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) throw new UsageError(`expected one of ${Object.keys(actions).join(", ")}`);
    if (more.length > 0 || (argument === undefined) !== (action.argument === null))
      throw new UsageError(
        action.argument === null ? `${name} takes no argument` : `${name} expects ${action.argument}`,
      );
    await withNewsroom((newsroom) => action.run(newsroom, argument ?? "", call.options["json"] === true));
  },
};
