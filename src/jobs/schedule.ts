import { type ScheduledTask, schedule, validate } from "node-cron";
import type { Logger } from "../ports.ts";

/** Whether `COLLECT_CRON` may be this: five fields, or six with seconds first. */
export function isCronExpression(text: string): boolean {
  return validate(text);
}

/** Work that is repeated on the wall clock. `run` is never started while it still runs; what it throws is logged. */
export interface Recurring {
  readonly name: string;
  readonly cron: string;
  readonly run: () => Promise<void>;
}

/**
 * Starts all of them and returns the function that stops them and waits for what runs.
 *
 * The expressions are read in UTC: they say how often to look, and what is due is decided by the work itself. A run that
 * node-cron missed (a blocked loop, a machine asleep) is therefore made up by the next one.
 */
export function startSchedule(works: readonly Recurring[], logger: Logger): () => Promise<void> {
  const running = new Set<Promise<void>>();
  const tasks: ScheduledTask[] = works.map((work) => {
    let current: Promise<void> | undefined;
    return schedule(
      work.cron,
      () => {
        if (current !== undefined) return;
        current = work
          .run()
          .catch((error: unknown) => logger.error({ err: error, work: work.name }, "a recurring job failed"))
          .finally(() => {
            running.delete(current as Promise<void>);
            current = undefined;
          });
        running.add(current);
      },
      { timezone: "UTC", name: work.name },
    );
  });
  return async () => {
    await Promise.all(tasks.map((task) => task.destroy()));
    await Promise.all(running);
  };
}
