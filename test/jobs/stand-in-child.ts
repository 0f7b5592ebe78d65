// A process of its own for the Bot API stand-in, so that a benchmark does not share its processor time with what it measures.
// Its parent is delivery-pace.bench.ts. It tells its address, and, asked, when each message was accepted.

import { startBotApi } from "../../src/demo/bot-api.ts";

const [token = ""] = process.argv.slice(2);
const exact = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};
const api = await startBotApi({ token, port: 0, acceptUnknownChats: true, clock: exact });
process.on("message", () => {
  process.send?.({ sentAt: api.delivered().map((message) => message.sentAt) });
});
process.on("disconnect", () => process.exit());
process.send?.({ url: api.url.replace(/\/$/, "") });
