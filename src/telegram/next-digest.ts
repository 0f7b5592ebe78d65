import type { DigestDesk } from "../desks.ts";
import { dateText, numberText, timeText, type Wording } from "../digest/age.ts";
import type { Subscription } from "../digest/subscription.ts";
import type { Translate } from "../lib/messages.ts";
import { DAY_MS, wallClock } from "../lib/time.ts";

/** A pause without an end: an instant that every calendar can still show. */
export const FOREVER_AT = Date.UTC(9999, 0, 1);

/** Whether digests are paused at this instant. */
export function isPaused(subscription: Pick<Subscription, "pausedUntil">, now: number): boolean {
  return subscription.pausedUntil !== null && subscription.pausedUntil > now;
}

/** The hours of a chat as it writes them: «08:00 و20:00». */
export function hoursText({ digestAt, locale, digits }: Pick<Subscription, "digestAt" | "locale" | "digits">): string {
  return new Intl.ListFormat(locale).format(digestAt.map((time) => numberText(time, { digits })));
}

/** The line that names a chat's next digest: «الموجز القادم: اليوم 20:00»; or why none comes, and what would change that. */
export function nextDigestLine(
  t: Translate,
  desk: Pick<DigestDesk, "nextDigestAt">,
  subscription: Subscription,
  now: number,
): string {
  const { subscribedAt, pausedUntil } = subscription;
  if (subscribedAt !== null && pausedUntil !== null && pausedUntil >= FOREVER_AT) return t("next-after-pause");
  const at = desk.nextDigestAt({ ...subscription, subscribedAt: subscribedAt ?? now });
  if (at === null) return t("next-none");
  const when = whenText(t, subscription, at, now);
  return subscribedAt === null ? t("next-if-subscribed", { when }) : t("next-digest", { when });
}

function whenText(t: Translate, subscription: Subscription, at: number, now: number): string {
  const { timeZone, locale, digits } = subscription;
  const wording: Wording = { translate: t, timeZone, locale, digits };
  const time = timeText(at, wording);
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return t("next-today", { time });
  if (days === 1) return t("next-tomorrow", { time });
  return t("next-day", { day: dateText(at, wording), time });
}

function dayNumber(at: number, timeZone: string): number {
  const { year, month, day } = wallClock(at, timeZone);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}
