import type { DueIndex } from "../digest/due.ts";
import { type Recipient, recipientKey } from "../digest/subscription.ts";
import type { Records, Stores } from "../ports.ts";

/** Settings: the chats that an operator allowed, and when. */
export const ADMITTED = "admitted:";

/**
 * Moves what is kept of a group to the id that it has as a supergroup: choices and marks, with those of its topics, and an
 * operator's leave. Doing it again completes what was cut short. What is known under the new id already is newer and stays.
 */
export async function moveChat(stores: Stores, due: DueIndex, fromChatId: number, toChatId: number): Promise<void> {
  const admitted = await stores.settings.get(`${ADMITTED}${fromChatId}`);
  if (admitted !== undefined) {
    await stores.settings.put(`${ADMITTED}${toChatId}`, admitted);
    await stores.settings.delete(`${ADMITTED}${fromChatId}`);
  }
  const group = { chatId: fromChatId, threadId: 0 };
  const topics = due.ofChat(fromChatId).filter(({ threadId }) => threadId !== 0);
  for (const old of [group, ...topics]) {
    const fresh = { ...old, chatId: toChatId };
    // The new records first: cut short, the old ones are still there.
    await copy(stores.marks, old, fresh);
    await copy(stores.subscriptions, old, fresh);
    const moved = await stores.subscriptions.get(recipientKey(fresh));
    if (moved !== undefined) due.set(moved);
    due.remove(old);
    await stores.marks.delete(recipientKey(old));
    await stores.subscriptions.delete(recipientKey(old)); // last: a topic is found by it
  }
}

/** The record of one recipient for another that has none. */
async function copy<T extends Recipient>(records: Records<T>, from: Recipient, to: Recipient): Promise<void> {
  const record = await records.get(recipientKey(from));
  if (record === undefined || (await records.get(recipientKey(to))) !== undefined) return;
  await records.put(recipientKey(to), { ...record, ...to });
}
