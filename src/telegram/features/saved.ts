import type { Message } from "grammy/types";
import { numberText } from "../../digest/age.ts";
import { directionOf, oneLine, renderLine, renderLink } from "../../digest/line.ts";
import { MOST_SAVED, withoutSaved, withSaved } from "../../digest/saved.ts";
import type { SavedArticle, Subscription } from "../../digest/subscription.ts";
import { escapeHtml } from "../../lib/html.ts";
import type { Button } from "../../ports.ts";
import { articleId } from "../../story/article-id.ts";
import { encodePress } from "../callback-codec.ts";
import { type BotContext, type BotDeps, counted } from "../context.ts";
import type { Feature } from "../feature.ts";
import { inRows } from "../keyboard.ts";
import { rewrite, say, sayHtml, type View } from "../say.ts";

const TITLE_UNITS = 100;
const BUTTON_UNITS = 60;
const CHOICES_SHOWN = 20;
const BUTTONS_PER_ROW = 5;

/** A headline on one line, or what is said where an article has none. */
const shownTitle = ({ t }: Pick<BotContext, "t">, title: string, units: number) =>
  oneLine(title, units) || t("untitled");

/** The addresses that a message leads to: of a digest those of its headlines, which are bold; else all. */
function addressesIn(message: Message): string[] {
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const links = entities.flatMap((entity) => {
    const { type, offset, length } = entity;
    if (type === "text_link") return [{ offset, length, url: entity.url }];
    return type === "url" ? [{ offset, length, url: text.slice(offset, offset + length) }] : [];
  });
  const isHeadline = ({ offset, length }: (typeof links)[number]) =>
    entities.some(
      (bold) => bold.type === "bold" && bold.offset <= offset && offset + length <= bold.offset + bold.length,
    );
  const headlines = links.filter(isHeadline);
  return (headlines.length > 0 ? headlines : links).map(({ url }) => url);
}

/**
 * `/saved`: articles that a chat keeps for later, with a button for each that takes it out again. With an address behind it, or as an
 * answer to a digest, it keeps that article; where the digest has several, it asks which.
 */
export function savedFeature({ digests, stories }: BotDeps): Feature {
  function list(ctx: BotContext, chosen: Subscription): View {
    const { t, locale } = ctx;
    const { saved = [] } = chosen;
    if (saved.length === 0) return { text: escapeHtml(t("saved-none")), html: true };
    const direction = directionOf(locale);
    const number = (index: number) => numberText(index + 1, chosen);
    const lines = saved.map(({ title, url }, index) => {
      const link = renderLink(shownTitle(ctx, title, TITLE_UNITS), url, direction);
      return renderLine(`${number(index)}. ${link}`, direction);
    });
    const buttons = saved.map(({ id }, index) => ({ text: `✕ ${number(index)}`, data: encodePress("unsave", id) }));
    const text = [renderLine(escapeHtml(t("saved-list")), direction), "", ...lines].join("\n");
    return { text, html: true, rows: inRows(buttons, BUTTONS_PER_ROW) };
  }

  async function articlesAt(addresses: readonly string[]): Promise<SavedArticle[]> {
    const ids = new Set(addresses.filter((url) => URL.canParse(url)).map((url) => articleId(url)));
    const found = await Promise.all([...ids].slice(0, CHOICES_SHOWN).map((id) => stories.article(id)));
    return found.filter((article) => article !== undefined);
  }

  /** What the person is told. */
  async function save(ctx: BotContext, article: SavedArticle): Promise<string> {
    const before = await ctx.chosen();
    const changed = withSaved(before, article);
    const title = shownTitle(ctx, article.title, TITLE_UNITS);
    if (changed === "known") return ctx.t("saved-known", { title });
    if (changed === "too-many") return ctx.t("saved-too-many", counted(MOST_SAVED, before));
    await digests.save(changed);
    return ctx.t("saved-added", { title });
  }

  async function keep(ctx: BotContext, addresses: readonly string[]): Promise<unknown> {
    const found = await articlesAt(addresses);
    const [first] = found;
    if (first === undefined) return say(ctx, ctx.t("saved-unknown"));
    if (found.length === 1) return say(ctx, await save(ctx, first));
    const rows = found.map(({ id, title }): Button[] => [
      { text: shownTitle(ctx, title, BUTTON_UNITS), data: encodePress("save", id) },
    ]);
    return say(ctx, ctx.t("saved-choose"), rows);
  }

  return {
    commands: [
      {
        name: "saved",
        audience: "chat-admin",
        async run(ctx, argument) {
          const answered = ctx.msg?.reply_to_message;
          if (argument !== "") return keep(ctx, argument.split(/\s+/));
          if (answered?.from?.id === ctx.me.id) return keep(ctx, addressesIn(answered));
          const { text, rows } = list(ctx, await ctx.chosen());
          return sayHtml(ctx, [text], rows);
        },
      },
    ],
    buttons: [
      {
        action: "save",
        audience: "chat-admin",
        async press(ctx, id) {
          const article = await stories.article(id);
          return article === undefined ? ctx.t("button-old") : save(ctx, article);
        },
      },
      {
        action: "unsave",
        audience: "chat-admin",
        async press(ctx, id) {
          const before = await ctx.chosen();
          if (!before.saved?.some((known) => known.id === id)) return ctx.t("button-old");
          const changed = withoutSaved(before, id);
          await digests.save(changed);
          await rewrite(ctx, list(ctx, changed));
          return ctx.t("saved-removed");
        },
      },
    ],
  };
}
