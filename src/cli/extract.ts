import { ExtractError } from "../errors.ts";
import type { PageReader, PageText } from "../ports.ts";
import { type Call, type Command, JSONL_OPTIONS, onlyArgument, textOption } from "./command.ts";
import { answerLines, print, printAnswer, printJson, textField } from "./lines.ts";
import { type PageDesk, withPages, zoneOf } from "./page-input.ts";

/** What is printed of an article page. */
async function articleOf(reader: PageReader, page: PageText, timeZone: string) {
  const draft = await reader.article(page, { sourceId: "", timeZone, now: Date.now() });
  if (draft === undefined) throw new ExtractError("no-article", page.url);
  const { url, title, paragraphs, publishedIso, imageUrl, byline, related } = draft;
  return { url, title, paragraphs, publishedAt: publishedIso, imageUrl, byline, related };
}

/** `mujaz extract`: an article page → title, paragraphs, time, image, byline, related links. */
export const extractCommand: Command = {
  name: "extract",
  summary: "read an article page",
  usage: `mujaz extract <file or URL> [--url URL] [--time-zone Z] [--json] [--explain]
mujaz extract --jsonl < lines

Answers title, paragraphs, time of publication, image, byline and the page's own related links.
  --url URL       the address that a file was read from
  --time-zone Z   IANA zone of times that name none (default UTC)
  --explain       why each block of the page was kept or dropped
  --jsonl         lines {id, file or url, url, contentType?, timeZone?} in, one answer a line out:
                  {id, url, title, paragraphs, publishedAt, imageUrl, byline, related: [{url, title}]}`,
  options: { ...JSONL_OPTIONS, url: { type: "string" }, "time-zone": { type: "string" }, explain: { type: "boolean" } },
  run: (call) => withPages((desk) => run(call, desk)),
};

async function run(call: Call, { reader, open }: PageDesk): Promise<void> {
  if (call.options["jsonl"])
    return answerLines(async (line) => {
      const file = textField(line, "file");
      const url = textField(line, "url");
      const timeZone = zoneOf(textField(line, "timeZone"));
      if (file === undefined && url === undefined) throw new Error('the field "file" is missing');
      const page = await open(file ?? (url as string), url, textField(line, "contentType"));
      return articleOf(reader, page, timeZone);
    }, "pages");
  const page = await open(onlyArgument(call, "a file or an address"), textOption(call, "url"));
  const timeZone = zoneOf(textOption(call, "time-zone"));
  if (call.options["explain"]) {
    const reasons = await reader.explanation(page, { sourceId: "", timeZone, now: Date.now() });
    if (call.options["json"]) return printJson(reasons);
    return print(reasons.map((block) => `${block.kept ? "+" : "-"} ${block.reason}: ${block.text}`).join("\n"));
  }
  const article = await articleOf(reader, page, timeZone);
  if (call.options["json"]) return printAnswer(article);
  const related = article.related.map((link) => `- ${link.title}\n  ${link.url}`);
  const head = [
    article.title,
    [article.publishedAt, article.byline].filter((part) => part !== null).join(" · "),
    article.url,
  ];
  await print([head.filter((part) => part !== "").join("\n"), ...article.paragraphs, ...related].join("\n\n"));
}
