import { readFile } from "node:fs/promises";
import { text as textOf } from "node:stream/consumers";
import { AppError } from "../errors.ts";
import { summarise } from "../summarise/extractive.ts";
import { DEFAULT_SUMMARY_LIMITS, type SummaryLimits } from "../summarise/summary.ts";
import { type Command, JSONL_OPTIONS, numberOption, UsageError } from "./command.ts";
import { answerLines, paragraphsField, print, printAnswer, textField } from "./lines.ts";

function summaryOf(article: { title: string; paragraphs: readonly string[] }, limits: SummaryLimits) {
  const { text, sentenceIndexes } = summarise({ id: "", ...article }, limits, 0);
  return { summary: text, sentences: sentenceIndexes };
}

/** `mujaz summarise`: the article's own most telling sentences. */
export const summariseCommand: Command = {
  name: "summarise",
  summary: "shorten an article to its most telling sentences",
  usage: `mujaz summarise [file] [--sentences 3] [--words 60] [--json]
mujaz summarise --jsonl [--sentences 3] [--words 60] < lines

Reads a text (its first line is the title) from a file or from standard input.
  --sentences N   at most so many sentences (default ${DEFAULT_SUMMARY_LIMITS.sentences})
  --words N       at most so many words (default ${DEFAULT_SUMMARY_LIMITS.words})
  --jsonl         lines {id, title, text or paragraphs} in, one answer a line out: {id, summary, sentences: [index]}`,
  options: { ...JSONL_OPTIONS, sentences: { type: "string" }, words: { type: "string" } },
  async run(call) {
    const limits = {
      sentences: numberOption(call, "sentences", DEFAULT_SUMMARY_LIMITS.sentences),
      words: numberOption(call, "words", DEFAULT_SUMMARY_LIMITS.words),
    };
    if (call.options["jsonl"])
      return answerLines((line) => {
        const paragraphs = paragraphsField(line);
        return summaryOf({ title: textField(line, "title") ?? "", paragraphs }, limits);
      }, "articles");
    if (call.positionals.length > 1) throw new UsageError("expected one file at most");
    const [file] = call.positionals;
    // Not the file /dev/stdin: it cannot be opened where the input is a socket, as it is for a child of a Node process.
    const reading = file === undefined ? textOf(process.stdin) : readFile(file, "utf8");
    const text = await reading.catch((error: NodeJS.ErrnoException) => {
      throw new AppError(`cannot read the text: ${error.code}`);
    });
    const [title = "", ...paragraphs] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    const answer = summaryOf({ title, paragraphs }, limits);
    await (call.options["json"] ? printAnswer(answer) : print(answer.summary));
  },
};
