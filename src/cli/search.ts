import type { Source } from "../source/source.ts";
import { parseQuery } from "../story/query.ts";
import { type Command, JSONL_OPTIONS, numberOption, UsageError } from "./command.ts";
import { answerLines, print, printAnswer, textField } from "./lines.ts";
import { type TerminalNewsroom, withNewsroom } from "./open-newsroom.ts";

const DEFAULT_LIMIT = 10;

async function resultsOf(newsroom: TerminalNewsroom, sources: readonly Source[], query: string, limit: number) {
  const now = Date.now();
  const { search } = newsroom.store;
  const parsed = parseQuery(query, now, sources);
  const found = search.search(parsed, limit, now);
  // Found damaged, the index is built anew: a command has the time to wait for it.
  const filling = search.filling();
  await filling;
  const hits = filling === undefined ? found : search.search(parsed, limit, now);
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
  source:id       of this source, by its name  -source:id   of another source
  since:7d        of the last seven days; also 12h, 2w, yesterday, 2026-11-01
  In Arabic: «مصدر: الجزيرة», «منذ: أسبوع», «منذ:3 أيام», «منذ:أمس», «منذ:السبت», «منذ:1 نوفمبر».
  --limit N       at most so many (default ${DEFAULT_LIMIT})
  --jsonl         lines {id, query} in, one answer a line out: {id, results: [{url, title, publishedAt, score}]}`,
  options: { ...JSONL_OPTIONS, limit: { type: "string" } },
  async run(call) {
    const limit = numberOption(call, "limit", DEFAULT_LIMIT);
    const query = call.positionals.join(" ");
    if (!call.options["jsonl"] && query === "") throw new UsageError("expected words to search for");
    await withNewsroom(async (newsroom) => {
      const sources: Source[] = [];
      for await (const [, source] of newsroom.store.stores.sources.entries()) sources.push(source);
      if (call.options["jsonl"])
        return answerLines(
          async (line) => ({ results: await resultsOf(newsroom, sources, textField(line, "query", true), limit) }),
          "queries",
        );
      const results = await resultsOf(newsroom, sources, query, limit);
      if (call.options["json"]) return printAnswer({ results });
      const suggestion = newsroom.store.search.suggest(query);
      if (suggestion !== undefined) process.stderr.write(`did you mean: ${suggestion}\n`);
      if (results.length === 0) return print("nothing found");
      await print(results.map((hit) => `- ${hit.title}\n  ${hit.publishedAt} ${hit.url}`).join("\n"));
    });
  },
};
