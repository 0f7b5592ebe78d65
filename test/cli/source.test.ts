import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { type NewsSite, startNewsSite } from "../../src/demo/news-site.ts";
import { runMujaz, temporaryFolder } from "./run-mujaz.ts";

const folder = temporaryFolder();
let site: NewsSite;
beforeAll(async () => {
  site = await startNewsSite({ startedAt: Date.now(), clock: systemClock });
});
afterAll(() => site.close());

function run(args: readonly string[], store = "store.sqlite") {
  const hosts = site.sources.map((source) => new URL(source.url).host).join(",");
  const env = { FETCH_ALLOW_PRIVATE: hosts, STORE_URL: `sqlite://${join(folder.path, store)}` };
  return runMujaz(args, { folder: folder.path, env });
}

test("a site is tested, added by its home page, known the second time, paused, resumed, exported, imported and removed", async () => {
  const home = `${site.url}/`;

  const tested = await run(["source", "test", home, "--json"]);
  expect(tested.code).toBe(0);
  const finding = JSON.parse(tested.stdout);
  expect(finding).toMatchObject({
    failure: null,
    candidates: [{ kind: "feed", url: `${site.url}/feed` }, { kind: "listing" }],
  });
  expect(finding.headlineCount).toBeGreaterThanOrEqual(3);
  expect(finding.preview.length).toBeGreaterThan(0);
  expect(JSON.parse((await run(["source", "list", "--json"])).stdout)).toEqual({ sources: [] });

  const added = await run(["source", "add", home, "--json"]);
  expect(added.code).toBe(0);
  const { kind, source } = JSON.parse(added.stdout);
  expect({ kind, addedBy: source.addedBy, sourceKind: source.kind }).toEqual({
    kind: "added",
    addedBy: "terminal",
    sourceKind: "feed",
  });
  expect((await run(["source", "add", `${site.url}/feed`])).stdout).toMatch(new RegExp(`^exists: ${source.id}\n`));

  expect(await run(["source", "pause", source.id])).toMatchObject({ code: 0, stdout: `paused: ${source.id}\n` });
  expect((await run(["source", "list"])).stdout).toMatch(new RegExp(`^off  ${source.id}  feed  `));
  expect((await run(["source", "resume", source.id])).code).toBe(0);
  expect((await run(["source", "list"])).stdout).toMatch(new RegExp(`^on   ${source.id}  feed  .*never read`));

  const exported = await run(["source", "export"]);
  expect(exported.stdout).toMatch(/^<\?xml|^<opml/);
  writeFileSync(join(folder.path, "sources.opml"), exported.stdout);
  const imported = await run(["source", "import", "sources.opml", "--json"], "second.sqlite");
  expect({ code: imported.code, ...JSON.parse(imported.stdout) }).toEqual({ code: 0, added: 1, exists: 0, failed: 0 });
  const second = JSON.parse((await run(["source", "list", "--json"], "second.sqlite")).stdout).sources;
  expect(second.map((status: { source: object }) => status.source)).toEqual([
    expect.objectContaining({ url: source.url, kind: "feed", name: source.name, enabled: true }),
  ]);
  expect((await run(["source", "export"], "second.sqlite")).stdout).toBe(exported.stdout);

  expect(await run(["source", "remove", source.id])).toMatchObject({ code: 0, stdout: `removed: ${source.id}\n` });
  expect(JSON.parse((await run(["source", "list", "--json"])).stdout)).toEqual({ sources: [] });
  expect(await run(["source", "export"])).toMatchObject({
    code: 1,
    stdout: "",
    stderr: "mujaz source: there are no sources to export\n",
  });
}, 180_000);

test("what is no OPML is refused, and a feed that cannot be read is named while the others are added", async () => {
  writeFileSync(join(folder.path, "no.opml"), "<html><body>لا شيء</body></html>");
  const refused = await run(["source", "import", "no.opml"], "third.sqlite");
  expect({ code: refused.code, stderr: refused.stderr }).toEqual({
    code: 1,
    stderr: "mujaz source: no.opml is no OPML file\n",
  });
  writeFileSync(
    join(folder.path, "two.opml"),
    `<opml version="2.0"><body><outline text="مفقود" xmlUrl="${site.url}/nothing"/><outline text="المرفأ" xmlUrl="${site.url}/feed"/></body></opml>`,
  );
  const { code, stdout, stderr } = await run(["source", "import", "two.opml"], "third.sqlite");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "added 1, known 0, failed 1\n" });
  expect(stderr).toBe(`${site.url}/nothing: gone\n`);
}, 180_000);
