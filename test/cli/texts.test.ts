import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fromLines, runMujaz, temporaryFolder, toLines } from "./run-mujaz.ts";

const folder = temporaryFolder();
const run = (args: readonly string[], input = "", hangUpAfterBytes?: number) =>
  runMujaz(args, { folder: folder.path, input, ...(hangUpAfterBytes === undefined ? {} : { hangUpAfterBytes }) });

const TITLE = "افتتاح محطة تحلية جديدة على الساحل";
const SENTENCES = [
  "أعلنت وزارة المياه اليوم تشغيل محطة التحلية الجديدة على الساحل بعد عامين من العمل.",
  "وقال الوزير إن المحطة تنتج ثلاثمئة ألف متر مكعب من المياه كل يوم.",
  "وحضر الافتتاح عدد من المسؤولين والمهندسين.",
  "وتبدأ المرحلة الثانية من محطة التحلية في الربيع القادم على الساحل نفسه.",
];

describe("summarise", () => {
  test("takes whole sentences of the article, in their order, within both limits", async () => {
    const article = { id: 1, title: TITLE, text: SENTENCES.join(" ") };
    const { code, stdout } = await run(
      ["summarise", "--jsonl", "--sentences", "2", "--words", "40"],
      toLines([article]),
    );
    expect(code).toBe(0);
    const [{ id, summary, sentences }] = fromLines(stdout);
    expect(id).toBe(1);
    expect(sentences.length).toBeLessThanOrEqual(2);
    expect(sentences).toEqual([...sentences].sort((a: number, b: number) => a - b));
    expect(summary).toBe(sentences.map((index: number) => SENTENCES[index]).join(" "));
  });

  test("reads a text from a file and from standard input alike; the first line is the title", async () => {
    const text = `${TITLE}\n\n${SENTENCES.join("\n")}\n`;
    writeFileSync(join(folder.path, "article.txt"), text);
    const fromFile = await run(["summarise", "article.txt", "--sentences", "1"]);
    const fromInput = await run(["summarise", "--sentences", "1"], text);
    expect(fromFile.code).toBe(0);
    expect(SENTENCES).toContain(fromFile.stdout.trim());
    expect(fromInput).toEqual(fromFile);
  });

  test("the separators U+2028 and U+2029 in a text end no line, neither coming in nor going out", async () => {
    const lines = toLines([
      { id: 1, title: TITLE, text: `${SENTENCES[0]}\u2028${SENTENCES[1]}\u2029` },
      { id: 2, title: TITLE, text: SENTENCES[0] },
    ]);
    expect(lines).toContain("\u2028");
    const { code, stdout } = await run(["summarise", "--jsonl"], `\ufeff${lines.replaceAll("\n", "\r\n")}`);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/[\u2028\u2029]/);
    expect(fromLines(stdout).map(({ id, error }) => ({ id, error }))).toEqual([{ id: 1 }, { id: 2 }]);
  });

  test("letters that are cut between two pieces of the input stay whole, and so does a last line without its end", async () => {
    const articles = Array.from({ length: 400 }, (_, id) => ({
      id,
      title: `${"ا".repeat(id % 7)} ${TITLE}`,
      text: SENTENCES.join(" "),
    }));
    const { code, stdout } = await run(["summarise", "--jsonl"], toLines(articles).trimEnd());
    expect(code).toBe(0);
    const answers = fromLines(stdout);
    expect(answers.map((answer) => answer.id)).toEqual(articles.map(({ id }) => id));
    expect(stdout).not.toContain("\ufffd");
  });

  test("an output of more than 64 kB through a pipe is whole", async () => {
    const articles = Array.from({ length: 1500 }, (_, id) => ({ id, title: TITLE, text: SENTENCES.join(" ") }));
    const { code, stdout } = await run(["summarise", "--jsonl"], toLines(articles));
    expect(code).toBe(0);
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(3 * 65_536);
    expect(fromLines(stdout)).toHaveLength(articles.length);
  });

  test("a reader that leaves before the end is no failure and leaves no noise", async () => {
    const articles = Array.from({ length: 4000 }, (_, id) => ({ id, title: TITLE, text: SENTENCES.join(" ") }));
    const { code, stdout, stderr } = await run(["summarise", "--jsonl"], toLines(articles), 1000);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.length).toBeGreaterThan(0);
  });
});

describe("group", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour)).toISOString();
  const story = SENTENCES.join("\n");
  const other =
    "فاز المنتخب الوطني على ضيفه بهدفين نظيفين في مباراة ودية أقيمت مساء أمس في العاصمة أمام آلاف المشجعين.";

  test("articles of one story share the id of its first one", async () => {
    const lines = [
      { id: "a", sourceId: "marfa", title: TITLE, text: story, publishedAt: at(8) },
      { id: "b", sourceId: "sanabil", title: "المنتخب يفوز وديًّا بهدفين", text: other, publishedAt: at(9) },
      { id: "c", sourceId: "sanabil", title: `${TITLE} اليوم`, paragraphs: SENTENCES, publishedAt: Date.parse(at(10)) },
    ];
    const { code, stdout } = await run(["group", "--jsonl"], toLines(lines));
    expect(code).toBe(0);
    expect(fromLines(stdout)).toEqual([
      { id: "a", story: "a" },
      { id: "b", story: "b" },
      { id: "c", story: "a" },
    ]);
  });

  test("lines without id, title or time are answered with an error and join no story", async () => {
    const lines = [
      { sourceId: "marfa", title: TITLE, text: story, publishedAt: at(8) },
      { id: "b", sourceId: "marfa", text: story, publishedAt: at(8) },
      { id: "c", sourceId: "marfa", title: TITLE, text: story, publishedAt: "أمس" },
      { id: "d", sourceId: "marfa", title: TITLE, text: story, publishedAt: at(8) },
    ];
    const { code, stdout } = await run(["group", "--jsonl"], toLines(lines));
    expect(code).toBe(0);
    expect(fromLines(stdout)).toEqual([
      { id: null, error: expect.stringContaining("id") },
      { id: "b", error: expect.stringContaining("title") },
      { id: "c", error: expect.stringContaining("publishedAt") },
      { id: "d", story: "d" },
    ]);
  });
});
