import { ExtractError } from "../errors.ts";
import type { PageReader } from "../ports.ts";
import type { Call, Command } from "./command.ts";
import { answerLines, print, printAnswer } from "./lines.ts";
import { PAGE_OPTIONS, type PageDesk, type PageInput, pageOfCall, pageOfLine, withPages } from "./page-input.ts";

async function headlinesOf(reader: PageReader, { page, timeZone }: PageInput) {
  const options = { sourceId: "", timeZone, now: Date.now(), selectors: null };
  const reading = await reader.headlines(page, options);
  if (reading === undefined) throw new ExtractError("no-headlines", page.url);
  const headlines = reading.headlines.map(({ url, title, publishedIso }) => ({
    url,
    title,
    publishedAt: publishedIso,
  }));
  return { kind: reading.kind, headlines };
}

/** `mujaz headlines`: a feed, news sitemap or listing page → its headlines. */
export const headlinesCommand: Command = {
  name: "headlines",
  summary: "read a feed, news sitemap or listing page",
  usage: `mujaz headlines <file or URL> [--url URL] [--time-zone Z] [--json]
mujaz headlines --jsonl < lines

Answers what kind of page it is (told apart by its content) and its headlines.
  --url URL       the address that a file was read from
  --time-zone Z   IANA zone of times that name none (default UTC)
  --jsonl         lines {id, file or url, url, contentType?, timeZone?} in, one answer a line out:
                  {id, kind, headlines: [{url, title, publishedAt}]}`,
  options: PAGE_OPTIONS,
  run: (call) => withPages((desk) => run(call, desk)),
};

async function run(call: Call, desk: PageDesk): Promise<void> {
  const { reader } = desk;
  if (call.options["jsonl"])
    return answerLines(async (line) => headlinesOf(reader, await pageOfLine(desk, line)), "pages");
  const found = await headlinesOf(reader, await pageOfCall(desk, call));
  if (call.options["json"]) return printAnswer(found);
  const lines = found.headlines.map(
    (headline) => `- ${headline.title}\n  ${headline.publishedAt ?? ""} ${headline.url}`,
  );
  await print([`${found.kind}: ${found.headlines.length}`, ...lines].join("\n"));
}
