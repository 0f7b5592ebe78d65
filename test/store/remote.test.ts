import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { StoreError } from "../../src/errors.ts";
import { openStore, remoteSearchFile } from "../../src/store/open-store.ts";
import { silent } from "../fakes/logger.ts";

test.each(["redis", "postgres"])(
  "a %s server that is not there is one clear line, and is not waited for without end",
  async (kind) => {
    // The search file of a store on a server lies in the working directory.
    const folder = mkdtempSync(join(tmpdir(), "mujaz-remote-"));
    vi.spyOn(process, "cwd").mockReturnValue(folder);
    onTestFinished(() => {
      vi.restoreAllMocks();
      rmSync(folder, { recursive: true, force: true });
    });
    const opening = openStore(`${kind}://user:password@127.0.0.1:1/0`, { logger: silent, botId: "1", now: 0 });
    const error = await opening.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StoreError);
    expect((error as Error).message).not.toMatch(/password|\n/);
  },
);

test("stores on servers have a search file each, whatever password is used", () => {
  const file = remoteSearchFile("redis://user:old@127.0.0.1:6379/0");
  expect(remoteSearchFile("redis://user:new@127.0.0.1:6379/0")).toBe(file);
  const others = ["redis://127.0.0.1:6379/1", "redis://127.0.0.1:6380/0", "postgres://127.0.0.1:6379/0"];
  expect(new Set([file, ...others.map(remoteSearchFile)]).size).toBe(4);
});
