import type { IncomingMessage, ServerResponse } from "node:http";
import { failure, sendFile, sendJson } from "./answers.ts";
import type { Change } from "./bot-state.ts";
import type { ChatOptions } from "./chats.ts";
import type { BotApi } from "./control.ts";
import type { Fault } from "./faults.ts";
import { isOwnOrigin } from "./own-origin.ts";
import { type Parameters, readParameters } from "./parameters.ts";
import { commandsFor } from "./profile-methods.ts";
import { TELEGRAM_RATES } from "./rate-limits.ts";
import { RefusedCall } from "./refusals.ts";
import type { ChatKind, MemberStatus } from "./telegram-types.ts";

const LAST_MESSAGES = 200;

type Route = (api: BotApi, given: Parameters) => unknown;

/** What a page or a script may do and see over HTTP; GET reads, POST acts. */
const ROUTES: Readonly<Record<string, Route>> = {
  "GET /sim/outbox": (api, given) =>
    api
      .delivered(given.has("chatId") ? given.number("chatId", 0) : undefined)
      .slice(-given.number("last", LAST_MESSAGES)),
  "GET /sim/messages": (api, given) => ({
    chatId: given.number("chatId", 0),
    messages: api.messages(given.number("chatId", 0)).slice(-given.number("last", LAST_MESSAGES)),
  }),
  "GET /sim/chats": (api) => describeChats(api),
  "GET /sim/commands": (api, given) => {
    const chat = api.state.chats.get(given.number("chatId", 0)) ?? { id: given.number("chatId", 0), kind: "private" };
    const userId = given.number("userId", 0);
    const status = "members" in chat ? chat.members.get(userId) : undefined;
    const isAdmin = status === "creator" || status === "administrator";
    return commandsFor(api.state, chat, userId, isAdmin, given.text("language") || "ar");
  },
  "GET /sim/calls": (api) => ({
    calls: Object.fromEntries(api.calls()),
    sent: api.sentCount(),
    rateRefusals: api.rateRefusals(),
  }),
  "POST /sim/say": (api, given) => {
    const threadId = given.number("threadId", 0);
    const replyTo = given.number("replyTo", 0);
    const upload = given.files.get("file");
    const messageId = api.people.say(given.number("chatId", 0), given.number("userId", 0), given.text("text"), {
      threadId,
      replyTo,
      ...(upload && { file: upload }),
    });
    return { messageId };
  },
  "POST /sim/press": (api, given) => ({
    queryId: api.people.press(
      given.number("chatId", 0),
      given.number("userId", 0),
      given.number("messageId", 0),
      given.text("data"),
    ),
  }),
  "POST /sim/person": (api, given) =>
    api.people.person(given.number("userId", 0), given.text("name"), given.text("username") || undefined),
  "POST /sim/chat": (api, given) =>
    api.people.openChat(
      given.number("chatId", 0),
      given.text("kind") as ChatKind,
      given.json("options") as ChatOptions | undefined,
    ),
  "POST /sim/block": (api, given) => api.people.block(given.number("userId", 0)),
  "POST /sim/unblock": (api, given) => api.people.unblock(given.number("userId", 0)),
  "POST /sim/deactivate": (api, given) => api.people.deactivate(given.number("userId", 0)),
  "POST /sim/kick": (api, given) => api.people.kick(given.number("chatId", 0), given.number("userId", 0)),
  "POST /sim/bot": (api, given) =>
    api.people.setBot(
      given.number("chatId", 0),
      given.text("status") as MemberStatus,
      given.number("userId", 0),
      given.has("mayPost") ? given.flag("mayPost") : undefined,
    ),
  "POST /sim/member": (api, given) =>
    api.people.setMember(given.number("chatId", 0), given.number("userId", 0), given.text("status") as MemberStatus),
  "POST /sim/migrate": (api, given) => ({ chatId: api.people.migrate(given.number("chatId", 0)) }),
  "POST /sim/delete-group": (api, given) => api.people.deleteGroup(given.number("chatId", 0)),
  "POST /sim/topic": (api, given) =>
    api.people.createTopic(given.number("chatId", 0), { id: given.number("topicId", 0), name: given.text("name") }),
  "POST /sim/close-topic": (api, given) =>
    api.people.closeTopic(given.number("chatId", 0), given.number("topicId", 0), !given.flag("open")),
  "POST /sim/delete-topic": (api, given) =>
    api.people.deleteTopic(given.number("chatId", 0), given.number("topicId", 0)),
  "POST /sim/fault": (api, given) => {
    const { method, chatId, contains, after, times } = Object.fromEntries(
      ["method", "chatId", "contains", "after", "times"].map((name) => [name, given.text(name)]),
    ) as Record<string, string>;
    api.fault({
      trouble: given.json("trouble") as Fault["trouble"],
      ...(method && { method }),
      ...(chatId && { chatId: Number(chatId) }),
      ...(contains && { contains }),
      ...(after && { after: Number(after) }),
      ...(times && { times: Number(times) }),
    });
  },
  "POST /sim/clear-faults": (api) => api.clearFaults(),
  "POST /sim/rate-limits": (api, given) => api.setRateLimits(given.flag("on") ? TELEGRAM_RATES : undefined),
};

/** Answers a `/sim/…` request, true when there was such a route. */
export async function serveSim(request: IncomingMessage, response: ServerResponse, api: BotApi): Promise<boolean> {
  const [path = "", query = ""] = (request.url ?? "").split("?", 2);
  if (path.startsWith("/sim/") && !isOwnOrigin(request)) {
    response.writeHead(403, { "content-type": "text/plain" }).end("Forbidden");
    return true;
  }
  if (path === "/sim/events") {
    sendEvents(request, response, api);
    return true;
  }
  if (path === "/sim/file") {
    sendFile(api.state, response, `documents/${new URLSearchParams(query).get("id")}`);
    return true;
  }
  const route = ROUTES[`${request.method} ${path}`];
  if (!route) return false;
  try {
    const given = await readParameters(request, query);
    sendJson(response, 200, { ok: true, result: (await route(api, given)) ?? true });
  } catch (error) {
    if (error instanceof RefusedCall) sendJson(response, error.code, failure(error));
    else sendJson(response, 400, { ok: false, error_code: 400, description: (error as Error).message });
  }
  return true;
}

function describeChats(api: BotApi): object {
  const { chats, bot, clock } = api.state;
  return {
    bot: {
      ...bot,
      name: api.state.profile.get("name|ar") ?? api.state.profile.get("name|") ?? bot.first_name,
      description: api.state.profile.get("description|ar") ?? api.state.profile.get("description|") ?? "",
    },
    now: clock.now(),
    people: [...chats.people.values()],
    chats: [...chats.all()].map((chat) => ({
      id: chat.id,
      kind: chat.kind,
      title: chat.title,
      started: chat.started,
      blocked: chat.blocked,
      botStatus: chat.botStatus,
      topics: [...chat.topics.values()],
      members: Object.fromEntries(chat.members),
    })),
  };
}

/** Server-sent events: every change as one JSON line. */
function sendEvents(request: IncomingMessage, response: ServerResponse, api: BotApi): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": open\n\n");
  const watch = (change: Change) => {
    const message =
      "messageId" in change ? api.state.chats.get(change.chatId)?.messages.get(change.messageId) : undefined;
    response.write(`data: ${JSON.stringify({ ...change, ...(message && { message }) })}\n\n`);
  };
  api.state.watchers.add(watch);
  request.once("close", () => api.state.watchers.delete(watch));
}
