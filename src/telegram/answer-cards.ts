import type { StoryCard } from "../digest/card.ts";
import type { Block } from "../digest/pack.ts";
import { packBlocks } from "../digest/pack.ts";
import { renderCards, renderTitle } from "../digest/render.ts";
import type { Subscription } from "../digest/subscription.ts";
import type { Translate } from "../lib/messages.ts";

/** Cards under a title as finished messages of classic HTML, as this chat wants them; `before` stands above all of it. */
export function renderAnswer(
  answer: { readonly title: string; readonly cards: readonly StoryCard[]; readonly before?: Block },
  translate: Translate,
  subscription: Subscription,
  now: number,
): string[] {
  const { locale, timeZone, digits, layout } = subscription;
  const options = { translate, locale, timeZone, digits, layout, now };
  const before = answer.before === undefined ? [] : [answer.before];
  const cards = answer.cards.length === 0 ? [] : [renderTitle(answer.title, { locale })];
  return packBlocks([...before, ...cards, ...renderCards(answer.cards, options)]);
}
