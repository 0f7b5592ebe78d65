import type { Element } from "domhandler";
import type { Block } from "./blocks.ts";
import { COMMENTS_HEADING } from "./headings.ts";
import { ARTICLE } from "./thresholds.ts";

/** What stands under each comment; normalised. */
const REPLY = /^(?:ال)?(?:رد|رد علي (?:هذا )?(?:ال)?تعليق|reply)$/u;

/**
 * The blocks, with those marked as outside that readers wrote: the part that begins with a heading of comments, and what holds all the
 * answers to them. They may be longer than the article. `headline`: the block that shows the title.
 */
export function withoutComments(blocks: readonly Block[], headline: Block | undefined): readonly Block[] {
  const around = new Set(headline?.path);
  const parts = new Set<Element>();
  for (const [at, { line, text, path }] of blocks.entries()) {
    if (text.length >= ARTICLE.headingUnits || !COMMENTS_HEADING.test(line)) continue;
    const part = path.findLast((element) => !around.has(element) && !blocks[at - 1]?.path.includes(element));
    if (part !== undefined && blocks[at + 1]?.path.includes(part)) parts.add(part);
  }
  const [first, ...others] = blocks.filter(({ line }) => REPLY.test(line));
  const shared = first?.path.find((element) => others.every(({ path }) => path.includes(element)));
  if (shared !== undefined && others.length > 0 && !around.has(shared)) parts.add(shared);
  if (headline === undefined || parts.size === 0) return blocks;
  return blocks.map((block) =>
    block.outside === undefined && block.path.some((element) => parts.has(element))
      ? { ...block, outside: "comments" }
      : block,
  );
}
