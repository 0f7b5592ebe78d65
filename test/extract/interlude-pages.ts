import type { FamilyPage } from "./family-page.ts";
import { STORIES, type ToldStory } from "./told-stories.ts";

const { bridge, dates, theatre, column } = STORIES;
const SRC = "/uploads/2026/11/main-photo.jpg";

function read({ title }: ToldStory, paragraphs: readonly string[], matter: string): FamilyPage {
  const menu = ["محليات", "عالم", "رياضة"].map((name, at) => `<a href="/s/${at}">${name}</a>`).join(" ");
  return {
    html: `<html><head><title>${title}</title></head><body><nav>${menu}</nav><main><h1>${title}</h1><time datetime="2026-11-22">22 نوفمبر 2026</time><img src="${SRC}" width="900">${matter}</main></body></html>`,
    title,
    paragraphs,
    day: "2026-11-22",
    image: `https://waha.example${SRC}`,
    byline: null,
    related: [],
  };
}

const prose = (paragraphs: readonly string[]) => paragraphs.map((text) => `<p>${text}</p>`).join("");
const withAmong = (story: ToldStory, among: string, told: readonly string[] = []): FamilyPage => {
  const texts = story.paragraphs.filter((text) => text !== story.heading);
  const [above, below] = [texts.slice(0, 3), texts.slice(3)];
  return read(story, [...above, ...told, ...below], `<div class="b">${prose(above)}${among}${prose(below)}</div>`);
};
const album = (captions: readonly string[]) =>
  captions
    .map((text, at) => `<figure><img src="/g/${at}.jpg" width="900"><figcaption>${text}</figcaption></figure>`)
    .join("");

/** Pages that show how long a quotation, how many captions and how many paragraphs said twice must be to count. */
export const INTERLUDE_PAGES: Readonly<Record<string, FamilyPage>> = {
  "a pull-quote of three words": withAmong(theatre, "<blockquote>«ضوء الهواتف حين»</blockquote>"),
  "a pull-quote of a clause": withAmong(column, "<blockquote>أن يرى ما حوله</blockquote>"),
  "a word in quotation marks that is an answer": withAmong(theatre, "<p>«مساء السبت»</p>", ["«مساء السبت»"]),
  "an answer that is set as a quotation": withAmong(bridge, "<blockquote>«بلدية»</blockquote>", ["«بلدية»"]),
  "three photographs and no other text": read(
    dates,
    dates.paragraphs.slice(0, 2).concat(dates.paragraphs.slice(3, 4)),
    album([...dates.paragraphs.slice(0, 2), ...dates.paragraphs.slice(3, 4)]),
  ),
  "two counted photographs beside a text": read(
    column,
    column.paragraphs.slice(2),
    `${prose(column.paragraphs.slice(2))}<div class="g">${album(column.paragraphs.slice(0, 2).map((text, at) => `${at + 1}/2 ${text}`))}</div>`,
  ),
  "two paragraphs, once for wide and once for narrow screens": read(
    column,
    column.paragraphs.slice(0, 2),
    `<div class="wide">${prose(column.paragraphs.slice(0, 2))}</div><div class="narrow">${prose(column.paragraphs.slice(0, 2))}</div>`,
  ),
};
