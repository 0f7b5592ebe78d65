import { renderText, safeAddress } from "./text-view.js";

const timeOf = new Intl.DateTimeFormat("ar-u-nu-latn", {
  hour: "2-digit",
  minute: "2-digit",
  hour12: false,
  timeZone: "Asia/Riyadh",
});
const dayOf = new Intl.DateTimeFormat("ar-u-ca-gregory-nu-latn", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "Asia/Riyadh",
});

/** The words for a message's day. */
export function renderDay(seconds) {
  return dayOf.format(seconds * 1000);
}

/** A message as a list entry; `viewerId` is the person who looks. */
export function renderMessage(message, viewerId, actions) {
  const own = message.from?.id === viewerId && !message.sender_chat;
  const entry = document.createElement("li");
  entry.className = `message ${own ? "own" : "theirs"}`;
  entry.dataset.id = message.message_id;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) {
    entry.className = "service";
    entry.textContent = "صارت المجموعة مجموعة خارقة";
    return entry;
  }
  const bubble = add(entry, "div", "bubble");
  if (actions.showNames && !own) {
    const name = add(bubble, "div", "name", message.sender_chat?.title ?? message.from?.first_name ?? "");
    name.dir = "auto";
  }
  if (message.reply_to_message) {
    const replied = add(
      bubble,
      "div",
      "replied",
      message.reply_to_message.text ?? message.reply_to_message.caption ?? "",
    );
    replied.dir = "auto";
  }
  if (message.document) bubble.append(renderFile(message.document));
  const text = add(bubble, "div", "text");
  text.append(
    renderText(document, message.text ?? message.caption ?? "", message.entities ?? message.caption_entities, actions),
  );
  const foot = add(bubble, "div", "foot");
  if (!own) foot.append(renderAnswerButton(message, actions));
  if (message.edit_date) add(foot, "span", "edited", "معدّلة");
  const time = add(foot, "time", "", timeOf.format(message.date * 1000));
  time.dateTime = new Date(message.date * 1000).toISOString();
  const rows = message.reply_markup?.inline_keyboard;
  if (rows) entry.append(renderKeyboard(rows, message, actions));
  return entry;
}

function renderAnswerButton(message, actions) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "answer";
  button.textContent = "ردّ";
  button.addEventListener("click", () => actions.onAnswer(message));
  return button;
}

function renderFile(file) {
  const link = document.createElement("a");
  link.className = "file";
  link.href = `/sim/file?id=${encodeURIComponent(file.file_id)}`;
  link.download = file.file_name;
  add(link, "span", "file-icon", "↓");
  const words = add(link, "span", "file-words");
  add(words, "bdi", "file-name", file.file_name);
  add(words, "span", "file-size", `${Math.max(1, Math.round(file.file_size / 1024))} ك.ب`);
  return link;
}

function renderKeyboard(rows, message, actions) {
  const keyboard = document.createElement("div");
  keyboard.className = "keyboard"; // left to right, as Telegram lays it out in every language
  for (const row of rows) {
    const line = add(keyboard, "div", "keys");
    for (const key of row) line.append(renderKey(key, message, actions));
  }
  return keyboard;
}

function renderKey(key, message, actions) {
  const address = key.url && safeAddress(key.url);
  const element = document.createElement(address ? "a" : "button");
  element.className = `key ${/^(?:primary|success|danger)$/.test(key.style ?? "") ? key.style : ""}`;
  element.dir = "auto";
  element.textContent = key.text;
  if (address) {
    element.href = address;
    element.target = "_blank";
    element.rel = "noopener noreferrer";
    element.classList.add("outward");
    return element;
  }
  element.type = "button";
  if (key.disabled) element.disabled = true;
  else if (key.copy_text) element.addEventListener("click", () => actions.onCopy(key.copy_text.text));
  else if (key.callback_data) {
    element.addEventListener("click", () => {
      element.classList.add("waiting");
      actions.onPress(message.message_id, key.callback_data, () => element.classList.remove("waiting"));
    });
  }
  return element;
}

function add(parent, tag, className, text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}
