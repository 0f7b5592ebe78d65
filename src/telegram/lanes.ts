import type { Update } from "grammy/types";

/** Updates of one chat that wait behind a slow one; more are dropped, so that nobody can fill the memory. */
const LONGEST_LANE = 200;

/** Handles one chat's updates in order, and those of different chats side by side. */
export interface UpdateLanes {
  /** Resolves when this update is handled; undefined when too many of its chat are waiting: it is dropped. */
  add(update: Update): Promise<void> | undefined;
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>;
}

/** The chat that an update belongs to, or the person. */
function laneOf(update: Update): number {
  const message = update.message ?? update.channel_post ?? update.callback_query?.message ?? update.my_chat_member;
  return message?.chat.id ?? update.callback_query?.from.id ?? update.inline_query?.from.id ?? 0;
}

/** `handle` must not throw. */
export function createUpdateLanes(handle: (update: Update) => Promise<void>): UpdateLanes {
  const lanes = new Map<number, { tail: Promise<void>; count: number }>();
  return {
    add(update) {
      const id = laneOf(update);
      const lane = lanes.get(id) ?? { tail: Promise.resolve(), count: 0 };
      if (lane.count >= LONGEST_LANE) return undefined;
      lanes.set(id, lane);
      lane.count++;
      lane.tail = lane.tail
        .then(() => handle(update))
        .finally(() => {
          lane.count--;
          if (lane.count === 0) lanes.delete(id);
        });
      return lane.tail;
    },
    async idle() {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map((lane) => lane.tail));
    },
  };
}
