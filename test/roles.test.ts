import { expect, test } from "vitest";
import type { App } from "../src/app.ts";
import { BotStoppedError, StoreError } from "../src/errors.ts";
import { runRoles } from "../src/roles.ts";
import { silent } from "./fakes/logger.ts";

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

/** A program whose first look for due slots fails. */
const app = {
  tick: () => Promise.reject(new StoreError("the disk is full")),
  deliver: untilAborted,
} as unknown as App;
const never = "0 0 1 1 *";

const options = (run: (signal: AbortSignal) => Promise<void>) => ({
  roles: ["bot", "deliver"] as const,
  tickCron: never,
  collectCron: never,
  http: null,
  makeBot: () => ({ run }),
  logger: silent,
});

test("a first look for due slots that fails, with a full disk, ends nothing: readers are answered, and the next look tries again", async () => {
  const stop = new AbortController();
  let isAnswering = false;
  const running = runRoles(
    app,
    options(async (signal) => {
      await new Promise((resolve) => setTimeout(resolve, 50)); // the look has failed meanwhile
      isAnswering = !signal.aborted;
      stop.abort();
    }),
    stop,
  );
  await expect(running).resolves.toBeUndefined();
  expect(isAnswering).toBe(true);
});

test("a bot that a person must help ends the process with what to do", async () => {
  const running = runRoles(
    app,
    options(() => Promise.reject(new BotStoppedError("stop the other"))),
    new AbortController(),
  );
  await expect(running).rejects.toThrow("stop the other");
});
