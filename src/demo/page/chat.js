import { createComposer } from "./composer.js";
import { renderDay, renderMessage } from "./message-view.js";
import { chatKind, chatsOf, chatTitle, drawPlaces, drawTopics, faceOf } from "./places.js";
import { $, act, call, toast } from "./sim.js";

const at = {
  personId: 0,
  chatId: 0,
  world: undefined,
  messages: new Map(),
  unread: new Map(),
  commands: [],
  threadId: 0,
};
/** Arabic letters reach below their line: less than this hides nothing. */
const HALF_LINE = 12;
let clockAheadMs = 0;
let typingTimer;

// ------------------------------------------------------------------ who and where

async function loadWorld() {
  at.world = await call("chats");
  clockAheadMs = at.world.now - Date.now();
  at.personId ||= at.world.people[0]?.id ?? 0;
  drawPlaces(at, openChat);
  drawHead();
}

const currentChat = () => at.world.chats.find(({ id }) => id === at.chatId);

function drawHead(typing = false) {
  const chat = currentChat();
  if (!chat) return;
  $("avatar").replaceWith(faceOf(chat, "avatar"));
  $("title").textContent = chatTitle(at.world, chat);
  $("status").textContent = typing ? "يكتب…" : chat.kind === "private" ? "بوت" : chatKind(chat);
  $("status").classList.toggle("typing", typing);
  $("description").textContent =
    at.world.bot.description || "يقرأ مواقع الأخبار العربية ويرسل إليك موجزًا في الوقت الذي تختاره.";
  drawTopics(at, chat, openTopic);
  const fresh = chat.kind === "private" && at.messages.size === 0;
  $("welcome").hidden = !fresh;
  $("start").hidden = !fresh;
  $("composer").hidden = fresh;
}

async function openChat(chatId) {
  const moved = chatId !== at.chatId;
  at.chatId = chatId;
  at.unread.delete(chatId);
  if (moved) {
    composer.answerTo(0, "");
    at.threadId = 0;
  }
  const { messages } = await call("messages", { chatId });
  at.messages = new Map(messages.map((message) => [message.message_id, message]));
  drawMessages();
  await Promise.all([loadWorld(), loadCommands()]);
}

function openTopic(threadId) {
  at.threadId = threadId;
  composer.answerTo(0, "");
  drawMessages();
  drawHead();
}

const isHere = (message) => (message.message_thread_id ?? 0) === at.threadId;

async function loadCommands() {
  at.commands = await call("commands", { chatId: at.chatId, userId: at.personId });
}

// ------------------------------------------------------------------ messages

const actions = {
  get showNames() {
    return at.chatId < 0;
  },
  onCommand: (words) => void say(words),
  onAnswer: (message) => {
    composer.answerTo(message.message_id, message.text ?? message.caption ?? "");
    $("words").focus();
  },
  onCopy: (text) => {
    void navigator.clipboard?.writeText(text);
    toast("نُسخ النص");
  },
  onPress: async (messageId, data, done) => {
    await act("press", { chatId: at.chatId, userId: at.personId, messageId, data });
    setTimeout(done, 600);
  },
};

function drawMessages() {
  const list = $("messages");
  list.replaceChildren();
  for (const message of at.messages.values()) if (isHere(message)) append(message);
  scrollDown();
}

function append(message) {
  const list = $("messages");
  const day = renderDay(message.date);
  if (list.dataset.day !== day || list.children.length === 0) {
    const mark = document.createElement("li");
    mark.className = "service";
    mark.textContent = day;
    list.append(mark);
    list.dataset.day = day;
  }
  const entry = renderMessage(message, at.personId, actions);
  list.append(entry);
  openShortQuotes(entry);
  const forced = message.reply_markup?.force_reply;
  if (forced) composer.answerTo(message.message_id, message.text ?? "", message.reply_markup.input_field_placeholder);
}

function change({ kind, chatId, messageId, message }) {
  if (chatId !== at.chatId) {
    const mine = at.world && chatsOf(at.world, at.personId).some(({ id }) => id === chatId);
    if (kind === "message" && mine) at.unread.set(chatId, (at.unread.get(chatId) ?? 0) + 1);
    if (at.world) drawPlaces(at, openChat);
    return;
  }
  const shown = $("messages").querySelector(`[data-id="${Number(messageId)}"]`);
  const wasDown = isDown();
  if (kind === "deleted" || !message) {
    at.messages.delete(messageId);
    shown?.classList.add("leaving");
    setTimeout(() => shown?.remove(), 250);
    return;
  }
  at.messages.set(messageId, message);
  if (shown) {
    const fresh = renderMessage(message, at.personId, actions);
    keepOpenQuotes(shown, fresh);
    shown.replaceWith(fresh);
    openShortQuotes(fresh);
  } else if (isHere(message)) append(message);
  drawHead();
  if (wasDown || message.from?.id === at.personId) scrollDown();
  else $("down").hidden = false;
}

/** A quote that hides nothing needs no button. */
function openShortQuotes(entry) {
  for (const quote of entry.querySelectorAll(".folded")) {
    const text = quote.querySelector(".quote-text");
    if (text.clientHeight === 0 || text.scrollHeight > text.clientHeight + HALF_LINE) continue;
    quote.classList.remove("folded");
    quote.querySelector(".fold").remove();
  }
}

/** A quote that the reader opened stays open in the edited message. */
function keepOpenQuotes(before, after) {
  const quotes = after.querySelectorAll("blockquote");
  before.querySelectorAll("blockquote").forEach((quote, index) => {
    if (quote.querySelector(".fold") && !quote.classList.contains("folded")) quotes[index]?.classList.remove("folded");
  });
}

const isDown = () => $("scroll").scrollHeight - $("scroll").scrollTop - $("scroll").clientHeight < 80;

function scrollDown() {
  $("scroll").scrollTop = $("scroll").scrollHeight;
  $("down").hidden = true;
}

// ------------------------------------------------------------------ writing

const composer = createComposer({ commands: () => at.commands, say });

async function say(text, file) {
  const { chatId, personId: userId, threadId } = at;
  await act("say", { chatId, userId, threadId, text, replyTo: composer.sent() }, file ? { file } : {});
}

// ------------------------------------------------------------------ wiring

$("start").addEventListener("click", () => void say("/start"));
$("down").addEventListener("click", scrollDown);
$("scroll").addEventListener("scroll", () => {
  if (isDown()) $("down").hidden = true;
});
const clock = new Intl.DateTimeFormat("ar-u-nu-latn", { timeStyle: "medium", hour12: false, timeZone: "Asia/Riyadh" });
setInterval(() => {
  $("clock").textContent = `${clock.format(Date.now() + clockAheadMs)} بتوقيت الرياض`;
}, 500);

const events = new EventSource("/sim/events");
events.addEventListener("open", async () => {
  await loadWorld();
  await openChat(at.chatId || at.personId);
});
events.addEventListener("error", () => {
  $("status").textContent = "انقطع الاتصال بالتجربة، أعيد المحاولة…";
});
events.addEventListener("message", ({ data }) => {
  const told = JSON.parse(data);
  if (told.kind === "chats") void loadWorld();
  else if (told.kind === "commands") void Promise.all([loadWorld(), loadCommands()]);
  else if (told.kind === "typing" && told.chatId === at.chatId) {
    drawHead(true);
    clearTimeout(typingTimer);
    typingTimer = setTimeout(drawHead, 5000);
  } else if (told.kind === "answer") {
    if (told.userId !== at.personId || told.answer.text === "") return;
    if (!told.answer.alert) return toast(told.answer.text);
    $("alert-words").textContent = told.answer.text;
    $("alert").showModal();
  } else if (told.messageId) change(told);
});
