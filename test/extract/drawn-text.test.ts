import { expect, test } from "vitest";
import { extractArticle } from "../../src/extract/article.ts";
import { STORIES } from "./told-stories.ts";

const { title, paragraphs } = STORIES.clinic;
const other = STORIES.bridge;
const read = (script: string) =>
  extractArticle(`<title>${title}</title><div id="app"></div>${script}`, "https://a.example/n/1", {
    sourceId: "s",
    timeZone: "Asia/Riyadh",
    now: Date.UTC(2026, 10, 23),
  })?.paragraphs;
const json = (data: unknown) => `<script type="application/json">${JSON.stringify(data)}</script>`;
const inPage = (article: object) =>
  json({
    props: {
      pageProps: {
        latest: [{ title: other.title, blocks: other.paragraphs.map((text) => ({ type: "paragraph", text })) }],
        article: { title, description: `${title}، وتفاصيل أخرى. `.repeat(3), ...article },
      },
    },
  });
const blocks = paragraphs.map((text) => ({ type: "paragraph", text }));
const related = { type: "related", items: other.further.map((text) => ({ type: "link", title: text, url: "/n/2" })) };

test.each([
  ["blocks of text", inPage({ blocks })],
  [
    "blocks of markup",
    inPage({ content: { elements: paragraphs.map((text) => ({ kind: "html", html: `<p>${text}</p>` })) } }),
  ],
  [
    "blocks whose text is deeper",
    inPage({ body: { blocks: paragraphs.map((text) => ({ type: "p", data: { text } })) } }),
  ],
  ["a list of texts", inPage({ paragraphs })],
  [
    "runs of text in paragraphs",
    inPage({
      doc: {
        type: "doc",
        content: paragraphs.map((text) => ({
          type: "paragraph",
          content: [
            { type: "text", text: text.slice(0, 4) },
            { type: "text", marks: [{ type: "bold" }], text: text.slice(4) },
          ],
        })),
      },
    }),
  ],
  [
    "blocks with pictures and other articles among them",
    inPage({ blocks: [blocks[0], { type: "image", url: "/a.jpg", text: "صورة" }, related, ...blocks.slice(1)] }),
  ],
  [
    "a program's state",
    `<script>window.__INITIAL_STATE__ = ${JSON.stringify({ article: { title, blocks } })};</script>`,
  ],
  [
    "values that name one another by number",
    json([
      ["Reactive", 1],
      { article: 2 },
      { title: 3, body: 4, self: 2 },
      title,
      paragraphs.map((_, at) => 5 + at),
      ...paragraphs,
    ]),
  ],
])("a page that shows nothing is read from %s in its data", (_, script) => expect(read(script)).toEqual(paragraphs));

test.each([
  ["no headline", json({ article: { blocks } })],
  ["another article", json({ title: other.title, blocks: other.paragraphs.map((text) => ({ type: "p", text })) })],
  ["links alone", inPage({ description: "", related: other.further.map((text) => ({ title: text, url: "/n/3" })) })],
])("data with %s give no text", (_, script) => expect(read(script)).toEqual([]));

test("data that hold themselves end", () => {
  const many = Array.from({ length: 3000 }, (_, at) => ({ a: (at + 1) % 3000, b: at, c: 0 }));
  expect(read(json(many))).toEqual([]);
});
