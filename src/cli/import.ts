import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { AppError } from "../errors.ts";
import type { Reading } from "../jobs/reading.ts";
import { DAY_MS } from "../lib/time.ts";
import { absoluteUrl } from "../lib/url.ts";
import { type Command, OUTPUT_OPTIONS, onlyArgument } from "./command.ts";
import { paragraphsField, print, printJson, publishedAtField, readLines, textField } from "./lines.ts";
import { withNewsroom } from "./open-newsroom.ts";
import { createProgress } from "./progress.ts";

/** So many are kept at a time. */
const CHUNK = 100;

/** One line as an article; throws when it is none. Without an address its identity is its source and id. */
function readingOf(text: string, now: number): Reading {
  const line = JSON.parse(text) as Record<string, unknown>;
  if (typeof line !== "object" || line === null) throw new Error("expected a JSON object");
  const sourceId = textField(line, "sourceId", true);
  const title = textField(line, "title", true);
  if (sourceId.trim() === "" || title.trim() === "") throw new Error("sourceId and title must not be empty");
  const url = textField(line, "url");
  const id = line["id"];
  if (url === undefined && (id === undefined || id === null || id === "")) throw new Error("neither url nor id");
  const address =
    url === undefined
      ? `urn:mujaz:${encodeURIComponent(sourceId)}:${encodeURIComponent(String(id))}`
      : absoluteUrl(url, url);
  if (address === undefined) throw new Error("the url is no web address");
  return {
    sourceId,
    url: address,
    title,
    paragraphs: paragraphsField(line),
    publishedAt: publishedAtField(line),
    related: [],
    imageUrl: null,
    byline: null,
    bodyFrom: "page",
    backlogBefore: now - DAY_MS,
  };
}

/** `mujaz import`: articles from a file into the store. */
export const importCommand: Command = {
  name: "import",
  summary: "bring articles into the store",
  usage: `mujaz import <file.jsonl> [--json]

Lines {id, sourceId, title, text or paragraphs, publishedAt, url?}. Without a url, source and id are the identity. The source
need not exist; old dates are allowed: such articles are searchable and never pushed. A bad line is refused and named on
stderr; the others are imported. Answers {imported, duplicates, refused}. A bot that runs finds them by search at once, and
tells them as news that arrive when it looks for news next (COLLECT_CRON). Where none runs, none can be started meanwhile.`,
  options: OUTPUT_OPTIONS,
  async run(call) {
    const file = onlyArgument(call, "a file of JSON lines");
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || found.isDirectory()) throw new AppError(`cannot read ${file}`);
    await withNewsroom(async ({ shelf, imports, store }) => {
      // Stories have one writer: a bot that runs takes the articles in, and none is started meanwhile where we do.
      const isAlone = store.lock();
      if (isAlone) await shelf.load();
      const keep = (readings: readonly Reading[]) =>
        isAlone ? shelf.keepAll(readings.map((reading) => ({ reading }))) : imports.offer(readings);
      const progress = createProgress("articles");
      const count = { imported: 0, duplicates: 0, refused: 0 };
      const readings: Reading[] = [];
      const flush = async () => {
        const chunk = readings.splice(0);
        const kept = await keep(chunk);
        count.imported += kept;
        count.duplicates += chunk.length - kept;
        progress.step(chunk.length);
      };
      let number = 0;
      for await (const text of readLines(createReadStream(file))) {
        number++;
        if (text.trim() === "") continue;
        try {
          readings.push(readingOf(text, Date.now()));
        } catch (error) {
          count.refused++;
          // The message shows a piece of the file, which may hold commands to the terminal.
          process.stderr.write(`line ${number}: ${(error as Error).message.replace(/\p{Cc}/gu, "\ufffd")}\n`);
        }
        if (readings.length === CHUNK) await flush();
      }
      await flush();
      progress.end();
      if (call.options["json"]) return printJson(count);
      await print(`imported ${count.imported}, duplicates ${count.duplicates}, refused ${count.refused}`);
    });
  },
};
