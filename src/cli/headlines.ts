import { ExtractError } from "../errors.ts";
import type { PageReader, PageText } from "../ports.ts";
import { type Call, type Command, JSONL_OPTIONS, onlyArgument, textOption } from "./command.ts";
import { answerLines, print, printAnswer, textField } from "./lines.ts";
import { type PageDesk, withPages, zoneOf } from "./page-input.ts";

async function headlinesOf(reader: PageReader, page: PageText, timeZone: string) {
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
  options: { ...JSONL_OPTIONS, url: { type: "string" }, "time-zone": { type: "string" } },
  run: (call) => withPages((desk) => run(call, desk)),
};

async function run(call: Call, { reader, open }: PageDesk): Promise<void> {
  if (call.options["jsonl"])
    return answerLines(async (line) => {
      const file = textField(line, "file");
      const url = textField(line, "url");
      const timeZone = zoneOf(textField(line, "timeZone"));
      if (file === undefined && url === undefined) throw new Error('the field "file" is missing');
      return headlinesOf(reader, await open(file ?? (url as string), url, textField(line, "contentType")), timeZone);
    }, "pages");
  const timeZone = zoneOf(textOption(call, "time-zone"));
  const page = await open(onlyArgument(call, "a file or an address"), textOption(call, "url"));
  const found = await headlinesOf(reader, page, timeZone);
  if (call.options["json"]) return printAnswer(found);
  const lines = found.headlines.map(
    (headline) => `- ${headline.title}\n  ${headline.publishedAt ?? ""} ${headline.url}`,
  );
  await print([`${found.kind}: ${found.headlines.length}`, ...lines].join("\n"));
}
