import { ExtractError } from "../errors.ts";
import type { PageReader } from "../ports.ts";
import type { Call, Command } from "./command.ts";
import { answerLines, print, printAnswer, printJson } from "./lines.ts";
import { PAGE_OPTIONS, type PageDesk, type PageInput, pageOfCall, pageOfLine, withPages } from "./page-input.ts";

/** What is printed of an article page. */
async function articleOf(reader: PageReader, { page, timeZone }: PageInput) {
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
  options: { ...PAGE_OPTIONS, explain: { type: "boolean" } },
  run: (call) => withPages((desk) => run(call, desk)),
};

async function run(call: Call, desk: PageDesk): Promise<void> {
  const { reader } = desk;
  if (call.options["jsonl"])
    return answerLines(async (line) => articleOf(reader, await pageOfLine(desk, line)), "pages");
  const input = await pageOfCall(desk, call);
  if (call.options["explain"]) {
    const options = { sourceId: "", timeZone: input.timeZone, now: Date.now() };
    const reasons = await reader.explanation(input.page, options);
    if (call.options["json"]) return printJson(reasons);
    return print(reasons.map((block) => `${block.kept ? "+" : "-"} ${block.reason}: ${block.text}`).join("\n"));
  }
  const article = await articleOf(reader, input);
  if (call.options["json"]) return printAnswer(article);
  const related = article.related.map((link) => `- ${link.title}\n  ${link.url}`);
  const head = [
    article.title,
    [article.publishedAt, article.byline].filter((part) => part !== null).join(" · "),
    article.url,
  ];
  await print([head.filter((part) => part !== "").join("\n"), ...article.paragraphs, ...related].join("\n\n"));
}
