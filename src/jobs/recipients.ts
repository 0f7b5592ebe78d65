import { isHeld, isQuiet } from "../digest/due.ts";
import type { Edition } from "../digest/edition.ts";
import type { Subscription } from "../digest/subscription.ts";
import type { Mark } from "../outbox/delivery.ts";

/**
 * Whether a chat still wants an edition when its turn comes, perhaps hours after it was planned: not when it unsubscribed, paused or
 * was forgotten since, and not in its quiet hours. What was begun goes on in quiet hours; what a person asked for comes in any case.
 */
export function wants(
  subscription: Subscription | undefined,
  mark: Mark | undefined,
  edition: Pick<Edition, "id" | "asked" | "urgent">,
  now: number,
): boolean {
  if (subscription === undefined) return false; // forgotten: who asks for a digest has a record
  if (edition.asked) return true;
  if (isHeld(subscription, now)) return false;
  if (mark?.editionId === edition.id && mark.part > 0) return true;
  return !isQuiet(subscription, now) || (edition.urgent && subscription.urgentInQuietHours);
}
