import { checkedLink, userIdOfLink } from "./link.ts";
import type { MessageEntity } from "./telegram-types.ts";

/** Plain text and its entities (offsets in UTF-16 units), or the reason why Telegram would refuse it. */
export type ParsedText = { readonly text: string; readonly entities: MessageEntity[] } | { readonly error: string };

const TYPES: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  span: "spoiler",
  "tg-spoiler": "spoiler",
  "tg-emoji": "custom_emoji",
  "tg-time": "date_time",
  a: "text_link",
  pre: "pre",
  code: "code",
  blockquote: "blockquote",
};
const NAMED: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
]);
const DATE_FORMAT = /^(?:r|w?(?:d|D)?(?:t|T)?)$/;

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Length of the plain text when the tag opened. */
  readonly offset: number;
}

class ParseError extends Error {}

/**
 * Text and entities of Telegram's classic HTML (`parse_mode: HTML`), with its errors word for word.
 * Byte offsets in errors count UTF-8. Source: https://core.telegram.org/bots/api#html-style and the parser
 * of https://github.com/tdlib/td
 */
export function parseHtml(html: string): ParsedText {
  try {
    return new HtmlParser(html).parse();
  } catch (error) {
    if (error instanceof ParseError) return { error: error.message };
    throw error;
  }
}

class HtmlParser {
  private readonly html: string;
  private at = 0;
  private text = "";
  private readonly open: OpenTag[] = [];
  private readonly entities: MessageEntity[] = [];

  constructor(html: string) {
    const end = html.indexOf("\0"); // Telegram reads a C string
    this.html = end < 0 ? html : html.slice(0, end);
  }

  parse(): ParsedText {
    const { html } = this;
    while (this.at < html.length) {
      const next = nextSpecial(html, this.at);
      this.text += html.slice(this.at, next);
      this.at = next;
      if (next >= html.length) break;
      if (html[next] === "&") this.text += this.character();
      else if (html[next + 1] === "/") this.endTag();
      else this.startTag();
    }
    const left = this.open.at(-1);
    if (left) throw new ParseError(`Can't find end tag corresponding to start tag "${left.name}"`);
    return { text: this.text, entities: sortEntities(this.entities) };
  }

  /** The character that an `&…` stands for; the `&` itself when it is none of Telegram's. */
  private character(): string {
    const rest = this.html.slice(this.at, this.at + 16);
    const match = /^&(?:#(?:x([\da-f]+)|(\d+))|([a-z]+));?/i.exec(rest);
    const code = match?.[1] ? Number.parseInt(match[1], 16) : Number(match?.[2] ?? 0);
    const named = NAMED.get(match?.[3] ?? "");
    if (match && (named || (code > 0 && code < 0x10ffff))) {
      this.at += match[0].length;
      return named ?? String.fromCodePoint(code);
    }
    this.at++;
    return "&";
  }

  private startTag(): void {
    const begin = this.at++;
    const name = this.until(/[\s\v>]/).toLowerCase();
    if (this.ended()) this.fail("Unclosed start tag", begin);
    if (!Object.hasOwn(TYPES, name)) this.fail(`Unsupported start tag "${name}"`, begin);
    const attributes = new Map<string, string>();
    while (this.html[this.at] !== ">") {
      this.skipSpace();
      if (this.html[this.at] === ">") break;
      const attribute = this.until(/[\s\v=>/"']/);
      if (attribute === "") this.fail(`Empty attribute name in the tag "${name}"`, begin);
      this.skipSpace();
      if (this.html[this.at] !== "=") {
        if (this.ended()) this.fail(`Unclosed start tag "${name}"`, begin);
        attributes.set(attribute, "");
        continue;
      }
      this.at++;
      this.skipSpace();
      if (this.ended()) this.fail(`Unclosed start tag "${name}"`, begin);
      attributes.set(attribute, this.attributeValue());
      if (this.ended()) this.fail("Unclosed start tag", begin);
    }
    this.at++;
    if (name === "span" && attributes.get("class") !== "tg-spoiler") {
      this.fail('Tag "span" must have class "tg-spoiler"', begin);
    }
    this.open.push({ name, attributes, offset: this.text.length });
  }

  private attributeValue(): string {
    const quote = this.html[this.at];
    if (quote !== '"' && quote !== "'") {
      const begin = this.at;
      const token = this.until(/[^a-z\d.-]/i);
      if (!this.ended() && !/[\s\v>]/.test(this.html[this.at] ?? "")) {
        this.fail("Unexpected end of name token", begin);
      }
      return token.toLowerCase();
    }
    this.at++;
    let value = "";
    while (!this.ended() && this.html[this.at] !== quote) {
      value += this.html[this.at] === "&" ? this.character() : this.html[this.at++];
    }
    if (!this.ended()) this.at++;
    return value;
  }

  private endTag(): void {
    const begin = this.at;
    const tag = this.open.at(-1);
    if (!tag) this.fail("Unexpected end tag", begin);
    this.at += 2;
    const name = this.until(/[\s\v>]/).toLowerCase();
    this.skipSpace();
    if (this.html[this.at] !== ">") this.fail("Unclosed end tag", begin);
    this.at++;
    if (name !== "" && name !== tag.name) {
      this.fail("Unmatched end tag", begin, `, expected "</${tag.name}>", found "</${name}>"`);
    }
    this.open.pop();
    if (this.text.length > tag.offset) this.close(tag);
  }

  private close({ name, attributes, offset }: OpenTag): void {
    const place = { type: TYPES[name] as string, offset, length: this.text.length - offset };
    const last = this.entities.at(-1);
    const same = last?.offset === offset && last.length === place.length ? last : undefined;
    const language = attributes.get("class")?.match(/^language-(.*)/s)?.[1];
    if (name === "a") {
      const url = attributes.get("href") || this.text.slice(offset);
      const userId = userIdOfLink(url);
      const link = checkedLink(url);
      if (userId) this.entities.push({ ...place, type: "text_mention", user: { id: userId } });
      else if (link) this.entities.push({ ...place, url: link });
    } else if (name === "tg-emoji") {
      const emoji = attributes.get("emoji-id") ?? "";
      if (!/^-?\d{1,19}$/.test(emoji) || BigInt(emoji) === 0n) {
        throw new ParseError("Invalid custom emoji identifier specified");
      }
      this.entities.push({ ...place, custom_emoji_id: emoji });
    } else if (name === "tg-time") {
      const unix = attributes.get("unix") ?? "";
      const format = attributes.get("format") ?? "";
      if (!DATE_FORMAT.test(format)) throw new ParseError("Invalid date format used");
      if (/^\d{1,10}$/.test(unix)) {
        this.entities.push({ ...place, unix_time: Number(unix), ...(format && { date_time_format: format }) });
      }
    } else if (name === "pre" && same?.type === "code" && same.language) {
      same.type = "pre";
    } else if (name === "code" && same?.type === "pre" && language) {
      same.language = language;
    } else if (name === "code") {
      this.entities.push({ ...place, ...(language && { language }) });
    } else if (name === "blockquote" && attributes.has("expandable")) {
      this.entities.push({ ...place, type: "expandable_blockquote" });
    } else {
      this.entities.push(place);
    }
  }

  private until(stop: RegExp): string {
    const begin = this.at;
    while (this.at < this.html.length && !stop.test(this.html[this.at] as string)) this.at++;
    return this.html.slice(begin, this.at);
  }

  private skipSpace(): void {
    while (this.at < this.html.length && /[ \t\r\n\v]/.test(this.html[this.at] as string)) this.at++;
  }

  private ended(): boolean {
    return this.at >= this.html.length;
  }

  private fail(what: string, at: number, more = ""): never {
    throw new ParseError(`${what} at byte offset ${Buffer.byteLength(this.html.slice(0, at))}${more}`);
  }
}

function nextSpecial(html: string, from: number): number {
  let at = from;
  while (at < html.length && html.charCodeAt(at) !== 38 && html.charCodeAt(at) !== 60) at++;
  return at;
}

/** By place, the longer first; a language is told of `pre` only. */
export function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return entities
    .map(({ language, ...entity }) => (entity.type === "pre" && language ? { ...entity, language } : entity))
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
}
