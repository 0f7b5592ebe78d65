import { $ } from "./sim.js";

/** Draws who one is and which chats that person sees. */
export function drawPlaces(at, openChat) {
  drawPeople(at, openChat);
  drawChats(at, openChat);
}

/** A round picture: the bot's own, or the first letter of a group or channel. */
export function faceOf(chat, id = "") {
  const face = document.createElement("span");
  face.className = `avatar ${chat.kind}`;
  face.id = id;
  face.ariaHidden = "true";
  if (chat.kind !== "private") face.textContent = [...chat.title.replace(/^ال/, "")][0] ?? "";
  return face;
}

/** The chats that a person sees. */
export const chatsOf = (world, personId) =>
  world.chats.filter(({ id, members }) => id === personId || (id < 0 && members[personId] !== undefined));

function drawPeople(at, openChat) {
  $("people").replaceChildren(
    ...at.world.people.map((person) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = person.first_name;
      button.setAttribute("aria-pressed", String(person.id === at.personId));
      button.addEventListener("click", () => {
        at.personId = person.id;
        void openChat(chatsOf(at.world, person.id)[0]?.id ?? person.id);
      });
      return button;
    }),
  );
}

function drawChats(at, openChat) {
  const mine = chatsOf(at.world, at.personId);
  $("chats").replaceChildren(
    ...mine.map((chat) => {
      const entry = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "place";
      button.setAttribute("aria-current", String(chat.id === at.chatId));
      const face = faceOf(chat);
      const words = document.createElement("span");
      words.className = "place-words";
      const name = document.createElement("bdi");
      name.textContent = chatTitle(at.world, chat);
      const kind = document.createElement("small");
      kind.textContent = chatKind(chat);
      words.append(name, kind);
      button.append(face, words);
      const unread = at.unread.get(chat.id) ?? 0;
      if (unread > 0) {
        const badge = document.createElement("span");
        badge.className = "badge";
        badge.textContent = String(unread);
        button.append(badge);
      }
      button.addEventListener("click", () => void openChat(chat.id));
      entry.append(button);
      return entry;
    }),
  );
}

/** A private chat is called as the bot is. */
export const chatTitle = (world, chat) => (chat.kind === "private" ? world.bot.name : chat.title);
/** The words for a chat's kind. */
export const chatKind = (chat) => ({ private: "محادثة خاصة", channel: "قناة" })[chat.kind] ?? "مجموعة";

/** Draws the topics of a forum, the general one first; hidden where there are none. */
export function drawTopics(at, chat, openTopic) {
  const topics = chat.topics.length > 0 ? [{ id: 0, name: "العام" }, ...chat.topics] : [];
  $("topics").hidden = topics.length === 0;
  $("topics").replaceChildren(
    ...topics.map(({ id, name, closed }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = closed ? `${name} (مغلق)` : name;
      button.setAttribute("aria-pressed", String(id === at.threadId));
      button.addEventListener("click", () => openTopic(id));
      return button;
    }),
  );
}
