import { z } from "zod";
import { parseTimes } from "./digest/choose.ts";
import { AppError } from "./errors.ts";
import { isCronExpression } from "./jobs/schedule.ts";
import { isTimeZone } from "./lib/time.ts";
import { starterSources } from "./source/catalogue.ts";

/** What this process may do. */
export type Role = "bot" | "collect" | "deliver";

const list = (text: string) => text.split(/[,\s]+/).filter((part) => part !== "");
const id = /^-?\d{1,16}$/;

const userIds = z
  .string()
  .default("")
  .refine((text) => list(text).every((part) => id.test(part)), "expected user ids (numbers), comma separated")
  .transform((text) => list(text).map(Number));

const hostPorts = z
  .string()
  .default("")
  .refine((text) => list(text).every((part) => /^[^\s:/]+:\d{1,5}$/.test(part)), "expected host:port, comma separated")
  .transform(list);

const roles = z
  .string()
  .default("bot,collect,deliver")
  .refine(
    (text) => list(text).length > 0 && list(text).every((part) => ["bot", "collect", "deliver"].includes(part)),
    "expected some of bot, collect, deliver, comma separated",
  )
  .transform((text) => list(text) as Role[]);

const digestAt = z
  .string()
  .default("08:00,20:00")
  .refine((text) => parseTimes(text) !== undefined, "expected one to six hours like 08:00,20:00")
  .transform((text) => parseTimes(text) as string[]);

const starter = z
  .string()
  .default("default")
  .refine((text) => {
    try {
      starterSources(text);
      return true;
    } catch {
      return false;
    }
  }, "expected none, default, or ids of the catalogue (src/source/catalogue), comma separated");

const wholeNumber = (fallback: number, least: number, most: number) =>
  z.coerce
    .number(`expected a whole number from ${least} to ${most}`)
    .int(`expected a whole number from ${least} to ${most}`)
    .min(least, `expected a whole number from ${least} to ${most}`)
    .max(most, `expected a whole number from ${least} to ${most}`)
    .default(fallback);

const Env = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{10,}$/, "expected the token that @BotFather gave, like 123456:ABC-def…, without quotes")
    .optional(),
  BOT_API_ROOT: z
    .url({ protocol: /^https?$/, error: "expected an http or https address" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  ADMIN_IDS: userIds,
  ACCESS: z.enum(["open", "listed"], "expected open or listed").default("open"),
  CONTACT: z.string().max(200, "expected at most 200 characters").default(""),
  CANARY_CHAT: z.string().regex(id, "expected a chat id (a number)").transform(Number).optional(),
  STORE_URL: z
    .string()
    .regex(
      /^(sqlite:\/\/.+|redis(s)?:\/\/.+|postgres(ql)?:\/\/.+)$/,
      "expected sqlite://path, redis://… or postgres://…",
    )
    .default("sqlite://data/mujaz.sqlite"),
  ROLES: roles,
  HTTP_PORT: wholeNumber(8090, 0, 65_535),
  HTTP_HOST: z.string().min(1).default("127.0.0.1"),
  TIME_ZONE: z.string().refine(isTimeZone, "expected an IANA time zone like Asia/Riyadh").default("Asia/Riyadh"),
  LOCALE: z.enum(["ar", "en"], "expected ar or en").default("ar"),
  DIGEST_AT: digestAt,
  STARTER_SOURCES: starter,
  COLLECT_CRON: z
    .string()
    .refine(isCronExpression, "expected a cron expression of five or six fields")
    .default("*/5 * * * *"),
  RETENTION_DAYS: wholeNumber(30, 1, 36_500),
  PAGES_PER_RUN: wholeNumber(30, 1, 1000),
  MESSAGES_PER_SECOND: wholeNumber(25, 1, 1000),
  PAID_BROADCAST: z.enum(["true", "false"], "expected true or false").default("false"),
  FETCH_ALLOW_PRIVATE: hostPorts,
  SUMMARY_API_URL: z.url({ protocol: /^https?$/, error: "expected an http or https address" }).optional(),
  SUMMARY_MODEL: z.string().max(200, "expected at most 200 characters").optional(),
  SUMMARY_API_KEY: z.string().optional(),
  SUMMARY_WORDS_PER_DAY: wholeNumber(100_000, 1, 1_000_000_000),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "silent"], "expected fatal, error, warn, info, debug or silent")
    .default("info"),
  NODE_ENV: z.string().optional(),
});

/** The settings, checked. See `.env.example` for what each one means. */
export type Config = Readonly<z.infer<typeof Env>>;

/** The names of all variables, in the order of `.env.example`; `NODE_ENV` belongs to Node. */
export const VARIABLES: readonly string[] = Object.keys(Env.shape).filter((name) => name !== "NODE_ENV");

/**
 * Throws `AppError` with one line for each fault; no value is shown, because it may be a secret. An empty variable counts as
 * not set; spaces around a value do not count.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const written = Object.entries(env).map(([name, value = ""]) => [name, value.trim()] as const);
  const set = Object.fromEntries(written.filter(([, value]) => value !== ""));
  const parsed = Env.safeParse(set);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (set["NODE_ENV"] === "production" && set["BOT_TOKEN"] === undefined)
    faults.push("BOT_TOKEN: missing, and NODE_ENV=production starts no demo");
  if (set["SUMMARY_API_URL"] !== undefined && set["SUMMARY_MODEL"] === undefined)
    faults.push("SUMMARY_MODEL: missing, and SUMMARY_API_URL needs it");
  if (faults.length > 0 || !parsed.success)
    throw new AppError(
      `Wrong settings (.env.example explains each one):\n${[...new Set(faults)].map((line) => `  ${line}`).join("\n")}`,
    );
  return Object.freeze(parsed.data);
}
