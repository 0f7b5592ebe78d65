import type { DigestDesk } from "../../src/desks.ts";
import { createDueIndex } from "../../src/digest/due.ts";
import type { Recipient } from "../../src/digest/subscription.ts";
import { createDelivery } from "../../src/jobs/deliver.ts";
import type { Delivery, DeliveryDeps } from "../../src/jobs/delivery.ts";
import { createDigestDesk, loadDueIndex } from "../../src/jobs/digest-desk.ts";
import { moveChat } from "../../src/jobs/move-chat.ts";
import { createPublisher, type Publisher } from "../../src/jobs/publish.ts";
import { PLANNED_UNTIL, type Shelf } from "../../src/jobs/shelf.ts";
import { DAY_MS } from "../../src/lib/time.ts";
import type { MessageSender, Stores } from "../../src/ports.ts";
import type { FakeClock } from "../fakes/clock.ts";
import { silent } from "../fakes/logger.ts";
import { type Backing, createMemoryStores } from "../fakes/memory-records.ts";

/** What one message of these tests says: the span of news that its edition tells, and which part of it this is. */
export interface Telling {
  readonly slotAt: number;
  readonly since: number;
  readonly until: number;
  readonly part: number;
  readonly partCount: number;
}

export const tellingOf = (html: string): Telling => JSON.parse(html) as Telling;

/** How many messages the news of a span fill, and whether one of them is urgent; 0: there are none. */
export type News = (since: number, until: number) => { partCount: number; urgent?: boolean };

/** Publisher, outbox and desk as they are, with news that are nothing but spans of time. */
export interface OutboxWorld {
  readonly stores: Stores;
  readonly delivery: Delivery;
  readonly publisher: Publisher;
  readonly desk: DigestDesk;
}

/** One start of the outbox on a backing. */
export async function startOutbox(options: {
  backing: Backing;
  clock: FakeClock;
  sender: MessageSender;
  news?: News;
  beforeWrite?: (store: string, key: string) => void;
  settings?: Partial<DeliveryDeps>;
}): Promise<OutboxWorld> {
  const { backing, clock, sender, news = () => ({ partCount: 1 }), beforeWrite } = options;
  const stores = createMemoryStores({
    backing,
    now: () => clock.now(),
    ...(beforeWrite === undefined ? {} : { beforeWrite }),
  });
  const due = createDueIndex();
  const delivery = createDelivery({
    stores,
    sender,
    clock,
    logger: silent,
    random: () => 0.5,
    messagesPerSecond: 25,
    canaryChat: null,
    operatorIds: [],
    rejectedText: (description) => description,
    storeText: (reason) => reason,
    moveChat: (from, to) => moveChat(stores, due, from, to),
    ...options.settings,
  });
  let closedUntil = Number((await stores.settings.get(PLANNED_UNTIL)) ?? 0);
  const shelf = {
    closeUntil() {
      closedUntil = Math.max(closedUntil, clock.now());
      return closedUntil;
    },
  } as Pick<Shelf, "closeUntil"> as Shelf;
  const publisher = createPublisher({
    stores,
    shelf,
    composer: {
      sources: async () => new Map(),
      unmuted: async (stories) => [...stories],
      async compose(_, since, until, slotAt) {
        const { partCount, urgent = false }: ReturnType<News> = until > since ? news(since, until) : { partCount: 0 };
        const messages = Array.from({ length: partCount }, (_part, part) =>
          JSON.stringify({ slotAt, since, until, part, partCount } satisfies Telling),
        );
        return { storyIds: [], messages, urgent };
      },
    },
    delivery,
    due,
    clock,
    logger: silent,
    retentionMs: 30 * DAY_MS,
  });
  const desk = createDigestDesk({
    stores,
    due,
    publisher,
    clock,
    defaults: { timeZone: "UTC", locale: "ar", digestAt: ["08:00"] },
    onMove: (from, to) => delivery.moved(from, to),
  });
  await loadDueIndex(stores, due);
  await delivery.load();
  return { stores, delivery, publisher, desk };
}

export const privateChat = (chatId: number): Recipient => ({ chatId, threadId: 0 });
