import type { App } from "./app.ts";
import { systemClock } from "./clock.ts";
import { startHttp } from "./http/server.ts";
import type { Status } from "./http/status-pages.ts";
import { type Recurring, startSchedule } from "./jobs/schedule.ts";
import type { Logger } from "./ports.ts";
import type { MujazBot } from "./telegram/bot.ts";

const EVERY_NIGHT = "17 3 * * *";
/** A drain that takes longer than this is given up: what is in flight is recorded and sent again. */
const DRAIN_MS = 8000;

/** What a process does. */
export interface RolesOptions {
  readonly roles: readonly ("bot" | "collect" | "deliver")[];
  readonly tickCron: string;
  readonly collectCron: string;
  /** Where health and metrics are served; null: nowhere. */
  readonly http: { readonly host: string; readonly port: number } | null;
  readonly makeBot: () => MujazBot;
  readonly logger: Logger;
}

/**
 * Runs the roles until `stop` is aborted, then finishes what is in flight. A role that fails stops the
 * others, and rejects in the end.
 */
export async function runRoles(app: App, options: RolesOptions, stop: AbortController): Promise<void> {
  const { logger } = options;
  const { signal } = stop;
  const has = (role: RolesOptions["roles"][number]) => options.roles.includes(role);
  const working: Promise<unknown>[] = [];
  /** A role that fails stops the others, which then finish what they are at. */
  const role = (work: Promise<unknown>) => {
    working.push(work);
    work.catch(() => stop.abort());
  };
  /** What fails here, with a full disk, is tried again at the next run; readers are answered meanwhile. */
  const orLater = (work: string, running: Promise<unknown>) =>
    running.catch((error: unknown) => logger.error({ err: error, work }, "a job failed; its next run tries again"));
  const http = options.http === null ? undefined : await startHttp({ ...options.http, status: () => statusOf(app) });
  if (http !== undefined) logger.info({ url: http.url }, "health and metrics");

  const collecting = new Set<Promise<unknown>>();
  const collect = () => {
    const running = orLater("collect", app.collector.run(signal)).finally(() => collecting.delete(running));
    collecting.add(running);
    return running;
  };
  const tick: Recurring = { name: "tick", cron: options.tickCron, run: () => app.tick() };
  const reading: Recurring[] = [
    // Not waited for: a source that takes its time must not hold up the next look at the others.
    { name: "collect", cron: options.collectCron, run: async () => void collect() },
    { name: "prune", cron: EVERY_NIGHT, run: () => app.prune() },
  ];
  const works = [...(has("deliver") ? [tick] : []), ...(has("collect") ? reading : [])];
  const stopSchedule = startSchedule(works, logger);
  if (has("collect")) {
    app.onSourceChange(() => void collect());
    working.push(orLater("search", app.rebuildSearch()).then(collect));
  }
  if (has("deliver")) {
    working.push(orLater("tick", app.tick()));
    role(app.deliver(signal));
  }
  if (has("bot")) {
    role(options.makeBot().run(signal));
  }
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const drained = new AbortController();
  const results = await Promise.race([
    Promise.allSettled([stopSchedule(), ...working, ...collecting]),
    systemClock.sleep(DRAIN_MS, drained.signal).then(() => undefined),
  ]);
  drained.abort();
  await http?.close();
  if (results === undefined)
    logger.warn({}, "not everything in flight was finished in time; it is recorded and goes on at the next start");
  const failed = results?.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

async function statusOf(app: App): Promise<Status> {
  const { made, refused, failed, overBudget } = app.summaries.counts();
  const { pending, inFlight, subscribed, stories, sent, ambiguous, parked, rejected, dead } = app.counts();
  return {
    healthy: await app.isHealthy(),
    gauges: { deliveries_pending: pending, deliveries_in_flight: inFlight, chats_subscribed: subscribed, stories },
    counters: {
      messages_sent: sent,
      messages_ambiguous: ambiguous,
      chats_parked: parked,
      messages_rejected: rejected,
      deliveries_dead: dead,
      summaries_by_model: made,
      summaries_refused: refused,
      summaries_failed: failed,
      summaries_over_budget: overBudget,
    },
  };
}
