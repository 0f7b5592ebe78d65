import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { TOKEN } from "../demo/client.ts";
import { ar, en, GROUP, OPERATOR, PATIENCE, startBed } from "./bed.ts";

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), PATIENCE);

test("neither a line that breaks nor a failing set-up shows the token", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const bed = await startBed({ apiRoot: `http://127.0.0.1:${port}` });
  onTestFinished(bed.stop);
  await until(() => bed.log.lines.length >= 1);
  await bed.stop();
  expect(bed.log.lines.join("\n")).toContain("ECONNREFUSED");
  expect(bed.log.lines.join("\n")).not.toContain(TOKEN.split(":")[1]);
});

test("set-up tells Telegram the commands of each place and language, and who it is; an odd answer is only logged", async () => {
  const bed = await startBed({
    before: (api) =>
      api.fault({ method: "setMyCommands", trouble: { kind: "refusal", name: "commandInvalid" }, times: 1 }),
  });
  const { commands, profile } = bed.api.state;
  await until(() => profile.has("short_description|en"));
  const names = (scope: string) => commands.get(scope)?.map(({ command }) => command) ?? [];
  expect(bed.log.lines.filter((line) => line.includes("set-up"))).toHaveLength(1);
  expect(names("default|en")).toEqual(expect.arrayContaining(["latest", "subscribe", "settings"]));
  expect(names("default|en")).not.toContain("addsource");
  expect(names("all_group_chats|ar")).toEqual(["latest", "search", "sources", "help", "privacy"]);
  expect(names("all_chat_administrators|ar")).toContain("subscribe");
  expect([...commands.keys()].filter((scope) => scope.startsWith("chat:"))).toEqual([]);
  expect(commands.get("default|en")?.[0]?.description).not.toBe(commands.get("default|ar")?.[0]?.description);
  expect(profile.get("description|")).toBe(ar("bot-description"));
  expect(profile.get("description|en")).toBe(en("bot-description"));
  expect(profile.get("short_description|")).toBe(ar("bot-short-description"));
});

test("an operator is shown all commands at the first word in private, once", async () => {
  const bed = await startBed();
  await until(() => bed.api.calls().get("setmycommands") === 9); // of the profile
  await bed.say("/help", { userId: OPERATOR, chatId: GROUP });
  expect(bed.api.state.commands.get(`chat:${OPERATOR}|`)).toBeUndefined();
  await bed.say("/start", { userId: OPERATOR });
  await until(() => bed.api.state.commands.has(`chat:${OPERATOR}|en`));
  const count = bed.api.calls().get("setmycommands");
  const shown = bed.api.state.commands.get(`chat:${OPERATOR}|`)?.map(({ command }) => command);
  expect(shown).toEqual(expect.arrayContaining(["latest", "subscribe", "addsource", "removesource"]));
  await bed.say("/help", { userId: OPERATOR });
  await bed.say("/start");
  expect(bed.api.calls().get("setmycommands")).toBe(count);
});

test("what Telegram knows already is not set again", async () => {
  const bed = await startBed({
    before(api) {
      for (const language of ["", "ar", "en"])
        for (const field of ["description", "short_description"])
          api.state.profile.set(
            `${field}|${language}`,
            ar(field === "description" ? "bot-description" : "bot-short-description"),
          );
    },
  });
  await until(() => bed.api.calls().get("setmyshortdescription") === 1);
  expect(bed.api.calls().get("getmydescription")).toBe(3);
  expect(bed.api.calls().get("setmydescription")).toBe(1); // the English one differs
});
