import { ExtractError } from "../errors.ts";
import { readHeadlines } from "../extract/headlines.ts";
import { type Command, JSONL_OPTIONS, onlyArgument, textOption } from "./command.ts";
import { answerLines, print, printJson, textField } from "./lines.ts";
import { type PageInput, readPage, readPageFile } from "./page-input.ts";

function headlinesOf(page: PageInput) {
  const options = { sourceId: "", timeZone: "UTC", now: Date.now(), selectors: null };
  const reading = readHeadlines(page.text, page.url, options);
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
  usage: `mujaz headlines <file or URL> [--url URL] [--json]
mujaz headlines --jsonl < lines

Answers what kind of page it is (told apart by its content) and its headlines.
  --url URL       the address that a file was read from
  --jsonl         lines {id, file or url, url, contentType?} in, one answer a line out:
                  {id, kind, headlines: [{url, title, publishedAt}]}`,
  options: { ...JSONL_OPTIONS, url: { type: "string" } },
  async run(call) {
    if (call.options["jsonl"])
      return answerLines(async (line) => {
        const file = textField(line, "file");
        const url = textField(line, "url");
        if (file === undefined && url === undefined) throw new Error('the field "file" is missing');
        if (file === undefined) return headlinesOf(await readPage(url as string, undefined));
        return headlinesOf(await readPageFile(file, url, textField(line, "contentType")));
      }, "pages");
    const found = headlinesOf(await readPage(onlyArgument(call, "a file or an address"), textOption(call, "url")));
    if (call.options["json"]) return printJson(found);
    const lines = found.headlines.map(
      (headline) => `- ${headline.title}\n  ${headline.publishedAt ?? ""} ${headline.url}`,
    );
    await print([`${found.kind}: ${found.headlines.length}`, ...lines].join("\n"));
  },
};
