import { cleanText } from "../lib/arabic/clean.ts";
import { normalise } from "../lib/arabic/normalise.ts";

interface Phrases {
  readonly command: string;
  readonly phrases: readonly string[];
  /** Whether words may follow, or one alone: an address, an id. */
  readonly open?: boolean | "one";
  /** Whether it is understood among people who talk with each other, or only where the bot is called by a slash or its name. */
  readonly anywhere?: boolean;
}

/** Commands by the words that people say instead, each command at least once in Arabic. */
export const PHRASES: readonly Phrases[] = [
  { command: "latest", phrases: ["آخر الأخبار"], open: true, anywhere: true },
  { command: "latest", phrases: ["الأخبار", "أخبار", "latest news"] },
  { command: "digest", phrases: ["موجز"], anywhere: true },
  { command: "digest", phrases: ["الموجز", "digest"] },
  { command: "search", phrases: ["بحث"], open: true, anywhere: true },
  { command: "search", phrases: ["بحث عن", "ابحث عن", "ابحث", "search"], open: true },
  { command: "subscribe", phrases: ["اشتراك"], anywhere: true },
  { command: "subscribe", phrases: ["اشترك", "الاشتراك", "subscribe"] },
  { command: "unsubscribe", phrases: ["إلغاء الاشتراك"], anywhere: true },
  { command: "unsubscribe", phrases: ["إلغاء اشتراك", "ألغ الاشتراك", "unsubscribe"] },
  { command: "settings", phrases: ["الإعدادات"], anywhere: true },
  { command: "settings", phrases: ["إعدادات", "settings"] },
  { command: "help", phrases: ["مساعدة"], anywhere: true },
  { command: "help", phrases: ["المساعدة", "help"] },
  { command: "pause", phrases: ["إيقاف مؤقت"], open: true },
  { command: "resume", phrases: ["استئناف"] },
  { command: "times", phrases: ["المواعيد", "مواعيد", "ساعات الموجز"], open: true },
  { command: "timezone", phrases: ["المنطقة الزمنية", "التوقيت"], open: true },
  { command: "follow", phrases: ["متابعة", "تابع", "أتابع"], open: true },
  { command: "mute", phrases: ["كتم", "اكتم"], open: true },
  { command: "saved", phrases: ["المحفوظات", "محفوظاتي"], open: "one" },
  { command: "sources", phrases: ["المصادر", "مصادر"] },
  { command: "privacy", phrases: ["الخصوصية"] },
  { command: "start", phrases: ["ابدأ", "بدء"] },
  { command: "export", phrases: ["تصدير"] },
  { command: "forget", phrases: ["حذف بياناتي", "احذف بياناتي"] },
  { command: "addsource", phrases: ["إضافة مصدر", "أضف مصدرًا"], open: "one" },
  { command: "testsource", phrases: ["تجربة مصدر", "جرّب مصدرًا"], open: "one" },
  { command: "removesource", phrases: ["حذف مصدر", "احذف مصدرًا"], open: "one" },
  { command: "split", phrases: ["فصل مقال"] },
  { command: "stats", phrases: ["إحصاءات", "الإحصاءات"] },
];

/** More words than this behind a phrase are talk among people. */
const WORDS_AMONG_PEOPLE = 6;

/** The longest first: «بحث عن» before «بحث». */
const TRIGGERS = PHRASES.flatMap(({ phrases, command, open = false, anywhere = false }) =>
  phrases.map((phrase) => ({ command, open, anywhere, words: normalise(phrase).split(" ") })),
).sort((a, b) => b.words.length - a.words.length);

/** What a person asks for. */
export interface Wish {
  readonly command: string;
  /** What was said behind it, as it was written. */
  readonly argument: string;
  /** How the bot was called: by its name, by a slash, or by the words alone. */
  readonly calledBy: "name" | "slash" | "words";
}

/**
 * The wish in a message: `/latest 5`, `/latest@bot 5`, «آخر الأخبار 5», «/موجز» or «@bot موجز». A command for another bot and any
 * other text are none. Marks of direction, which come along when something is copied from an answer, are left out. Where people
 * talk among themselves (`isPrivate` false), fewer words are understood.
 */
export function parseWish(message: string, username: string, isPrivate: boolean): Wish | undefined {
  const text = cleanText(message).trim();
  const command = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text);
  if (command !== null) {
    const [, name = "", bot, argument = ""] = command;
    if (bot !== undefined && bot.toLowerCase() !== username.toLowerCase()) return undefined;
    const calledBy = bot === undefined ? "slash" : "name";
    return { command: name.toLowerCase(), argument: argument.trim(), calledBy };
  }
  const mention = new RegExp(`(?:^|\\s)@${username}(?=\\s|$)`, "i");
  const bare = text.replace(mention, " ").trim();
  const calledBy = mention.test(text) ? "name" : bare.startsWith("/") ? "slash" : "words";
  const written = bare.replace(/^\//, "").split(/\s+/);
  const said = written.map(normalise);
  for (const { command: name, open, anywhere, words } of TRIGGERS) {
    if (!words.every((word, index) => said[index] === word)) continue;
    const rest = written.slice(words.length);
    if (rest.length > 0 && (!open || (open === "one" && rest.length > 1))) continue;
    const amongPeople = !isPrivate && calledBy === "words";
    if (amongPeople && (!anywhere || rest.length > WORDS_AMONG_PEOPLE)) continue;
    return { command: name, argument: rest.join(" "), calledBy };
  }
  return undefined;
}
