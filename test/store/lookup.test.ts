import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS } from "../../src/lib/time.ts";
import { article, NOW, opened } from "./indexed-news.ts";

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

test("an excluded number leaves those that have it as a part of another", () => {
  const index = opened([
    article("part", "سعر الخبز 1.5 دينار"),
    article("whole", "سعر الخبز 5 دنانير"),
    article("date", "سعر الخبز 15 دينارا"),
  ]);
  expect(index.ids("الخبز -5").sort()).toEqual(["date", "part"]);
});

test.each(["1500", "1,500", "١٥٠٠", "١٬٥٠٠", "۱۵۰۰"])(
  "a number is found however its thousands are marked: %s",
  (query) => {
    const index = opened([
      article("apart", "إجلاء 1,500 مدني من البلدة"),
      article("together", "إجلاء 1500 مدني من القرية"),
      article("arabic", "إجلاء ١٬٥٠٠ مدني من المخيم"),
      article("other", "إجلاء 500 مدني من الحي"),
    ]);
    expect(index.ids(`${query} مدني`).slice(0, 3).sort()).toEqual(["apart", "arabic", "together"]);
  },
);

test("what has only some of the words is not shown beside five that have all", () => {
  const all = Array.from({ length: 5 }, (_, n) => article(`all${n}`, `انهيار جسر المدينة ${n}`));
  const some = [article("some", "انهيار مبنى قديم"), article("other", "جسر جديد في القرية")];
  expect(opened([...all, ...some]).ids("انهيار جسر")).toHaveLength(5);
  expect(
    opened([...all.slice(1), ...some])
      .ids("انهيار جسر")
      .slice(4)
      .sort(),
  ).toEqual(["other", "some"]);
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
    "منذ:نوفمبر",
    "source:-",
    "-مصدر:",
    "١٬٥٠٠",
    "-1.5",
    "”",
    "\u200f",
    "🔥",
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
