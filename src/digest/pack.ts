/**
 * Longest message in UTF-16 units, tags not counted (bytes and entities have limits of their own). Source:
 * https://core.telegram.org/bots/api#sendmessage
 */
const MESSAGE_UNITS = 4096;
/** Longest text as it is sent, tags counted, in UTF-8. Source: https://github.com/tdlib/telegram-bot-api, Client.cpp */
const MESSAGE_BYTES = 32_768;
/** More entities are dropped by the server without a word. Source: https://github.com/tdlib/td, MessageEntity.cpp */
const MESSAGE_ENTITIES = 100;

/** A piece of a message that is never cut, and what it takes of each limit. */
export interface Block {
  readonly html: string;
  readonly units: number;
  readonly bytes: number;
  readonly entities: number;
}

/** What a message may hold. */
export type Limits = Pick<Block, "units" | "bytes" | "entities">;

/** All three limits of one message. */
export const TELEGRAM_LIMITS: Limits = { units: MESSAGE_UNITS, bytes: MESSAGE_BYTES, entities: MESSAGE_ENTITIES };

const SEPARATOR = "\n\n";
const ENTITY_TAG = /<(?!\/)[^>]*>/g;
const CHARACTER_REFERENCE = /&(?:lt|gt|quot|amp);/g;

/** Measures classic HTML that our own renderer made. */
export function measureBlock(html: string): Block {
  const entities = html.match(ENTITY_TAG)?.length ?? 0;
  const text = html.replace(/<[^>]*>/g, "").replace(CHARACTER_REFERENCE, "x");
  return { html, units: text.length, bytes: Buffer.byteLength(html), entities };
}

/** Whether a block alone stays within the limits. */
export function fits(block: Limits, limits: Limits = TELEGRAM_LIMITS): boolean {
  return block.units <= limits.units && block.bytes <= limits.bytes && block.entities <= limits.entities;
}

/**
 * Packs blocks into as few messages as keep their order; a block is never cut.
 *
 * Shape: n blocks {html, units, bytes, entities} in, 0..n HTML strings out, joined by one blank line (2 units).
 * Throws `RangeError` if one block alone exceeds a limit: shorten it in `render.ts`.
 */
export function packBlocks(blocks: readonly Block[], limits: Limits = TELEGRAM_LIMITS): string[] {
  const messages: Block[] = [];
  for (const block of blocks) {
    if (!fits(block, limits))
      throw new RangeError(
        `a block of ${block.units} units, ${block.bytes} bytes, ${block.entities} entities fits no message`,
      );
    const last = messages.at(-1);
    const joined = last && {
      html: last.html + SEPARATOR + block.html,
      units: last.units + SEPARATOR.length + block.units,
      bytes: last.bytes + SEPARATOR.length + block.bytes,
      entities: last.entities + block.entities,
    };
    if (joined !== undefined && fits(joined, limits)) messages[messages.length - 1] = joined;
    else messages.push(block);
  }
  return messages.map((message) => message.html);
}
