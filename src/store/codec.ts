import { z } from "zod";
import type { Batch, Edition } from "../digest/edition.ts";
import type { Subscription } from "../digest/subscription.ts";
import { DamagedRecordError } from "../errors.ts";
import type { Mark } from "../outbox/delivery.ts";
import type { Records, Stores } from "../ports.ts";
import type { PollState } from "../source/polling.ts";
import type { Source } from "../source/source.ts";
import type { Article, ArticleMark } from "../story/article.ts";
import type { Story } from "../story/story.ts";
import type { Summary } from "../summarise/summary.ts";
import { ownFirst } from "./alike.ts";

/** Checks a stored value and gives it its type. */
export type Schema<T> = z.ZodType<T>;

const text = z.string();
const instant = z.number();
const texts = z.array(text);
const link = z.object({ url: text, title: text });
const recipient = { chatId: z.number(), threadId: z.number() };
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
/** What most chats have is not written: a million subscriptions are read at a start, and most of that time goes by their length. */
const UNSAID = {
  threadId: 0,
  topics: [],
  countries: [],
  follow: [],
  mute: [],
  weekdays: EVERY_DAY,
  quietHours: null,
  urgentInQuietHours: false,
  pausedUntil: null,
};

const source: z.ZodType<Source> = z.object({
  id: text,
  name: text,
  nameAr: text,
  nameEn: text,
  homeUrl: text,
  kind: z.enum(["feed", "listing", "sitemap"]),
  url: text,
  selectors: z.object({ card: text, link: text.exactOptional(), title: text.exactOptional() }).nullable(),
  timeZone: text,
  everyMs: z.number(),
  topics: texts,
  country: text,
  language: text,
  enabled: z.boolean(),
  addedBy: text,
});

const poll: z.ZodType<PollState> = z.object({
  sourceId: text,
  etag: text.nullable(),
  lastModified: text.nullable(),
  bodyHash: text.nullable(),
  checkedAt: instant.nullable(),
  nextCheckAt: instant,
  failures: z.number(),
  quietCount: z.number(),
  lastFailure: z.object({ failure: text, at: instant }).nullable(),
  headlineCount: z.number(),
  readOnce: z.boolean(),
});

const article: z.ZodType<Article> = z.object({
  id: text,
  sourceId: text,
  url: text,
  title: text,
  paragraphs: texts,
  publishedAt: instant,
  firstSeenAt: instant,
  fingerprint: text,
  related: z.array(link),
  imageUrl: text.nullable(),
  byline: text.nullable(),
  bodyFrom: z.enum(["page", "feed"]),
  backlog: z.boolean(),
});

const articleMark: z.ZodType<ArticleMark> = z.object({ articleId: text, firstSeenAt: instant, storyId: text });

const story: z.ZodType<Story> = z.object({
  id: text,
  tellings: z
    .array(
      z.object({
        articleId: text,
        sourceId: text,
        firstSeenAt: instant,
        publishedAt: instant,
        backlog: z.boolean(),
        copyOf: text.optional(),
      }),
    )
    .min(1),
  leadArticleId: text,
  firstSeenAt: instant,
  updatedAt: instant,
  followsStoryId: text.nullable(),
});

/** Not a record of zod's: that leaves out «__proto__», which a person can mute like any other word. */
const instantsByWords = z.custom<Readonly<Record<string, number>>>(
  (value) => typeof value === "object" && value !== null && Object.values(value).every(Number.isFinite),
);

const subscription: z.ZodType<Subscription> = z.object({
  chatId: z.number(),
  threadId: z.number().default(UNSAID.threadId),
  sourceIds: z.union([texts, z.literal("all")]),
  topics: texts.default(UNSAID.topics),
  countries: texts.default(UNSAID.countries),
  follow: texts.default(UNSAID.follow),
  mute: texts.default(UNSAID.mute),
  maxStories: z.number(),
  summary: z.object({ sentences: z.number(), words: z.number() }),
  timeZone: text,
  locale: text,
  digits: z.enum(["latn", "arab"]),
  layout: z.enum(["full", "headlines"]),
  subscribedAt: instant.nullable(),
  digestAt: texts,
  weekdays: z.array(z.number()).default(UNSAID.weekdays),
  quietHours: z.tuple([text, text]).nullable().default(UNSAID.quietHours),
  urgentInQuietHours: z.boolean().default(UNSAID.urgentInQuietHours),
  pausedUntil: instant.nullable().default(UNSAID.pausedUntil),
  muteUntil: instantsByWords.optional(),
  mutedStories: z.array(z.object({ id: text, title: text, until: instant })).optional(),
  saved: z.array(z.object({ id: text, title: text, url: text })).optional(),
});

const mark: z.ZodType<Mark> = z.object({
  ...recipient,
  editionId: text,
  slotAt: instant,
  since: instant.default(Number.MAX_SAFE_INTEGER), // a mark of an older release: its `until` counts
  until: instant,
  part: z.number(),
  state: z.enum(["sending", "waiting", "sent", "dead", "parked"]),
  attempts: z.number(),
  notBefore: instant,
  messageIds: z.array(z.number()),
  parkReason: z.enum(["blocked", "deactivated", "kicked", "no-rights", "topic-closed", "not-found"]).nullable(),
  parkedAt: instant.nullable(),
});

const edition: z.ZodType<Edition> = z.object({
  id: text,
  slotAt: instant,
  since: instant,
  until: instant,
  storyIds: texts,
  messages: texts,
  batchCount: z.number(),
  planned: z.boolean(),
  expiresAt: instant,
  stopped: z.boolean(),
  asked: z.boolean().default(false),
  urgent: z.boolean().default(false),
});

const batch: z.ZodType<Batch> = z.object({
  editionId: text,
  number: z.number(),
  recipients: z.array(z.object(recipient)),
});

const summary: z.ZodType<Summary> = z.object({
  articleId: text,
  text,
  sentenceIndexes: z.array(z.number()),
  method: z.enum(["extractive", "model"]),
  madeAt: instant,
});

const setting: z.ZodType<string | number> = z.union([text, z.number()]);

/** The shape of each kind of record, by the name of its namespace. */
export const SCHEMAS = {
  sources: source,
  polls: poll,
  articles: article,
  articleMarks: articleMark,
  stories: story,
  subscriptions: subscription,
  marks: mark,
  editions: edition,
  batches: batch,
  summaries: summary,
  settings: setting,
} as const satisfies { readonly [Name in keyof Stores]: Stores[Name] extends Records<infer T> ? Schema<T> : never };

/** All stores, each made for its name; what is kept is told once, in `SCHEMAS`. */
export function storesOf(records: (name: keyof Stores) => unknown): Stores {
  const names = Object.keys(SCHEMAS) as (keyof Stores)[];
  return Object.fromEntries(names.map((name) => [name, records(name)])) as unknown as Stores;
}

/** A record as it is stored. */
export function encodeRecord(namespace: string, record: unknown): unknown {
  if (namespace !== "subscriptions") return record;
  const said = Object.entries(ownFirst(record as Subscription)).filter(
    ([name, value]) =>
      !(name in UNSAID) || JSON.stringify(value) !== JSON.stringify(UNSAID[name as keyof typeof UNSAID]),
  );
  return Object.fromEntries(said);
}

/** A stored value as its record. Throws `DamagedRecordError` naming namespace and key: a damaged record is never "missing". */
export function decodeRecord<T>(schema: Schema<T>, namespace: string, key: string, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DamagedRecordError(
    `the record ${namespace}/${key} is damaged at "${issue?.path.join(".")}": ${issue?.message}`,
  );
}
