import { numberText } from "../../digest/age.ts";
import type { Subscription } from "../../digest/subscription.ts";
import type { Translate } from "../../lib/messages.ts";
import type { Button } from "../../ports.ts";
import { encodePress } from "../callback-codec.ts";
import type { BotDeps } from "../context.ts";
import { cutList } from "../cut.ts";
import type { Feature } from "../feature.ts";
import { hoursText, isPaused, nextDigestLine } from "../next-digest.ts";
import { zoneName } from "../regions.ts";
import { rewrite, say, type View } from "../say.ts";

const STORY_COUNTS = [5, 10, 15, 20];
/** Short, usual and long summaries. */
const LENGTHS = [
  { key: "length-short", sentences: 1, words: 35 },
  { key: "length-usual", sentences: 3, words: 60 },
  { key: "length-long", sentences: 5, words: 110 },
] as const;

/** None, and the nights that people keep. */
const QUIET_HOURS: readonly Subscription["quietHours"][] = [
  null,
  ["22:00", "06:00"],
  ["23:00", "07:00"],
  ["00:00", "08:00"],
];

/** So much is shown of the words that are followed or muted; their commands show all. */
const LIST_UNITS = 1000;

/** The one after `current`, from the beginning again after the last or an unknown one. */
function nextOf<T>(list: readonly T[], current: T): T {
  return list[(list.indexOf(current) + 1) % list.length] as T;
}

/** The hours after these; from the beginning again after hours that are none of ours. */
function nextQuietHours(current: Subscription["quietHours"]): Subscription["quietHours"] {
  const index = QUIET_HOURS.findIndex((hours) => String(hours) === String(current));
  return QUIET_HOURS[(index + 1) % QUIET_HOURS.length] ?? null;
}

function quietText(t: Translate, { quietHours, digits }: Pick<Subscription, "quietHours" | "digits">): string {
  if (quietHours === null) return t("quiet-none");
  const [from, to] = quietHours.map((time) => numberText(time, { digits }));
  return t("quiet-hours", { from: from as string, to: to as string });
}

const lengthOf = ({ summary }: Subscription) => LENGTHS.find((length) => length.words === summary.words) ?? LENGTHS[1];

/** What a press on each button changes. */
const CHANGES: Readonly<Record<string, (subscription: Subscription) => Subscription>> = {
  stories: (subscription) => ({ ...subscription, maxStories: nextOf(STORY_COUNTS, subscription.maxStories) }),
  length(subscription) {
    const { sentences, words } = nextOf(LENGTHS, lengthOf(subscription));
    return { ...subscription, summary: { sentences, words } };
  },
  layout: (subscription) => ({ ...subscription, layout: subscription.layout === "full" ? "headlines" : "full" }),
  // In an English line Arabic digits change places: of «December ١٠, ٢٠٢٦» the year would stand first.
  digits: (subscription) => ({
    ...subscription,
    digits: subscription.digits === "latn" && subscription.locale === "ar" ? "arab" : "latn",
  }),
  quiet: (subscription) => ({ ...subscription, quietHours: nextQuietHours(subscription.quietHours) }),
  urgent: (subscription) => ({ ...subscription, urgentInQuietHours: !subscription.urgentInQuietHours }),
  language: (subscription) =>
    subscription.locale === "ar"
      ? { ...subscription, locale: "en", digits: "latn" }
      : { ...subscription, locale: "ar" },
};

function stateKey(subscription: Subscription, now: number): string {
  if (subscription.subscribedAt === null) return "settings-not-subscribed";
  return isPaused(subscription, now) ? "settings-paused" : "settings-subscribed";
}

/** `/settings`: what is chosen, and buttons that change it. */
export function settingsFeature({ digests, translations, clock }: BotDeps): Feature {
  function view(subscription: Subscription): View {
    const t = translations(subscription.locale);
    const now = clock.now();
    const words = (key: string, list: readonly string[]) =>
      list.length === 0 ? [] : [t(key, { words: cutList(list, t("list-separator"), LIST_UNITS) })];
    const text = [
      t(stateKey(subscription, now)),
      t("times-now", { hours: hoursText(subscription), zone: zoneName(t, subscription.timeZone) }),
      ...words("settings-following", subscription.follow),
      ...words("settings-muted", subscription.mute),
      ...(subscription.quietHours === null ? [] : [t("settings-quiet", { hours: quietText(t, subscription) })]),
      nextDigestLine(t, digests, subscription, now),
      "",
      t("settings-press"),
    ].join("\n");
    const button = (action: string, label: string): Button => ({ text: label, data: encodePress("set", action) });
    const rows = [
      [
        { text: t("button-hours"), data: encodePress("hours") },
        { text: t("button-zone"), data: encodePress("zones") },
      ],
      [
        button("stories", t("setting-stories", { number: numberText(subscription.maxStories, subscription) })),
        button("length", t("setting-length", { length: t(lengthOf(subscription).key) })),
      ],
      [
        button("layout", t("setting-layout", { layout: t(`layout-${subscription.layout}`) })),
        ...(subscription.locale === "ar"
          ? [button("digits", t("setting-digits", { digits: numberText("123", subscription) }))]
          : []),
      ],
      [button("quiet", t("setting-quiet", { hours: quietText(t, subscription) }))],
      ...(subscription.quietHours === null
        ? []
        : [
            [
              button(
                "urgent",
                t("setting-urgent", { state: t(subscription.urgentInQuietHours ? "urgent-comes" : "urgent-waits") }),
              ),
            ],
          ]),
      [button("language", t("setting-language"))],
    ];
    return { text, rows };
  }

  return {
    commands: [
      {
        name: "settings",
        audience: "chat-admin",
        async run(ctx) {
          const { text, rows } = view(await ctx.chosen());
          return say(ctx, text, rows);
        },
      },
    ],
    buttons: [
      {
        action: "set",
        audience: "chat-admin",
        async press(ctx, argument) {
          const change = Object.hasOwn(CHANGES, argument) ? CHANGES[argument] : undefined;
          if (change === undefined) return ctx.t("button-old");
          const subscription = change(await ctx.chosen());
          await digests.save(subscription);
          await rewrite(ctx, view(subscription), subscription.locale);
          return undefined;
        },
      },
    ],
  };
}
