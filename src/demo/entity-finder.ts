import type { MessageEntity } from "./telegram-types.ts";

// Telegram's own rule is longer; these are the shapes that a news bot and its readers write.
const FOUND = new RegExp(
  [
    String.raw`(?<url>(?:https?:\/\/|(?<![\p{L}\p{N}@.])www\.)[^\s<>"\u2066-\u2069«»]+[^\s<>"'.,:;!?)\]}«»\u2066-\u2069])`,
    String.raw`(?<![\p{L}\p{N}_/])(?<bot_command>\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\p{L}\p{N}_/])`,
    String.raw`(?<![\p{L}\p{N}_])(?<hashtag>#(?=[\p{L}\p{N}_\u200c\u0640]*\p{L})[\p{L}\p{N}_\u200c\u0640]{1,256})`,
    String.raw`(?<![\p{L}\p{N}_])(?<mention>@[A-Za-z][A-Za-z0-9_]{3,31})`,
  ].join("|"),
  "gu",
);

/** Commands, addresses, hashtags and mentions that Telegram finds by itself, outside of the entities given. */
export function findEntities(text: string, given: readonly MessageEntity[] = []): MessageEntity[] {
  if (!/[/#@]|www\./.test(text)) return [];
  const closed = given.filter(({ type }) => !/bold|italic|underline|strike|spoiler|quote/.test(type));
  const found: MessageEntity[] = [];
  for (const match of text.matchAll(FOUND)) {
    const [type, words] = Object.entries(match.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
    if (type === undefined || words === undefined) continue;
    const offset = match.index;
    const end = offset + words.length;
    if (closed.some((entity) => entity.offset < end && offset < entity.offset + entity.length)) continue;
    found.push({ type, offset, length: words.length });
  }
  return found;
}
