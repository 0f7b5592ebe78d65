import type { RelatedLink } from "../extract/draft.ts";
import { escapeHtml } from "../lib/html.ts";
import { ageText, dateText, numberText, timeText, type Wording } from "./age.ts";
import type { StoryCard } from "./card.ts";
import { type Direction, directionOf, oneLine, renderLine, renderLink, renderParagraph, renderRun } from "./line.ts";
import { type Block, fits, measureBlock } from "./pack.ts";
import type { Choices } from "./subscription.ts";

// Message keys used here and in age.ts:
//   digest-title {$date} {$time}
//   also-covered-by               related-links         background     follow-ups
//   said-by {$outlet}
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
/** A longer summary, about six lines of a phone, is folded; the reader opens it with a tap. */
const FOLDED_FROM_UNITS = 280;

/** Plain, not slanted: Arabic letters have no italics. */
const note = (text: string, direction: Direction) => renderLine(escapeHtml(text), direction);

function linkLines(label: string, list: readonly RelatedLink[], direction: Direction): string[] {
  const shown = list
    .map(({ title, url }) => ({ title: oneLine(title, LINK_UNITS), url }))
    .filter(({ title }) => title !== "")
    .map(({ title, url }) => renderLine(`• ${renderLink(title, url, direction)}`, direction));
  return shown.length === 0 ? [] : [note(label, direction), ...shown];
}

/** The parts of a card that can be left out when it is too long, the dearest first. */
interface CardParts {
  readonly head: readonly string[];
  readonly summary: readonly string[];
  readonly outlets: readonly string[];
  readonly followUps: readonly string[];
  readonly related: readonly string[];
}

function headLines(card: StoryCard, number: number | null, options: RenderOptions, direction: Direction): string[] {
  const title = oneLine(card.title, TITLE_UNITS) || options.translate("untitled");
  const source = renderRun(oneLine(card.sourceName, LINK_UNITS), direction);
  const age = escapeHtml(ageText(card.publishedAt, options.now, options));
  const before = number === null ? "" : `${numberText(number, options)}. `;
  return [
    renderLine(`${before}<b>${renderLink(title, card.url, direction)}</b>`, direction),
    renderLine([source, age].filter((part) => part !== "").join(" · "), direction),
  ];
}

/** The sentence of another outlet with its name behind it. */
function additionText({ addition }: StoryCard, { translate }: RenderOptions): string {
  return addition === undefined ? "" : ` ${addition.text} ${translate("said-by", { outlet: addition.sourceName })}`;
}

function summaryLines(card: StoryCard, options: RenderOptions, direction: Direction): string[] {
  const text = oneLine(`${card.summary}${additionText(card, options)}`, SUMMARY_UNITS);
  if (text === "" || options.layout === "headlines") return [];
  const shown = renderParagraph(text, direction);
  const body = text.length >= FOLDED_FROM_UNITS ? `<blockquote expandable>${shown}</blockquote>` : shown;
  return [
    body,
    ...(card.summaryMethod === "model" ? [note(options.translate("made-by-model"), direction)] : []),
    ...(card.bodyFrom === "feed" ? [note(options.translate("text-from-feed"), direction)] : []),
  ];
}

function outletLines(card: StoryCard, options: RenderOptions, direction: Direction): string[] {
  const outlets = card.alsoCoveredBy
    .map(({ sourceName, url }) => ({ name: oneLine(sourceName, LINK_UNITS), url }))
    .filter(({ name }) => name !== "")
    .map(({ name, url }) => renderLink(name, url, direction));
  if (outlets.length === 0) return [];
  const list = outlets.join(direction === "rtl" ? "، " : ", ");
  return [renderLine(`${escapeHtml(options.translate("also-covered-by"))} ${list}`, direction)];
}

function partsOf(card: StoryCard, number: number | null, options: RenderOptions): CardParts {
  const direction = directionOf(options.locale);
  return {
    head: headLines(card, number, options, direction),
    summary: summaryLines(card, options, direction),
    outlets: outletLines(card, options, direction),
    followUps: linkLines(options.translate("follow-ups"), card.followUps ?? [], direction),
    related: [
      ...linkLines(options.translate("background"), card.background, direction),
      ...linkLines(options.translate("related-links"), card.related, direction),
    ],
  };
}

/** A card as a block that fits a message alone: what is least missed is left out first. */
function renderCard(card: StoryCard, number: number | null, options: RenderOptions): Block {
  const { head, summary, outlets, followUps, related } = partsOf(card, number, options);
  const compact = options.layout === "headlines";
  const tries = compact
    ? [[...head, ...outlets, ...followUps], [...head, ...followUps], head]
    : [
        [...head, ...summary, ...outlets, ...followUps, ...related],
        [...head, ...summary, ...outlets, ...followUps],
        [...head, ...summary, ...followUps],
        [...head, ...summary],
        head,
      ];
  const blocks = tries.map((lines) => measureBlock(lines.join("\n")));
  return blocks.find((block) => fits(block)) ?? renderTitle(card.title, options);
}

/** Numbered cards, one block each, in order. Every block fits a message alone, whatever the headlines hold. */
export function renderCards(cards: readonly StoryCard[], options: RenderOptions): Block[] {
  return cards.map((card, index) => renderCard(card, index + 1, options));
}

/** One card without a number as a message of its own. */
export function renderLoneCard(card: StoryCard, options: RenderOptions): string {
  return renderCard(card, null, options).html;
}

/** A bold line above cards. */
export function renderTitle(text: string, options: Pick<RenderOptions, "locale">): Block {
  const direction = directionOf(options.locale);
  return measureBlock(renderLine(`<b>${escapeHtml(oneLine(text, TITLE_UNITS))}</b>`, direction));
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
