import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { fromLines, runMujaz, temporaryFolder, toLines, windows1256 } from "./run-mujaz.ts";

const folder = temporaryFolder();
const run = (args: readonly string[], input = "") => runMujaz(args, { folder: folder.path, input });

const PARAGRAPHS = [
  "أعلنت وزارة المياه اليوم الأحد تشغيل محطة التحلية الجديدة على ساحل البحر بعد عامين من أعمال الإنشاء والتجهيز.",
  "وقال الوزير في كلمة خلال الافتتاح إن المحطة تنتج ثلاثمئة ألف متر مكعب من المياه كل يوم وتخدم أربع مدن.",
  "وأضاف أن المرحلة الثانية تبدأ في الربيع القادم، وأنها توفّر نحو ألف وظيفة لأبناء المنطقة.",
];

const articlePage = (charset: string) => `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="${charset}">
<title>افتتاح محطة تحلية جديدة على الساحل | صحيفة المرفأ</title>
<meta property="og:title" content="افتتاح محطة تحلية جديدة على الساحل">
<meta property="article:published_time" content="2026-11-22T09:30:00"></head>
<body><nav><a href="/">الرئيسية</a> <a href="/economy">اقتصاد</a></nav>
<article><h1>افتتاح محطة تحلية جديدة على الساحل</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n")}</article>
<footer>جميع الحقوق محفوظة</footer></body></html>`;

const FEED = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>صحيفة المرفأ</title><link>https://marfa.example/</link>
<item><title>افتتاح محطة تحلية جديدة على الساحل</title><link>https://marfa.example/news/1</link><pubDate>Sun, 22 Nov 2026 09:30:00 +0300</pubDate></item>
<item><title>المنتخب يفوز في مباراته الودية &amp; يتصدّر</title><link>/news/2</link><pubDate>Sun, 22 Nov 2026 08:00:00 GMT</pubDate></item>
</channel></rss>`;

beforeAll(() => {
  writeFileSync(join(folder.path, "utf-8.html"), articlePage("utf-8"));
  writeFileSync(join(folder.path, "old.html"), windows1256(articlePage("").replace('<meta charset="">', "")));
  writeFileSync(join(folder.path, "feed.xml"), FEED);
  writeFileSync(join(folder.path, "zoneless.xml"), FEED.replace("09:30:00 +0300", "09:30:00"));
});

describe("extract", () => {
  test("answers title, paragraphs and time as JSON, and text for people without --json", async () => {
    const url = "https://marfa.example/news/1";
    const json = await run(["extract", "utf-8.html", "--url", url, "--time-zone", "Asia/Riyadh", "--json"]);
    expect(json.code).toBe(0);
    const article = JSON.parse(json.stdout);
    expect(article).toMatchObject({
      url,
      title: "افتتاح محطة تحلية جديدة على الساحل",
      paragraphs: PARAGRAPHS,
      publishedAt: "2026-11-22T09:30:00+03:00",
    });
    expect(Object.keys(article).sort()).toEqual(
      ["byline", "id", "imageUrl", "paragraphs", "publishedAt", "related", "title", "url"].sort(),
    );
    const text = await run(["extract", "utf-8.html", "--url", url]);
    expect(text.stdout.trimEnd().split("\n\n").slice(1, 4)).toEqual(PARAGRAPHS);
  });

  test("answers lines in their order; a bad one gets its error, and the run ends with 0", async () => {
    const lines = [
      toLines([{ id: "a", file: "utf-8.html", url: "https://marfa.example/1" }]),
      "this is no JSON\n",
      "\n",
      toLines([
        { id: "b", file: "old.html", url: "https://marfa.example/2", contentType: "text/html; charset=windows-1256" },
        { id: 3, file: "missing.html" },
        { id: "c", file: 7 },
        { id: "d" },
        { id: "e", file: "utf-8.html", timeZone: "Nowhere/City" },
      ]),
      "[1]\n",
      JSON.stringify({ id: "last", file: "utf-8.html", timeZone: "Africa/Cairo" }),
    ].join("");
    const { code, stdout, stderr } = await run(["extract", "--jsonl"], lines);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const answers = fromLines(stdout);
    expect(answers.map(({ id, error }) => ({ id, failed: error !== undefined }))).toEqual([
      { id: "a", failed: false },
      { id: null, failed: true },
      { id: "b", failed: false },
      { id: 3, failed: true },
      { id: "c", failed: true },
      { id: "d", failed: true },
      { id: "e", failed: true },
      { id: null, failed: true },
      { id: "last", failed: false },
    ]);
    expect(answers[2]).toMatchObject({ title: answers[0].title, paragraphs: PARAGRAPHS });
    expect(answers.at(-1).publishedAt).toBe("2026-11-22T09:30:00+02:00");
    for (const { error } of answers.filter((answer) => answer.error !== undefined)) {
      expect(typeof error).toBe("string");
      expect(error).not.toMatch(/\n/);
    }
  });

  test("--explain tells of each block why it was kept or dropped", async () => {
    const { code, stdout } = await run(["extract", "utf-8.html", "--explain"]);
    expect(code).toBe(0);
    expect(stdout.split("\n").filter((line) => line.startsWith("+ ")).length).toBeGreaterThanOrEqual(PARAGRAPHS.length);
  });
});

describe("headlines", () => {
  test("tells a feed by its content and makes its links whole", async () => {
    const { code, stdout } = await run(["headlines", "feed.xml", "--url", "https://marfa.example/feed", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      id: null,
      kind: "feed",
      headlines: [
        {
          url: "https://marfa.example/news/1",
          title: "افتتاح محطة تحلية جديدة على الساحل",
          publishedAt: "2026-11-22T09:30:00+03:00",
        },
        {
          url: "https://marfa.example/news/2",
          title: "المنتخب يفوز في مباراته الودية & يتصدّر",
          publishedAt: expect.stringMatching(/^2026-11-22T08:00:00(?:Z|\+00:00)$/),
        },
      ],
    });
  });

  test("answers lines, with an error for what has no headlines", async () => {
    const { code, stdout } = await run(
      ["headlines", "--jsonl"],
      toLines([
        { id: 1, file: "feed.xml", url: "https://marfa.example/feed" },
        { id: 2, file: "nothing.xml" },
        { id: 3, file: "zoneless.xml", timeZone: "Africa/Cairo" },
      ]),
    );
    expect(code).toBe(0);
    expect(fromLines(stdout)).toMatchObject([
      { id: 1, kind: "feed" },
      { id: 2, error: expect.any(String) },
      { id: 3, kind: "feed", headlines: [{ publishedAt: "2026-11-22T09:30:00+02:00" }, {}] },
    ]);
  });
});
