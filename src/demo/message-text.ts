import { findEntities } from "./entity-finder.ts";
import { parseHtml } from "./html-parser.ts";
import type { Parameters } from "./parameters.ts";
import { refuse } from "./refusals.ts";
import type { MessageEntity } from "./telegram-types.ts";
import { cleanText, type FormattedText } from "./text-cleaning.ts";

const TEXT_BYTES = 32_768;
/** Longest text and caption in Unicode code points. */
const TEXT_CHARACTERS = 4096;
const CAPTION_CHARACTERS = 1024;

/** Step one of sending, before the chat is looked up: the text is there, not too large, and parsed. */
export function readText(parameters: Parameters, name: "text" | "caption"): FormattedText {
  const text = parameters.text(name);
  if (text === "" && name === "text") throw refuse("textMissing");
  if (text.length * 3 > TEXT_BYTES && Buffer.byteLength(text) > TEXT_BYTES) throw refuse("textTooManyBytes");
  const mode = parameters.text("parse_mode").toLowerCase();
  if (mode === "html") {
    const parsed = parseHtml(text);
    if ("error" in parsed) throw refuse("entities", parsed.error);
    return parsed;
  }
  if (mode !== "" && mode !== "none") throw refuse("parseMode");
  return { text, entities: readEntities(parameters.json(name === "text" ? "entities" : "caption_entities"), text) };
}

/** Step two, after the chat's rights: what is left of the text fits, and has the entities that Telegram finds by itself. */
export function finishText(raw: FormattedText, name: "text" | "caption"): FormattedText {
  const { text, entities } = cleanText(raw);
  if (text === "" && name === "text") throw refuse("textEmpty");
  const longest = name === "text" ? TEXT_CHARACTERS : CAPTION_CHARACTERS;
  if (text.length > longest && countCharacters(text) > longest) {
    throw refuse(name === "text" ? "textTooLong" : "captionTooLong");
  }
  const found = findEntities(text, entities);
  if (found.length === 0) return { text, entities };
  return { text, entities: [...entities, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function readEntities(list: unknown, text: string): MessageEntity[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw refuse("badJson");
  return (list as MessageEntity[]).filter(
    ({ type, offset, length }) =>
      typeof type === "string" &&
      Number.isInteger(offset) &&
      Number.isInteger(length) &&
      offset >= 0 &&
      length > 0 &&
      offset + length <= text.length,
  );
}
