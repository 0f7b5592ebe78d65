import { createStoryWindow } from "../story/group.ts";
import { type Command, JSONL_OPTIONS, UsageError } from "./command.ts";
import { answerLines, paragraphsField, publishedAtField, textField } from "./lines.ts";

/** When a line was published; without it no window can be told. */
function instantField(line: Readonly<Record<string, unknown>>): number {
  const at = publishedAtField(line);
  if (at === null) throw new Error('the field "publishedAt" is missing');
  return at;
}

/** What a line is told from the others by. */
function idField(line: Readonly<Record<string, unknown>>): string {
  const { id } = line;
  if ((typeof id !== "string" || id === "") && typeof id !== "number") throw new Error('the field "id" is missing');
  return String(id);
}

/** `mujaz group`: which articles tell the same story; the collector uses the same code. */
export const groupCommand: Command = {
  name: "group",
  summary: "tell which articles are about one story",
  usage: `mujaz group --jsonl < lines

Lines {id, sourceId, title, text or paragraphs, publishedAt} in time order in, one answer a line out: {id, story}.
Articles of one story share \`story\`, the id of its first article. A follow-up is a story of its own; \`follows\` names the earlier one.`,
  options: JSONL_OPTIONS,
  async run(call) {
    if (!call.options["jsonl"]) throw new UsageError("expected --jsonl and lines on standard input");
    const window = createStoryWindow();
    await answerLines((line) => {
      const placement = window.place({
        id: idField(line),
        sourceId: textField(line, "sourceId") ?? "",
        title: textField(line, "title", true),
        paragraphs: paragraphsField(line),
        publishedAt: instantField(line),
      });
      const story = { story: placement.storyId };
      return placement.kind === "follow-up" ? { ...story, follows: placement.followsStoryId } : story;
    }, "articles");
  },
};
