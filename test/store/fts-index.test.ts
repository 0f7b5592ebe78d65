import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { StoreError } from "../../src/errors.ts";
import { DAY_MS } from "../../src/lib/time.ts";
import { openFtsIndex } from "../../src/store/fts-index.ts";
import type { Article } from "../../src/story/article.ts";
import { parseQuery } from "../../src/story/query.ts";
import { article as plainArticle } from "../fakes/article.ts";
import { silent } from "../fakes/logger.ts";

const NOW = Date.UTC(2026, 10, 24);

const article = (id: string, title: string, lead = "", more: Partial<Article> = {}) =>
  plainArticle(id, title, { paragraphs: lead === "" ? [] : [lead], publishedAt: NOW - DAY_MS, ...more });

const NEWS = [
  article("schools", "افتتاح ثلاث مدارس جديدة في المدينة القديمة", "قال وزير التعليم إن المدارس تستقبل ألف طالب."),
  article("port", "ميناء مرسى الياسمين يستقبل سفينة القمح", "رست السفينة فجر الأحد.", { sourceId: "sanabil" }),
  article("minister", "مؤتمر صحفي", "تحدث الوزير عن ميناء مرسى الياسمين وعن المدارس."),
  article("council", "مجلس الأمن يبحث الهدنة", "", { publishedAt: NOW - 9 * DAY_MS }),
  article("safety", "الأمن في مجلس المدينة", "", { publishedAt: NOW - 3 * DAY_MS }),
  article("ali", "علي يفوز بالسباق"),
];

function opened(news: readonly Article[] = NEWS) {
  const index = openFtsIndex(":memory:", silent);
  index.add(news);
  return {
    ...index,
    ids: (text: string, limit = 10) => index.search(parseQuery(text, NOW), limit, NOW).map((hit) => hit.articleId),
  };
}

test.each([
  { query: "المدرسة", found: ["schools", "minister"], why: "a broken plural by its singular" },
  { query: "مدرسه", found: ["schools", "minister"], why: "another spelling" },
  { query: "وللسفن", found: ["port"], why: "with clitics" },
  { query: "سَفِينَة", found: ["port"], why: "with vowels" },
  {
    query: "مينا الياسمين",
    found: ["port", "minister"],
    why: "a slip of the pen, in a title before in a text",
  },
  { query: "علي", found: ["ali"], why: "a name, not the preposition" },
  { query: "سفينه سباق", found: ["port", "ali"], why: "some of the words where none has all" },
  { query: '"مجلس الأمن"', found: ["council"], why: "a phrase in its order" },
  { query: "مجلس -الهدنة", found: ["safety"], why: "without a word" },
  { query: 'الأمن -"مجلس الأمن"', found: ["safety"], why: "without a phrase" },
  { query: "ميناء source:SANABIL", found: ["port"], why: "of a source" },
  { query: "مجلس since:5d", found: ["safety"], why: "since a time" },
  { query: "source:sanabil", found: ["port"], why: "only a source" },
  { query: "source:sanabil -ميناء", found: [], why: "only a source, without a word" },
  { query: "source:sanabil -قطار", found: ["port"], why: "without a word that is not there" },
  { query: "-source:sanabil ميناء", found: ["minister"], why: "of another source" },
  { query: "-مصدر: sanabil منذ:5 أيام -مدارس", found: ["ali", "safety"], why: "all but one source" },
  { query: "-ميناء", found: [], why: "nothing to look for" },
  { query: "قطار", found: [], why: "nothing there" },
])("search finds $query: $why", ({ query, found }) => {
  expect(opened().ids(query)).toEqual(found);
});

test("words as they were asked come first, then others of their stem", () => {
  const titles = [
    ["drop", "قطرة ماء وقطرة ندى وقطرات"],
    ["other drop", "القطرة والقطرات"],
    ["qatar", "زيارة أمير قطر"],
    ["to qatar", "السفر إلى قطر"],
  ] as const;
  const index = opened(titles.map(([id, title]) => article(id, title)));
  expect(index.ids("قطر").slice(0, 2).sort()).toEqual(["qatar", "to qatar"]);
  expect(index.ids("قطرة").slice(0, 2).sort()).toEqual(["drop", "other drop"]);
  expect(index.ids("أمير قطر")[0]).toBe("qatar");
});

test("a word is found with «ب», «ل» and «و» in front and without them, and is no other word that only begins so", () => {
  const titles = [
    ["bare", "مساعدات إلى غزة"],
    ["again", "غزة تستقبل السفينة"],
    ["attached", "المساعدات تصل بغزة"],
    ["committee", "لجنة الحي تجتمع"],
    ["committees", "لجنة المدينة تجتمع"],
    ["to the committee", "رسالة السكان للجنة"],
    ["garden", "جنة من الزهور"],
  ] as const;
  const index = opened(titles.map(([id, title]) => article(id, title)));
  expect(index.ids("غزة").sort()).toEqual(["again", "attached", "bare"]);
  expect(index.ids("بغزة").sort()).toEqual(["again", "attached", "bare"]);
  expect(index.ids("ولغزة").sort()).toEqual(["again", "attached", "bare"]);
  expect(index.ids("غزة").at(-1)).toBe("attached");
  expect(index.ids("جنة")).toEqual(["garden"]);
  expect(index.ids("لجنة").sort()).toEqual(["committee", "committees", "to the committee"]);
});

test("two words side by side come before the same apart", () => {
  const index = opened([
    article("apart", "بيان اليوم", "في بيت العائلة قدم الطباخ طبقا من لحم الضأن."),
    article("town", "بيان آخر اليوم", "احتفلت بيت لحم بالعيد وسط حضور كبير من الزوار القادمين إليها."),
  ]);
  expect(index.ids("بيت لحم")).toEqual(["town", "apart"]);
});

test("a suggestion stands with the words beside it, and is the word without what somebody wrote in front of it", () => {
  const index = opened([
    ...["a", "b", "c"].map((id) => article(id, `مدرب الفريق ${id} يستقيل`)),
    article("club", "فوز ريال مدريد بالكأس"),
    article("and", "هواتف وسامسونغ تخسر"),
    article("phones", "سامسونغ تكشف هاتفا"),
    article("rocks", "معرض جالس في الساحة"),
  ]);
  expect(index.suggest("ريال مدرد")).toBe("ريال مدريد");
  expect(index.suggest("سامصونغ")).toBe("سامسونغ");
  expect(index.suggest("جالكسي")).toBeUndefined();
});

test.each([
  { apart: "خان يونس", joined: "خانيونس" },
  { apart: "بور سعيد", joined: "بورسعيد" },
  { apart: "أبو ظبي", joined: "أبوظبي" },
  { apart: "بيت لحم", joined: "بيتلحم" },
  { apart: "حضر موت", joined: "حضرموت" },
  { apart: "عبد الله", joined: "عبدالله" },
  { apart: "فيس بوك", joined: "فيسبوك" },
])("$joined and $apart are found both ways, and no half of them alone", ({ apart, joined }) => {
  const [first = "", second = ""] = apart.split(" ");
  const index = opened([
    article("apart", `أمطار غزيرة على ${apart} فجرا`),
    article("joined", `معرض الكتاب يعود إلى ${joined}`),
    article("half", `${first} في خبر آخر`),
    article("other half", `وهنا ${second} وحدها`),
  ]);
  for (const query of [apart, joined]) expect(index.ids(query).slice(0, 2).sort()).toEqual(["apart", "joined"]);
  expect(index.ids(joined)).toEqual(["joined", "apart"]);
  expect(index.ids(`${joined} معرض`)[0]).toBe("joined");
  expect(index.ids(`أمطار ${joined}`)[0]).toBe("apart");
});

test("an excluded word takes its forms with it wherever they stand, and no other word of the same stem", () => {
  const index = opened([
    article("qatar", "كأس آسيا في قطر"),
    article("to qatar", "كأس آسيا تنتقل", "تصل الكأس لقطر غدا."),
    article("drop", "كأس آسيا لم تنقصها قطرة"),
    article("adjective", "كأس آسيا بملعب قطري"),
  ]);
  expect(index.ids("كأس آسيا -قطر").sort()).toEqual(["adjective", "drop"]);
  expect(index.ids('"كأس آسيا" -قطرة').sort()).toEqual(["adjective", "qatar", "to qatar"]);
});

test("an excluded number takes those with it that have it as a whole", () => {
  const index = opened([article("more", "سعر الخبز 1.5 دينار"), article("less", "سعر الخبز 1.4 دينار في 5 مدن")]);
  expect(index.ids("الخبز -1.5")).toEqual(["less"]);
  expect(index.ids("الخبز -1.4")).toEqual(["more"]);
});

test("a query that says only when gives the newest first", () => {
  const ids = opened().ids("since:4d");
  expect(ids).toHaveLength(5);
  expect(ids.at(-1)).toBe("safety");
});

test("words beside a phrase decide the order", () => {
  const news = [article("a", "مجلس الأمن يجتمع"), article("b", "مجلس الأمن يبحث الهدنة في المدينة")];
  expect(opened(news).ids('"مجلس الأمن" الهدنة')).toEqual(["b", "a"]);
});

test("of two equal articles the newer comes first", () => {
  const news = [
    article("old", "الذهب يرتفع", "", { publishedAt: NOW - 20 * DAY_MS }),
    article("new", "الذهب يرتفع", "", { publishedAt: NOW }),
  ];
  expect(opened(news).ids("ذهب")).toEqual(["new", "old"]);
});

test.each([
  { query: "السفيتة", suggestion: "سفينة", found: ["port"], why: "a wrong letter" },
  { query: "الياسمن", suggestion: "الياسمين", found: ["port", "minister"], why: "a letter lost" },
  { query: "الياسمسين", suggestion: "الياسمين", found: ["port", "minister"], why: "a letter too many" },
  { query: "موتمر صفحي", suggestion: "موتمر صحفي", found: ["minister"], why: "two swapped, beside a good word" },
])("a misspelt $query is found and put right: $why", ({ query, suggestion, found }) => {
  const index = opened();
  expect(index.ids(query)).toEqual(found);
  expect(index.suggest(query)).toBe(suggestion);
});

test("nothing is suggested for known words, numbers and the parts of the query language", () => {
  const index = opened();
  for (const query of ["ميناء", "1999", "-سفيتة", '"سفيتة"', "source:sanabol", "قطار"])
    expect(index.suggest(query)).toBeUndefined();
});

test("a removed article is found no more, and its words are suggested no more", () => {
  const index = opened();
  index.remove(["port", "unknown"]);
  expect(index.ids("سفينة")).toEqual([]);
  expect(index.suggest("سفيتة")).toBeUndefined();
  expect(index.count()).toBe(NEWS.length - 1);
  index.add(NEWS);
  expect(index.ids("سفينة")).toEqual(["port"]);
});

test("no query breaks the index", () => {
  const index = opened();
  const parts = fc.constantFrom(
    "AND",
    "NOT",
    "NEAR(",
    "title:",
    "*",
    "^",
    '"',
    "«",
    "»",
    "-",
    "source:",
    "منذ:1d",
    "1.5",
    "हिन्दी",
    "نفط",
    "\0",
    "\ud800",
    "سفينة",
    " ",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), fc.string({ unit: "binary" }), (words, text) => {
      expect(index.ids(words.join("") + text).length).toBeLessThanOrEqual(10);
      index.suggest(words.join(" ") + text);
    }),
  );
});

/** A file in a folder that goes with the test. */
function indexFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-index-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "store.sqlite.search");
}

/** What tells one store from another. */
const STORE = NOW;

/** All articles, of which the store can read only so many. */
async function* kept(most = NEWS.length) {
  yield* NEWS.slice(0, most);
  if (most < NEWS.length) throw new Error("the store cannot be read");
}

test("a new index whose filling was cut short is filled to the end at the next start, and not again", async () => {
  const file = indexFile();
  const cut = openFtsIndex(file, silent);
  cut.add(NEWS.slice(0, 1)); // collected meanwhile
  await expect(cut.fill(() => kept(3), STORE)).rejects.toThrow("cannot be read");
  cut.close();
  const index = openFtsIndex(file, silent);
  expect(await index.fill(() => kept(), STORE)).toBe(NEWS.length - 1);
  index.remove(["ali"]);
  expect(await index.fill(() => kept(), STORE)).toBe(0);
  expect(index.count()).toBe(NEWS.length - 1);
  index.close();
});

test.each(["not a database", ""])("a file that holds %j is begun anew and filled", async (content) => {
  const file = indexFile();
  writeFileSync(file, content.repeat(1000));
  const index = openFtsIndex(file, silent);
  expect(await index.fill(() => kept(), STORE)).toBe(NEWS.length);
  index.close();
});

test("an index that was filled from another store is filled again", async () => {
  const file = indexFile();
  const empty = openFtsIndex(file, silent);
  expect(await empty.fill(async function* () {}, STORE)).toBe(0);
  empty.close();
  const index = openFtsIndex(file, silent);
  expect(await index.fill(() => kept(), STORE + 1)).toBe(NEWS.length);
  expect(await index.fill(() => kept(), STORE + 1)).toBe(0);
  index.close();
});

const cutInHalf = (file: string) => truncateSync(file, statSync(file).size / 2);
const removed = (file: string) => {
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
};
const overwritten = (file: string) => writeFileSync(file, "x".repeat(statSync(file).size));

test.each([
  { happens: "cut in half", change: cutInHalf },
  { happens: "removed", change: removed },
  { happens: "overwritten", change: overwritten },
])(
  "an index that is $happens while it is used answers and fills itself again, with one line in the log",
  async ({ change }) => {
    const file = indexFile();
    const lines: string[] = [];
    const logger = { ...silent, warn: (_: unknown, line: string) => lines.push(line) };
    const index = openFtsIndex(file, logger);
    onTestFinished(() => index.close());
    const many = Array.from({ length: 400 }, (_, n) =>
      article(`${n}`, `خبر رقم ${n} عن الميناء`, "سفن وبضائع ".repeat(20)),
    );
    let fillings = 0;
    const all = async function* () {
      fillings++;
      yield* many;
    };
    expect(await index.fill(all, STORE)).toBe(many.length);
    const writer = new DatabaseSync(file);
    writer.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    writer.close();
    change(file);
    const found = () => index.search(parseQuery("الميناء", NOW), 10, NOW);
    index.add(NEWS);
    expect(found().length).toBeGreaterThan(0);
    await expect.poll(() => index.count(), { timeout: 10_000 }).toBe(many.length + NEWS.length);
    expect(fillings).toBe(2);
    expect(found()).toHaveLength(10);
    expect(lines).toHaveLength(1);
  },
);

test("an index that is closed while it fills itself again tells of no fault, and is filled at the next start", async () => {
  const file = indexFile();
  const lines: string[] = [];
  const logger = { ...silent, error: (_: unknown, line: string) => lines.push(line) };
  const cut = openFtsIndex(file, logger);
  const all = async function* () {
    for (const one of NEWS) {
      await new Promise((resolve) => setImmediate(resolve));
      yield one;
    }
  };
  await cut.fill(all, STORE);
  removed(file);
  cut.count();
  cut.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines).toEqual([]);
  const index = openFtsIndex(file, logger);
  onTestFinished(() => index.close());
  expect(await index.fill(all, STORE)).toBe(NEWS.length);
});

test("an index that cannot be written holds up no article, and fills itself when it can be written again", async () => {
  const file = indexFile();
  const lines: string[] = [];
  const index = openFtsIndex(file, { ...silent, error: (_: unknown, line: string) => lines.push(line) });
  onTestFinished(() => index.close());
  expect(await index.fill(() => kept(), STORE)).toBe(NEWS.length);
  removed(file);
  mkdirSync(file);
  const late = Array.from({ length: 3 }, (_, n) => article(`late${n}`, `خبر متأخر عن الميناء ${n}`));
  for (const one of late.slice(0, 2)) index.add([one]);
  expect(() => index.count()).toThrow(StoreError);
  expect(lines).toHaveLength(1);
  rmdirSync(file);
  index.add(late.slice(2));
  await expect.poll(() => index.count()).toBe(NEWS.length + 1); // the store of this test does not know the two
});

test("an index that somebody else is writing is not taken for a damaged one", () => {
  const file = indexFile();
  const index = openFtsIndex(file, silent);
  index.add(NEWS);
  const other = new DatabaseSync(file);
  other.exec("BEGIN IMMEDIATE");
  expect(() => openFtsIndex(file, silent)).toThrow("locked");
  other.close();
  const again = openFtsIndex(file, silent);
  expect(again.count()).toBe(NEWS.length);
  again.close();
  index.close();
}, 30_000);
