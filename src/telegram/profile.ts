import type { Api } from "grammy";
import type { BotCommandScope } from "grammy/types";
import type { Translations } from "../ports.ts";
import { LOCALES } from "./context.ts";
import type { Audience, CommandFeature } from "./feature.ts";

/** One call of the set-up, and what it is for. */
export interface SetUpCall {
  readonly what: string;
  readonly run: () => Promise<unknown>;
}

/** In which chats a command is offered. In groups readers see what they may use, administrators all of it. */
const SCOPES: readonly { readonly scope: BotCommandScope; readonly audiences: readonly Audience[] }[] = [
  { scope: { type: "default" }, audiences: ["everybody", "chat-admin"] },
  { scope: { type: "all_group_chats" }, audiences: ["everybody"] },
  { scope: { type: "all_chat_administrators" }, audiences: ["everybody", "chat-admin"] },
];

/**
 * The calls that tell Telegram the bot's commands and what it is, in each language and, for people of other languages, in the
 * default one. A description is set only where it differs.
 */
export function profileCalls(
  api: Api,
  options: {
    readonly commands: readonly CommandFeature[];
    readonly translations: Translations;
    readonly defaultLocale: string;
    readonly adminIds: Iterable<number>;
  },
): SetUpCall[] {
  const { commands, translations, defaultLocale, adminIds } = options;
  const everybodyElse = { locale: defaultLocale, language: {} };
  const languages = [everybodyElse, ...LOCALES.map((locale) => ({ locale, language: { language_code: locale } }))];
  const scopes = [
    ...SCOPES,
    ...[...adminIds].map((id) => ({
      scope: { type: "chat", chat_id: id } as const,
      audiences: ["everybody", "chat-admin", "operator"] as const,
    })),
  ];
  return languages.flatMap(({ locale, language }) => {
    const t = translations(locale);
    const lists = scopes.map(({ scope, audiences }): SetUpCall => {
      const shown = commands.filter((command) => audiences.some((audience) => audience === command.audience));
      const described = shown.map(({ name }) => ({ command: name, description: t(`command-${name}`) }));
      return {
        what: `setMyCommands ${scope.type} ${locale}`,
        run: () => api.setMyCommands(described, { scope, ...language }),
      };
    });
    const description = t("bot-description");
    const short = t("bot-short-description");
    return [
      ...lists,
      {
        what: `setMyDescription ${locale}`,
        run: async () =>
          (await api.getMyDescription(language)).description === description ||
          api.setMyDescription(description, language),
      },
      {
        what: `setMyShortDescription ${locale}`,
        run: async () =>
          (await api.getMyShortDescription(language)).short_description === short ||
          api.setMyShortDescription(short, language),
      },
    ];
  });
}
