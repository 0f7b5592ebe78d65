import { sortEntities } from "./html-parser.ts";
import type { MessageEntity } from "./telegram-types.ts";

/** Entities that Telegram keeps of one message; the rest is dropped without a word. */
const MESSAGE_ENTITIES = 100;

/** A message as Telegram keeps it: entities count in UTF-16 units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

const CHANGED = /[\0-\x09\x0b-\x1f\u030a\u0333\u033f\u2028-\u202e]|[\u200e\u200f]{2}/;

/**
 * The text as Telegram shows it: control characters become spaces; carriage returns, line and paragraph separators and the
 * direction overrides U+202A to U+202E are gone; of neighbouring U+200E and U+200F the last stays, the others become U+200C;
 * the ends are trimmed. Entities move along, at most 100 stay.
 * Source: `clean_input_string` in https://github.com/tdlib/td/blob/master/td/telegram/misc.cpp
 */
export function cleanText({ text, entities }: FormattedText): FormattedText {
  const cleaned = CHANGED.test(text) ? cleanCharacters({ text, entities }) : { text, entities };
  return trimText(cleaned);
}

function cleanCharacters({ text, entities }: FormattedText): FormattedText {
  const places = new Int32Array(text.length + 1);
  let clean = "";
  for (let at = 0; at < text.length; at++) {
    places[at] = clean.length;
    const code = text.charCodeAt(at);
    if (code === 13 || code === 0x30a || code === 0x333 || code === 0x33f || (code >= 0x2028 && code <= 0x202e))
      continue;
    if (code < 32 && code !== 10) clean += " ";
    else if (isMark(code) && isMark(clean.charCodeAt(clean.length - 1)))
      clean = `${clean.slice(0, -1)}\u200c${text[at]}`;
    else clean += text[at];
  }
  places[text.length] = clean.length;
  const place = (at: number) => places[Math.min(Math.max(at, 0), text.length)] as number;
  return {
    text: clean,
    entities: entities.map((entity) => {
      const offset = place(entity.offset);
      return { ...entity, offset, length: place(entity.offset + entity.length) - offset };
    }),
  };
}

function isMark(code: number): boolean {
  return code === 0x200e || code === 0x200f;
}

function trimText({ text, entities }: FormattedText): FormattedText {
  const end = text.replace(/[\s\u200b-\u200f\u2060-\u2064\u3164\ufeff]+$/u, "").length;
  if (end === 0) return { text: "", entities: [] };
  const firstEntityAt = Math.min(end, ...entities.map((entity) => entity.offset));
  let start = 0;
  while (start < firstEntityAt && (text[start] === " " || text[start] === "\n")) start++;
  return {
    text: text.slice(start, end),
    entities: settleEntities(
      entities.map((entity) => ({
        ...entity,
        offset: entity.offset - start,
        length: Math.min(entity.length, end - entity.offset),
      })),
    ),
  };
}

/** In order; nothing inside code, no quote in a quote, no style in itself; at most 100. */
function settleEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  const kept: MessageEntity[] = [];
  let open: MessageEntity[] = [];
  for (const entity of sortEntities(entities.filter(({ length }) => length > 0))) {
    open = open.filter((outer) => outer.offset + outer.length > entity.offset);
    const swallowed = open.some(
      (outer) =>
        outer.type === "code" ||
        outer.type === "pre" ||
        outer.type === entity.type ||
        (outer.type.endsWith("blockquote") && entity.type.endsWith("blockquote")),
    );
    if (swallowed) continue;
    kept.push(entity);
    open.push(entity);
  }
  return kept.slice(0, MESSAGE_ENTITIES);
}
