import { afterEach, expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { tellingOf } from "./outbox-world.ts";
import { chat, outbox, stopAll } from "./running-outbox.ts";

afterEach(stopAll);

test.each(["the refusal", "the service message"])(
  "a group that became a supergroup keeps its settings, its mark and its digest, told by %s",
  async (by) => {
    const [old, fresh] = [-77, -1_000_000_077];
    let isMoved = false;
    const box = await outbox([chat(old, { maxStories: 7, digestAt: ["08:00", "09:00"] })], {
      script: ({ chatId }) => (isMoved && chatId === old ? { kind: "moved", chatId: fresh } : undefined),
    });
    await box.pass(10 * MINUTE_MS);
    isMoved = true;
    if (by === "the service message") await box.world.desk.move(old, fresh);
    await box.pass(DAY_MS);
    const { stores } = box.world;
    expect(await stores.subscriptions.get(`${fresh}:0`)).toMatchObject({ chatId: fresh, maxStories: 7 });
    expect(await stores.subscriptions.get(`${old}:0`)).toBeUndefined();
    expect(await stores.marks.get(`${old}:0`)).toBeUndefined();
    const got = box.to(fresh).map(({ html }) => tellingOf(html));
    expect(got).toHaveLength(2);
    expect(got[0]?.since).toBe(tellingOf(box.to(old)[0]?.html ?? "{}").until);
    expect(box.to(old)).toHaveLength(by === "the refusal" ? 2 : 1);
  },
);
