import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { failure, sendBroken, sendFile, sendJson } from "./answers.ts";
import { BotState } from "./bot-state.ts";
import type { BotApi, BotApiOptions } from "./control.ts";
import { Faults, refusalOf } from "./faults.ts";
import { closeServer, listen } from "./listen.ts";
import { COUNTED_METHODS, METHODS } from "./methods.ts";
import { type Parameters, readParameters } from "./parameters.ts";
import { People } from "./people.ts";
import { RateLimiter } from "./rate-limits.ts";
import { RefusedCall, refuse } from "./refusals.ts";
import { serveSim } from "./sim-routes.ts";
import { wallClock } from "./wall-clock.ts";
import { Webhook } from "./webhook.ts";

/** Longer than a client keeps an idle line: one that is cut as it is used again would look like a lost answer. */
const IDLE_LINE_MS = 120_000;

/** Starts the stand-in. It resolves when it listens. */
export async function startBotApi(options: BotApiOptions): Promise<BotApi> {
  const clock = options.clock ?? wallClock;
  const bot = {
    id: Number(options.token.split(":")[0]),
    is_bot: true,
    first_name: "موجز",
    username: "mujaz_demo_bot",
  };
  const state = new BotState(clock, bot, {
    keepMessages: options.keepMessages ?? Number.POSITIVE_INFINITY,
    acceptUnknown: options.acceptUnknownChats ?? false,
  });
  const faults = new Faults();
  const limiter = new RateLimiter(clock);
  const counts = new Map<string, number>();
  const webhook: Webhook = new Webhook(clock, state.updates, (name, parameters) =>
    perform(name, parameters, new AbortController().signal),
  );

  async function perform(name: string, parameters: Parameters, signal: AbortSignal): Promise<unknown> {
    const method = METHODS.get(name.toLowerCase());
    if (!method) throw refuse("methodNotFound");
    if (COUNTED_METHODS.has(name.toLowerCase()))
      limiter.take(parameters.text("chat_id"), parameters.flag("allow_paid_broadcast"));
    return method({ state, webhook, parameters, signal });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    const address = /^\/(file\/)?bot([^/]*)\/(.*)$/i.exec(path);
    if (!address) {
      if (!(await (options.serve ?? serveSim)(request, response, api)))
        sendJson(response, 404, failure(refuse("notFound")));
      return;
    }
    const [, isFile, token = "", rest = ""] = address;
    if (decodeURIComponent(token) !== options.token) return sendJson(response, 401, failure(refuse("unauthorized")));
    if (isFile) return sendFile(state, response, rest);
    const name = rest.toLowerCase().replace(/\/$/, "");
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    try {
      const parameters = await readParameters(request, query);
      const trouble = faults.meet(
        name,
        parameters.text("chat_id"),
        parameters.text("text") || parameters.text("caption"),
      );
      if (trouble?.kind === "delay") await clock.sleep(trouble.delayMs, gone.signal);
      if (trouble?.kind === "drop-before") return void request.socket.destroy();
      if (trouble?.kind === "broken") return sendBroken(response, trouble.status);
      const performed = trouble?.kind === "refusal" && trouble.name === "sentAndDeleted";
      const refusal = refusalOf(trouble);
      if (refusal && !performed) throw refusal;
      const result = await perform(name, parameters, gone.signal);
      if (refusal) throw refusal;
      if (trouble?.kind === "drop-after") return void request.socket.destroy();
      sendJson(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof RefusedCall)) throw error;
      sendJson(response, error.code, failure(error));
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      if (!response.headersSent)
        sendJson(response, 500, { ok: false, error_code: 500, description: `Internal Server Error: ${error.message}` });
      else response.destroy();
    });
  });
  server.keepAliveTimeout = IDLE_LINE_MS;
  const api: BotApi = {
    url: await listen(server, options.port ?? 0, options.host ?? "127.0.0.1"),
    people: new People(state),
    state,
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    setRateLimits: (limits) => limiter.set(limits),
    rateRefusals: () => limiter.refusedCount,
    delivered: (chatId) => {
      if (chatId !== undefined) return state.chats.get(chatId)?.delivered ?? [];
      return [...state.chats.all()].flatMap((chat) => chat.delivered).sort((a, b) => a.sequence - b.sequence);
    },
    sentCount: () => state.sentCount,
    messages: (chatId) => [...(state.chats.get(chatId)?.messages.values() ?? [])],
    calls: () => counts,
    close: async () => {
      webhook.close();
      state.updates.release();
      await closeServer(server);
    },
  };
  return api;
}
