import { corpusArticles, ownArticles } from "./answered-articles.ts";
import { EXTRACTORS } from "./extractors.ts";

/**
 * Run as a process of its own: `extractor [folder of pages]`. Prints how many bytes its memory grew by while that one extractor
 * read all the pages, at the most.
 */
const [name = "", folder] = process.argv.slice(2);
const pages = folder === undefined ? ownArticles() : corpusArticles(folder);
const read = EXTRACTORS[name];
globalThis.gc?.();
const before = process.memoryUsage().rss;
for (const { html, url } of pages) await read?.(html, url);
console.log(process.resourceUsage().maxRSS * 1024 - before);
