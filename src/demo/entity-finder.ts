import type { MessageEntity } from "./telegram-types.ts";

// Telegram's own rules are longer (all top-level domains, currencies, phone numbers); these are the shapes that a
// news bot and its readers write.
const DOMAIN = String.raw`(?:[\p{L}\p{N}-]+\.)+`;
const ENDINGS = "(?:com|net|org|info|news|app|dev|io|ai|me|tv|co|sa|ae|eg|jo|lb|ma|qa|uk|de|fr)";
const TAIL = String.raw`(?:[/?#][^\s<>"\u2066-\u2069«»]*[^\s<>"'.,:;!?)\]}«»\u2066-\u2069])?`;
const FOUND = new RegExp(
  [
    String.raw`(?<email>(?<![\p{L}\p{N}._-])[a-z\d._+-]+@${DOMAIN}[a-z]{2,})`,
    String.raw`(?<url>(?<![\p{L}\p{N}@._-])(?:(?:https?:\/\/(?:${DOMAIN}[\p{L}\p{N}-]+)(?::\d{1,5})?|(?:${DOMAIN}${ENDINGS}(?![\p{L}\p{N}]))(?::\d{1,5})?)${TAIL}|tg:\/\/[^\s<>"]+))`,
    String.raw`(?<![\p{L}\p{N}_/<>])(?<bot_command>\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?)(?![\p{L}\p{N}_/<>])`,
    String.raw`(?<![\p{L}\p{N}_])(?<hashtag>#(?=[\p{L}\p{N}_\u200c\u0640]*\p{L})[\p{L}\p{N}_\u200c\u0640]{1,256})(?![\p{L}\p{N}_\u200c\u0640#])`,
    String.raw`(?<![\p{L}\p{N}_])(?<mention>@[a-z][a-z0-9_]{3,31})`,
  ].join("|"),
  "giu",
);

/** Commands, addresses, hashtags and mentions that Telegram finds by itself, outside of the entities given. */
export function findEntities(text: string, given: readonly MessageEntity[] = []): MessageEntity[] {
  if (!/[/#@.]/.test(text)) return [];
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
