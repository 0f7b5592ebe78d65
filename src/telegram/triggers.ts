import { normalise } from "../lib/arabic/normalise.ts";

/** Commands by the words that people say instead, normalised; with or without a slash. */
const WORDS: readonly (readonly [words: RegExp, command: string])[] = [
  [/^(?:اخر الاخبار|الاخبار)(?:\s+(.*))?$/, "latest"],
  [/^(?:موجز|الموجز)()$/, "digest"],
  [/^(?:بحث|ابحث)(?:\s+(?:عن\s+)?(.*))?$/, "search"],
  [/^(?:اشتراك|اشترك|اشتركت)()$/, "subscribe"],
  [/^(?:الغاء الاشتراك|الغ الاشتراك)()$/, "unsubscribe"],
  [/^(?:الاعدادات|اعدادات)()$/, "settings"],
  [/^(?:مساعده|المساعده)()$/, "help"],
  [/^(?:ابدا|ابدء)()$/, "start"],
  [/^(?:المواعيد|مواعيد)(?:\s+(.*))?$/, "times"],
  [/^(?:المنطقه الزمنيه|التوقيت)(?:\s+(.*))?$/, "timezone"],
];

/** What a person asks for. */
export interface Wish {
  readonly command: string;
  /** What was said behind it, as it was written. */
  readonly argument: string;
}

/**
 * The wish in a message: `/latest 5`, `/latest@bot 5`, «آخر الأخبار 5» or «/موجز». A command for another bot, or any other
 * text, is none.
 */
export function parseWish(text: string, username: string): Wish | undefined {
  const command = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text.trim());
  if (command !== null) {
    if (command[2] !== undefined && command[2].toLowerCase() !== username.toLowerCase()) return undefined;
    return { command: (command[1] as string).toLowerCase(), argument: command[3]?.trim() ?? "" };
  }
  const bare = text
    .trim()
    .replace(new RegExp(`^@${username}\\s+`, "i"), "")
    .replace(/^\//, "");
  const said = normalise(bare).replace(/\s+/g, " ").trim();
  for (const [words, name] of WORDS) {
    const match = words.exec(said);
    if (match === null) continue;
    // The argument as it was written: as many words from the end as the normalised one has.
    const count = (match[1] ?? "").split(" ").filter((word) => word !== "").length;
    return { command: name, argument: count === 0 ? "" : bare.trim().split(/\s+/).slice(-count).join(" ") };
  }
  return undefined;
}
