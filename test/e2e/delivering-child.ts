// A process that delivers what is planned in a store until it is stopped, killed, or nothing is left. Its parent is delivering.ts.

import { systemClock } from "../../src/clock.ts";
import { createDelivery } from "../../src/jobs/deliver.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createSender } from "../../src/telegram/sender.ts";
import { silent } from "../fakes/logger.ts";

const [url = "", apiRoot = "", token = "", perSecond = "25", operatorId = "0", mostPages = "0"] = process.argv.slice(2);
const store = await openStore(url, {
  logger: silent,
  botId: token.split(":")[0] as string,
  now: Date.now(),
  lock: true,
  ...(mostPages === "0" ? {} : { mostPages: Number(mostPages) }),
});
const stop = new AbortController();
process.on("SIGTERM", () => stop.abort());
const delivery = createDelivery({
  stores: store.stores,
  sender: createSender({ token, apiRoot, paidBroadcast: false, logger: silent }),
  clock: systemClock,
  logger: silent,
  random: Math.random,
  messagesPerSecond: Number(perSecond),
  canaryChat: null,
  operatorIds: operatorId === "0" ? [] : [Number(operatorId)],
  rejectedText: (description) => description,
  storeText: (reason) => reason,
  moveChat: async () => {},
});
await delivery.load();
const sending = delivery.run(stop.signal);
while (!stop.signal.aborted) {
  if (delivery.counts().pending === 0) stop.abort();
  await systemClock.sleep(20, stop.signal);
}
await sending;
await store.close();
