const FSI = "\u2068";
const PDI = "\u2069";

/** Control characters, and those that Telegram strips: line and paragraph separators, embeddings and overrides. */
const STRIPPED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ISOLATES = /[\u2066-\u2069]/g;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as Telegram's classic HTML takes it, in text and in attribute values. Characters that Telegram would strip, control
 * characters and lone surrogates are dropped. Source: https://core.telegram.org/bots/api#html-style
 */
export function escapeHtml(text: string): string {
  return text
    .replace(LONE_SURROGATE, "")
    .replace(STRIPPED, "")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}

/**
 * The text between FSI and PDI, so that a foreign run keeps its own direction; isolates within are
 * dropped, so it is always balanced.
 */
export function isolate(text: string): string {
  return `${FSI}${text.replace(ISOLATES, "")}${PDI}`;
}

/** The text that classic HTML shows: tags removed, entities decoded. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] as string);
}
