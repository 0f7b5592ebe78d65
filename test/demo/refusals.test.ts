import { expect, test } from "vitest";
import { REFUSALS, type RefusalName } from "../../src/demo/refusals.ts";
import { CALL_CASES } from "./call-refusals.ts";
import { CHAT_CASES } from "./chat-refusals.ts";
import { call, handClock, startApi } from "./client.ts";
import { furnish, keyboard, SUPERGROUP } from "./refusal-case.ts";

const CASES = [...CALL_CASES, ...CHAT_CASES];

test.each(CASES.map((one) => ({ why: "plainly", ...one })))(
  "$refusal ($why) is answered as Telegram words it",
  async ({ refusal, detail, parameters, provoke }) => {
    const clock = handClock();
    const api = await startApi({ clock });
    furnish(api);
    const { code, description } = REFUSALS[refusal];
    const answer = await provoke(api, clock);
    expect(answer).toEqual({
      status: code,
      retryAfter: parameters && "retry_after" in parameters ? String(parameters.retry_after) : null,
      body: {
        ok: false,
        error_code: code,
        description: description.replace(/<\w+>/, detail ?? "<missing>"),
        ...(parameters && { parameters }),
      },
    });
  },
);

test("every refusal of the table is provoked here", () => {
  const provoked = new Set(CASES.map(({ refusal }) => refusal));
  expect(Object.keys(REFUSALS).filter((name) => !provoked.has(name as RefusalName))).toEqual([]);
});

test("the first fault in Telegram's order is the one that is told", async () => {
  const api = await startApi({ clock: handClock() });
  furnish(api);
  api.people.setBot(SUPERGROUP, "restricted", 7);
  const bad = {
    chat_id: SUPERGROUP,
    message_thread_id: 9,
    text: `${"خ".repeat(5000)}<p>`,
    parse_mode: "HTML",
    reply_markup: keyboard({ text: "نعم" }),
  };
  const told = async (fixed: object) => (await call(api, "sendMessage", { ...bad, ...fixed })).body.description;
  const text = "خ".repeat(5000);
  expect(await told({})).toContain("can't parse entities");
  expect(await told({ text, chat_id: 999 })).toBe(REFUSALS.chatNotFound.description);
  expect(await told({ text })).toBe(REFUSALS.threadNotFound.description);
  expect(await told({ text, message_thread_id: 0 })).toBe(REFUSALS.noTextRights.description);
  api.people.setBot(SUPERGROUP, "member", 7);
  expect(await told({ text, message_thread_id: 0 })).toBe(REFUSALS.textTooLong.description);
  expect(await told({ text: "خبر", message_thread_id: 0 })).toBe(REFUSALS.buttonAction.description);
});
