import { $ } from "./sim.js";

const HIGHEST_PX = 160;

/** What a person writes with: the field, the menu of `commands()`, the message that is answered. `say(text, file)` sends it. */
export function createComposer({ commands, say }) {
  const words = $("words");
  let replyTo = 0;

  function answerTo(messageId, text, placeholder = "") {
    replyTo = messageId;
    $("answering").hidden = messageId === 0;
    $("answering-words").textContent = text.split("\n")[0];
    words.placeholder = placeholder || "اكتب رسالة أو أمرًا";
  }

  function drawMenu(start) {
    const wanted = commands().filter(({ command }) => command.startsWith(start));
    $("menu").replaceChildren(...wanted.map(menuEntry));
    $("menu").hidden = wanted.length === 0;
    $("menu-open").setAttribute("aria-expanded", String(wanted.length > 0));
  }

  function menuEntry({ command, description }) {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    const told = document.createElement("span");
    told.dir = "auto";
    told.textContent = description;
    const code = document.createElement("code");
    code.dir = "ltr";
    code.textContent = `/${command}`;
    button.append(told, code);
    button.addEventListener("click", () => void say(`/${command}`));
    entry.append(button);
    return entry;
  }

  function closeMenu() {
    $("menu").hidden = true;
    $("menu-open").setAttribute("aria-expanded", "false");
  }

  function fitWords() {
    words.style.height = "auto";
    const borders = words.offsetHeight - words.clientHeight;
    words.style.height = `${Math.min(words.scrollHeight + borders, HIGHEST_PX)}px`;
  }

  /** The text that was written; the field is empty then. */
  function takeWords() {
    const text = words.value.trim();
    words.value = "";
    fitWords();
    return text;
  }

  function sendWords() {
    const text = takeWords();
    if (text !== "") void say(text);
  }

  $("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    sendWords();
  });
  words.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenu();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    sendWords();
  });
  words.addEventListener("input", () => {
    fitWords();
    const command = /^\/([a-z0-9_]*)$/i.exec(words.value);
    if (command) drawMenu(command[1].toLowerCase());
    else closeMenu();
  });
  $("menu-open").addEventListener("click", () => ($("menu").hidden ? drawMenu("") : closeMenu()));
  $("answering-end").addEventListener("click", () => answerTo(0, ""));
  $("file").addEventListener("change", () => {
    const [file] = $("file").files;
    if (file) void say(takeWords(), file);
    $("file").value = "";
  });

  return {
    answerTo,
    /** Ends what was being written; answers which message it was an answer to, or 0. */
    sent() {
      const answered = replyTo;
      answerTo(0, "");
      closeMenu();
      return answered;
    },
  };
}
