import type { RelatedLink } from "../extract/draft.ts";
import { cleanText } from "../lib/arabic/clean.ts";
import { escapeHtml, isolate } from "../lib/html.ts";
import { ageText, dateText, numberText, timeText, type Wording } from "./age.ts";
import type { StoryCard } from "./card.ts";
import { type Block, fits, measureBlock } from "./pack.ts";
import type { Choices } from "./subscription.ts";

// Message keys used here and in age.ts:
//   digest-title {$date}          latest-title          search-title {$query}
//   also-covered-by               related-links         background
//   text-from-feed                made-by-model         untitled
//   age-now   age-minutes {$count} {$number}   age-hours {$count} {$number}

/** How a digest is worded. `now`: ages are counted to it. */
export interface RenderOptions extends Wording {
  readonly layout: Choices["layout"];
  readonly now: number;
}

/** Longer headlines are cut at a word. */
const TITLE_UNITS = 300;
const LINK_UNITS = 120;
const SUMMARY_UNITS = 1500;
/** A longer summary is folded; the reader opens it with a tap. */
const FOLDED_FROM_UNITS = 700;
/** Addresses that are longer are not linked: one of them could fill the message. */
const MAX_HREF_UNITS = 1500;

const RLM = "\u200f";
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
const FIRST_STRONG = /\p{L}/u;

/** Text on one line, invisible marks out, at most `units` long, cut at a word with «…». */
function oneLine(text: string, units: number): string {
  const line = cleanText(text).replace(/\s+/g, " ").replaceAll("\ufffd", "").trim();
  if (line.length <= units) return line;
  const cut = line.slice(0, units - 1).replace(/\p{Surrogate}$/u, "");
  const word = cut.replace(/\s+\S*$/, "");
  return `${(word.length > units / 2 ? word : cut).trimEnd()}…`;
}

/** Whether a run would turn the direction of a line in this language. */
function isForeign(text: string, locale: string): boolean {
  const first = FIRST_STRONG.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first) !== locale.startsWith("ar");
}

/** A run as it stands within a line: isolated where its direction differs from the line's. */
function run(text: string, locale: string): string {
  return escapeHtml(isForeign(text, locale) ? isolate(text) : text);
}

/** A line of the message. An Arabic line that does not begin with an Arabic letter gets a mark, so that clients lay it out from the right. */
function line(html: string, locale: string): string {
  return locale.startsWith("ar") ? `${RLM}${html}` : html;
}

function link(text: string, url: string, locale: string): string {
  const href = /^https?:\/\//i.test(url) && url.length <= MAX_HREF_UNITS ? escapeHtml(url) : "";
  const shown = run(text, locale);
  return href === "" ? shown : `<a href="${href}">${shown}</a>`;
}

function links(
  label: string,
  list: readonly RelatedLink[],
  textOf: (link: RelatedLink) => string,
  locale: string,
): string[] {
  const shown = list
    .map((entry) => ({ text: oneLine(textOf(entry), LINK_UNITS), url: entry.url }))
    .filter((entry) => entry.text !== "");
  if (shown.length === 0) return [];
  return [
    line(`<i>${escapeHtml(label)}</i>`, locale),
    ...shown.map((entry) => line(`• ${link(entry.text, entry.url, locale)}`, locale)),
  ];
}

/** The parts of a card that can be left out when it is too long, the dearest first. */
interface CardParts {
  readonly head: string[];
  readonly summary: string[];
  readonly outlets: string[];
  readonly related: string[];
}

function summaryLines(card: StoryCard, options: RenderOptions): string[] {
  const text = oneLine(card.summary, SUMMARY_UNITS);
  if (text === "" || options.layout === "headlines") return [];
  const shown = line(escapeHtml(text), options.locale);
  const marks = [
    card.summaryMethod === "model" ? options.translate("made-by-model") : "",
    card.bodyFrom === "feed" ? options.translate("text-from-feed") : "",
  ];
  const body = text.length >= FOLDED_FROM_UNITS ? `<blockquote expandable>${shown}</blockquote>` : shown;
  const notes = marks.filter((mark) => mark !== "").map((mark) => line(`<i>${escapeHtml(mark)}</i>`, options.locale));
  return [body, ...notes];
}

function partsOf(card: StoryCard, number: number, options: RenderOptions): CardParts {
  const { locale, translate } = options;
  const title = oneLine(card.title, TITLE_UNITS) || translate("untitled");
  const source = run(oneLine(card.sourceName, LINK_UNITS), locale);
  const age = escapeHtml(ageText(card.publishedAt, options.now, options));
  const also = card.alsoCoveredBy
    .map((entry) => link(oneLine(entry.sourceName, LINK_UNITS), entry.url, locale))
    .join(locale.startsWith("ar") ? "، " : ", ");
  return {
    head: [
      line(`${numberText(number, options)}. <b>${link(title, card.url, locale)}</b>`, locale),
      line(`${source} · ${age}`, locale),
    ],
    summary: summaryLines(card, options),
    outlets: also === "" ? [] : [line(`<i>${escapeHtml(translate("also-covered-by"))}</i> ${also}`, locale)],
    related: [
      ...links(translate("background"), card.background, (entry) => entry.title, locale),
      ...links(translate("related-links"), card.related, (entry) => entry.title, locale),
    ],
  };
}

/** A card as a block that fits a message alone: what is least missed is left out first. */
function renderCard(card: StoryCard, number: number, options: RenderOptions): Block {
  const { head, summary, outlets, related } = partsOf(card, number, options);
  const compact = options.layout === "headlines";
  const tries = compact
    ? [[...head, ...outlets], head]
    : [[...head, ...summary, ...outlets, ...related], [...head, ...summary, ...outlets], [...head, ...summary], head];
  const blocks = tries.map((lines) => measureBlock(lines.join("\n")));
  return (
    blocks.find((block) => fits(block)) ??
    measureBlock(line(escapeHtml(oneLine(card.title, TITLE_UNITS)), options.locale))
  );
}

/** Numbered cards, one block each, in order. Every block fits a message alone, whatever the headlines hold. */
export function renderCards(cards: readonly StoryCard[], options: RenderOptions): Block[] {
  return cards.map((card, index) => renderCard(card, index + 1, options));
}

/** A bold line above cards. */
export function renderTitle(text: string, options: Pick<RenderOptions, "locale">): Block {
  return measureBlock(line(`<b>${escapeHtml(oneLine(text, TITLE_UNITS))}</b>`, options.locale));
}

/** A digest: the title line with the date and the hour of its slot, then the cards. */
export function renderDigest(
  cards: readonly StoryCard[],
  options: RenderOptions & { readonly slotAt: number },
): Block[] {
  const date = dateText(options.slotAt, options);
  const time = timeText(options.slotAt, options);
  return [renderTitle(options.translate("digest-title", { date, time }), options), ...renderCards(cards, options)];
}
