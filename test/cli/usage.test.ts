import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VERSION } from "../../src/version.ts";
import { runMujaz, temporaryFolder } from "./run-mujaz.ts";

const folder = temporaryFolder();
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runMujaz(args, { folder: folder.path, env });

const COMMANDS = ["extract", "headlines", "summarise", "group", "import", "search", "digest", "source", "store"];

describe.concurrent("help", () => {
  test("names every command on stdout and ends with 0", async () => {
    const { code, stdout, stderr } = await run(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command} +\\S`, "m"));
  });

  test.each(COMMANDS)("%s --help tells how it is called, opens no store and ends with 0", async (command) => {
    const { code, stdout, stderr } = await run([command, "--help"], { STORE_URL: "nonsense", TIME_ZONE: "nowhere" });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^mujaz ${command}`));
    expect(stdout.split("\n").length).toBeGreaterThan(3);
  });

  test("--version tells the release", async () => {
    expect(await run(["--version"])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
  });
});

describe.concurrent("wrong usage ends with 2 and shows the right one on stderr alone", () => {
  test.each([
    { args: [], why: "no command" },
    { args: ["publish"], why: "an unknown command" },
    { args: ["extract"], why: "nothing to extract" },
    { args: ["extract", "a.html", "--colour"], why: "an unknown option" },
    { args: ["summarise", "--words", "many"], why: "a number that is none" },
    { args: ["summarise", "--sentences", "0"], why: "a number that is too small" },
    { args: ["group"], why: "no lines" },
    { args: ["search"], why: "no words" },
    { args: ["digest", "--locale", "fr"], why: "an unknown locale" },
    { args: ["source", "toString"], why: "an action that only looks like one" },
    { args: ["source", "list", "all"], why: "an argument for an action without one" },
    { args: ["store", "backup"], why: "no file to back up to" },
  ])("$why: mujaz $args", async ({ args }) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`mujaz ${COMMANDS.includes(args[0] ?? "") ? args[0] : "<command>"}`);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});

describe.concurrent("a failure ends with 1 and says why in one line on stderr", () => {
  test.each([
    { args: ["extract", "missing.html"], says: /missing\.html/ },
    { args: ["extract", "."], says: /EISDIR/ },
    { args: ["summarise", "missing.txt"], says: /ENOENT/ },
    { args: ["import", "."], says: /cannot read/ },
    { args: ["source", "pause", "nobody"], says: /no source nobody/ },
    { args: ["source", "test", "http://127.0.0.1:9/"], says: /: private-address\. .*FETCH_ALLOW_PRIVATE/ },
    { args: ["extract", "http://127.0.0.1:9/"], says: /: private-address\. .*FETCH_ALLOW_PRIVATE/ },
    { args: ["store", "backup", "missing/folder/copy.sqlite"], says: /missing\/folder/ },
  ])("mujaz $args", async ({ args, says }) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(says);
  });

  test("a page without an article", async () => {
    writeFileSync(join(folder.path, "empty.html"), "<!doctype html><html lang=ar><body></body></html>");
    const { code, stdout, stderr } = await run(["extract", "empty.html"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^mujaz extract: nothing to read at \S+empty\.html: no-article\. I found no article .*\n$/);
  });

  test("a store in a place that cannot be written to", async () => {
    const { code, stdout, stderr } = await run(["search", "نفط"], {
      STORE_URL: "sqlite:///dev/null/folder/store.sqlite",
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain("/dev/null");
  });

  test("wrong settings are all named, one in a line, without their values", async () => {
    const { code, stdout, stderr } = await run(["search", "نفط"], {
      TIME_ZONE: "Mars/Olympus",
      STORE_URL: "mysql://secret",
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^ {2}TIME_ZONE: /m);
    expect(stderr).toMatch(/^ {2}STORE_URL: /m);
    expect(stderr).not.toMatch(/Mars|secret|\n {4}at /);
  });
});
