import type { BotState, InlineResult } from "./bot-state.ts";
import { finishText, readText } from "./message-text.ts";
import { Parameters } from "./parameters.ts";
import { refuse } from "./refusals.ts";

/** How long a question of inline mode waits for its answer. Telegram names no figure; this one is ours. */
export const INLINE_LIFETIME_MS = 10_000;
const MOST_RESULTS = 50;
const RESULT_ID_BYTES = 64;
const MOST_QUERIES = 1000;

/** A person types after the bot's name. Shape: the id of the query. */
export function askInline(state: BotState, userId: number, query: string): string {
  const id = state.nextQueryId();
  state.inlineQueries.set(id, { id, userId, query, askedAt: state.clock.now(), answer: undefined });
  if (state.inlineQueries.size > MOST_QUERIES)
    state.inlineQueries.delete(state.inlineQueries.keys().next().value as string);
  state.updates.push("inline_query", { id, from: state.chats.person(userId), query, offset: "", chat_type: "sender" });
  return id;
}

/** answerInlineQuery with articles whose messages are text. Source: https://core.telegram.org/bots/api#answerinlinequery */
export function answerInlineQuery({ state, parameters }: { state: BotState; parameters: Parameters }): true {
  const results = readResults(parameters.json("results"));
  const query = state.inlineQueries.get(parameters.text("inline_query_id"));
  if (!query || query.answer || state.clock.now() - query.askedAt > INLINE_LIFETIME_MS) throw refuse("queryTooOld");
  if (results.length > MOST_RESULTS) throw refuse("resultsTooMany");
  const ids = new Set(results.map(({ id }) => id));
  if (ids.size < results.length) throw refuse("resultIdDuplicate");
  query.answer = results;
  return true;
}

function readResults(list: unknown): InlineResult[] {
  if (!Array.isArray(list)) throw refuse("badJson");
  return list.map((one) => {
    const fields = new Parameters(new Map(Object.entries(one ?? {})));
    const id = fields.text("id");
    if (id === "" || Buffer.byteLength(id) > RESULT_ID_BYTES) throw refuse("resultIdInvalid");
    if (fields.text("title") === "") throw refuse("articleTitleEmpty");
    const content = new Map(Object.entries((fields.json("input_message_content") ?? {}) as object));
    content.set("text", content.get("message_text"));
    const { text, entities } = finishText(readText(new Parameters(content), "text"), "text");
    return { id, title: fields.text("title"), description: fields.text("description"), text, entities };
  });
}
