import type { InlineKeyboardMarkup } from "grammy/types";
import type { Button } from "../ports.ts";

/**
 * Rows in reading order as a keyboard. Telegram lays rows out from the left whatever the language
 * (https://github.com/tdlib/telegram-bot-api/issues/882): those of a right-to-left language are turned.
 */
export function keyboardRows(rows: readonly (readonly Button[])[], rightToLeft: boolean): InlineKeyboardMarkup {
  return {
    inline_keyboard: rows.map((row) => {
      const buttons = row.map(({ text, data }) => ({ text, callback_data: data }));
      return rightToLeft ? buttons.reverse() : buttons;
    }),
  };
}

/** Buttons in rows of this many. */
export function inRows(buttons: readonly Button[], perRow: number): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  );
}
