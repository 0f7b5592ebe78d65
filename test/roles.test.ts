import { expect, test, vi } from "vitest";
import type { App } from "../src/app.ts";
import { BotStoppedError, StoreError } from "../src/errors.ts";
import { runRoles } from "../src/roles.ts";
import { silent } from "./fakes/logger.ts";

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

/** A program whose first look for due slots fails. */
const app = {
  tick: () => Promise.reject(new StoreError("the disk is full")),
  rebuildSearch: async () => 0,
  onSourceChange: () => undefined,
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

test("sources are looked for again while a slow one is still read; the end waits for it", async () => {
  const stop = new AbortController();
  let [looks, ended] = [0, 0];
  const run = async (signal?: AbortSignal) => {
    looks++;
    await untilAborted(signal as AbortSignal);
    ended++;
    return { sources: 0, kept: 0, failures: 0 };
  };
  const slow = { ...app, collector: { run } };
  const running = runRoles(slow, { ...options(untilAborted), roles: ["collect"], collectCron: "* * * * * *" }, stop);
  await vi.waitFor(() => expect(looks).toBeGreaterThanOrEqual(3), 5000);
  stop.abort();
  await running;
  expect(ended).toBe(looks);
});
