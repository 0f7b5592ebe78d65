import { type Command, JSONL_OPTIONS, numberOption, UsageError } from "./command.ts";
import { answerLines, print, printJson, textField } from "./lines.ts";
import { type TerminalNewsroom, withNewsroom } from "./open-newsroom.ts";

const DEFAULT_LIMIT = 10;

async function resultsOf(newsroom: TerminalNewsroom, query: string, limit: number) {
  const hits = newsroom.store.search.search(query, limit, Date.now());
  const articles = await newsroom.shelf.articles(hits.map((hit) => hit.articleId));
  return articles.flatMap((article, index) => {
    if (article === undefined) return [];
    const { url, title, publishedAt } = article;
    const score = Number((hits[index]?.score ?? 0).toFixed(4));
    return [{ url, title, publishedAt: new Date(publishedAt).toISOString(), score }];
  });
}

/** `mujaz search`: articles of the store by words. */
export const searchCommand: Command = {
  name: "search",
  summary: "search the collected articles",
  usage: `mujaz search <words> [--limit ${DEFAULT_LIMIT}] [--json]
mujaz search --jsonl [--limit ${DEFAULT_LIMIT}] < lines

Best first, in spite of spelling variants, prefixes, digits and diacritics.
  "two words"     the words in this order      -word        without this word
  source:id       of this source               since:7d     of the last seven days (or since:2026-11-01)
  --limit N       at most so many (default ${DEFAULT_LIMIT})
  --jsonl         lines {id, query} in, one answer a line out: {id, results: [{url, title, publishedAt, score}]}`,
  options: { ...JSONL_OPTIONS, limit: { type: "string" } },
  async run(call) {
    const limit = numberOption(call, "limit", DEFAULT_LIMIT);
    const query = call.positionals.join(" ");
    if (!call.options["jsonl"] && query === "") throw new UsageError("expected words to search for");
    await withNewsroom(async (newsroom) => {
      if (call.options["jsonl"])
        return answerLines(
          async (line) => ({ results: await resultsOf(newsroom, textField(line, "query", true), limit) }),
          "queries",
        );
      const results = await resultsOf(newsroom, query, limit);
      if (call.options["json"]) return printJson({ results });
      if (results.length > 0)
        return print(results.map((hit) => `- ${hit.title}\n  ${hit.publishedAt} ${hit.url}`).join("\n"));
      const suggestion = newsroom.store.search.suggest(query);
      await print(suggestion === undefined ? "nothing found" : `nothing found; did you mean: ${suggestion}`);
    });
  },
};
