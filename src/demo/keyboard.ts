import { refuse } from "./refusals.ts";
import type { InlineButton, ReplyMarkup } from "./telegram-types.ts";

// Telegram names no limits; these are where its servers are known to answer "reply markup is too long".
const KEYBOARD_BUTTONS = 100;
const KEYBOARD_BYTES = 10_000;
const CALLBACK_BYTES = 64;
const NOT_ACTIONS = new Set(["text", "style", "icon_custom_emoji_id"]);

/** The markup as it came; undefined for none. Throws the refusal of the first button that is wrong. */
export function checkMarkup(markup: unknown): ReplyMarkup | undefined {
  if (markup === undefined) return undefined;
  if (typeof markup !== "object" || markup === null) throw refuse("badJson");
  const { inline_keyboard: rows } = markup as ReplyMarkup;
  if (rows === undefined) return markup as ReplyMarkup;
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) throw refuse("badJson");
  const buttons = rows.flat() as InlineButton[];
  for (const button of buttons) checkButton(button);
  if (buttons.length > KEYBOARD_BUTTONS || Buffer.byteLength(JSON.stringify(rows)) > KEYBOARD_BYTES) {
    throw refuse("markupTooLong");
  }
  const filled = rows.filter((row) => row.length > 0);
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

function checkButton(button: InlineButton): void {
  if (typeof button?.text !== "string" || button.text.trim() === "") throw refuse("buttonTextEmpty");
  const actions = Object.keys(button).filter((key) => !NOT_ACTIONS.has(key));
  if (actions.length === 0) throw refuse("buttonAction");
  if (actions.length > 1) throw refuse("buttonData");
  if (!("callback_data" in button)) return;
  const bytes = typeof button.callback_data === "string" ? Buffer.byteLength(button.callback_data) : 0;
  if (bytes === 0 || bytes > CALLBACK_BYTES) throw refuse("buttonData");
}
