import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { silent } from "../fakes/logger.ts";
import { fromLines, runMujaz, temporaryFolder, toLines } from "./run-mujaz.ts";

const folder = temporaryFolder();
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}, input = "") =>
  runMujaz(args, { folder: folder.path, env, input });

const NOW = Date.now();
const ARTICLES = [
  {
    id: "1",
    sourceId: "marfa",
    url: "https://marfa.example/news/desalination",
    title: "افتتاح محطة تحلية جديدة على الساحل",
    text: "أعلنت وزارة المياه تشغيل محطة التحلية الجديدة بعد عامين من العمل.\nوقال الوزير إن المحطة تخدم أربع مدن.",
    publishedAt: new Date(NOW - 3_600_000).toISOString(),
  },
  {
    id: "2",
    sourceId: "sanabil",
    title: "ارتفاع أسعار القمح في الأسواق العالمية",
    paragraphs: [
      "ارتفعت أسعار القمح خمسة في المئة منذ بداية الشهر بسبب الجفاف.",
      "ويتوقع تجار أن تستقر الأسعار قريبًا.",
    ],
    publishedAt: NOW - 7_200_000,
  },
  {
    id: "3",
    sourceId: "archive",
    title: "معرض الكتاب يفتح أبوابه",
    text: "فتح معرض الكتاب أبوابه أمام الزوار في دورته العاشرة.",
    publishedAt: "2019-03-01T10:00:00Z",
  },
];

test("a time that no calendar has is refused, and a line that is no JSON is named without its commands to the terminal", async () => {
  const times = ["1e400", "9e15", "-9e15", '"soon"'];
  const lines = times.map((time) => JSON.stringify({ ...ARTICLES[0], publishedAt: 0 }).replace(/0}$/, `${time}}`));
  writeFileSync(join(folder.path, "times.jsonl"), `${lines.join("\n")}\n\u001b[31mred\n`);
  const refused = await run(["import", "times.jsonl", "--json"]);
  expect(JSON.parse(refused.stdout)).toEqual({ imported: 0, duplicates: 0, refused: 5 });
  expect(refused.stderr.match(/^line [1-4]: .*publishedAt/gm)).toHaveLength(4);
  expect(refused.stderr).not.toContain("\u001b");
});

test("articles are imported, found, shown in the digest, backed up, and found again in the backup", async () => {
  const file = join(folder.path, "articles.jsonl");
  writeFileSync(
    file,
    `${toLines(ARTICLES)}{"id": "4"}\nnonsense\n\n${toLines([{ ...ARTICLES[0], url: "https://marfa.example/empty", title: " " }])}${JSON.stringify(ARTICLES[0])}`,
  );

  const imported = await run(["import", "articles.jsonl", "--json"]);
  expect(imported.code).toBe(0);
  expect(JSON.parse(imported.stdout)).toEqual({ imported: 3, duplicates: 1, refused: 3 });
  expect(imported.stderr).toMatch(/^line 4: .*sourceId/m);
  expect(imported.stderr).toMatch(/^line 5: /m);

  const again = await run(["import", "articles.jsonl", "--json"]);
  expect(JSON.parse(again.stdout)).toEqual({ imported: 0, duplicates: 4, refused: 3 });

  const found = await run(["search", "المحطه", "--json"]);
  expect(found.code).toBe(0);
  expect(JSON.parse(found.stdout).results).toEqual([
    {
      url: "https://marfa.example/news/desalination",
      title: ARTICLES[0]?.title,
      publishedAt: ARTICLES[0]?.publishedAt,
      score: expect.any(Number),
    },
  ]);

  const queries = toLines([
    { id: "q1", query: "القمح" },
    { id: "q2", query: 5 },
    { id: "q3", query: "معرض الكتاب" },
    { id: "q4", query: "زلزال" },
  ]);
  const answers = fromLines((await run(["search", "--jsonl", "--limit", "1"], {}, queries)).stdout);
  expect(
    answers.map(({ id, results, error }) => ({
      id,
      titles: results?.map((hit: { title: string }) => hit.title),
      error,
    })),
  ).toEqual([
    { id: "q1", titles: [ARTICLES[1]?.title] },
    { id: "q2", error: expect.any(String) },
    { id: "q3", titles: [ARTICLES[2]?.title] },
    { id: "q4", titles: [] },
  ]);

  const without = await run(["search", "أسعار", "-القمح", "--json"]);
  expect({ code: without.code, ...JSON.parse(without.stdout) }).toEqual({ code: 0, id: null, results: [] });

  const digest = await run(["digest", "--json"]);
  const { messages, stories } = JSON.parse(digest.stdout);
  expect(stories).toHaveLength(2);
  expect(messages.join("\n")).toContain("https://marfa.example/news/desalination");
  expect(messages.join("\n")).not.toContain("معرض الكتاب");
  const plain = await run(["digest", "--locale", "en"]);
  expect(plain.stdout).toContain(ARTICLES[0]?.title);
  expect(plain.stdout).not.toMatch(/<b>|<a /);

  const backup = await run(["store", "backup", "copy.sqlite", "--json"]);
  expect({ code: backup.code, ...JSON.parse(backup.stdout) }).toEqual({ code: 0, backup: "copy.sqlite" });
  const twice = await run(["store", "backup", "copy.sqlite"]);
  expect(twice.code).toBe(1);
  expect(twice.stderr.trimEnd().split("\n")).toHaveLength(1);

  const restored = { STORE_URL: `sqlite://${join(folder.path, "copy.sqlite")}` };
  expect(existsSync(join(folder.path, "copy.sqlite.search"))).toBe(false);
  const refound = await run(["search", "المحطه", "--json"], restored);
  // Newer articles score higher, and time has passed.
  const withoutScore = (answer: string) => JSON.parse(answer).results.map((hit: object) => ({ ...hit, score: 0 }));
  expect(withoutScore(refound.stdout)).toEqual(withoutScore(found.stdout));
}, 120_000);

test("beside a running bot articles are kept and found at once, and are left for the bot to tell", async () => {
  const url = `sqlite://${join(folder.path, "busy.sqlite")}`;
  const bot = await openStore(url, { logger: silent, botId: "42", now: Date.now(), lock: true });
  onTestFinished(() => bot.close());
  const env = { STORE_URL: url };
  writeFileSync(join(folder.path, "busy.jsonl"), toLines(ARTICLES));
  const imported = await run(["import", "busy.jsonl", "--json"], env);
  expect(JSON.parse(imported.stdout)).toEqual({ imported: 3, duplicates: 0, refused: 0 });
  const found = await run(["search", "المحطه", "--json"], env);
  expect(JSON.parse(found.stdout).results).toHaveLength(1);
  for await (const [, story] of bot.stores.stories.entries()) expect.unreachable(`the story ${story.id}`);
});

test("a store that another release wrote is refused in one line and left as it is", async () => {
  const path = join(folder.path, "future.sqlite");
  const env = { STORE_URL: `sqlite://${path}` };
  expect((await run(["source", "list"], env)).code).toBe(0);
  const rows = (change = "") => {
    const database = new DatabaseSync(path);
    if (change !== "") expect(database.prepare(change).run().changes).toBe(1);
    const all = database.prepare("SELECT * FROM records ORDER BY ns, k").all();
    database.close();
    return all;
  };
  const before = rows("UPDATE records SET v = replace(v, '1', '999') WHERE ns = 'settings' AND k LIKE '%format'");
  const { code, stdout, stderr } = await run(["search", "نفط"], env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^mujaz search: the store has format 999.*\n$/);
  expect(rows()).toEqual(before);
}, 60_000);
