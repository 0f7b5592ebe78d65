// Draws a message's text with its entities. Nothing here ever parses HTML: text goes in as text nodes only.

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  spoiler: "span",
  date_time: "time",
};
const FOLDED_LENGTH = 160;

/** A fragment with one paragraph for each line, each with a direction of its own. */
export function renderText(document, text, entities = [], actions = {}) {
  const fragment = document.createDocumentFragment();
  const blocks = entities.filter(({ type }) => BLOCKS.has(type)).sort((a, b) => a.offset - b.offset);
  const inline = entities.filter(({ type }) => !BLOCKS.has(type));
  let at = 0;
  for (const block of blocks) {
    if (block.offset < at) continue;
    if (block.offset > at) addLines(fragment, at, trimEnd(text, at, block.offset));
    const end = block.offset + block.length;
    fragment.append(renderBlock(block, end));
    at = text[end] === "\n" ? end + 1 : end;
  }
  if (at < text.length) addLines(fragment, at, text.length);
  return fragment;

  function addLines(parent, from, to) {
    let start = from;
    while (start <= to) {
      const newline = text.indexOf("\n", start);
      const end = newline < 0 || newline > to ? to : newline;
      const line = document.createElement("div");
      line.className = "line";
      line.dir = "auto";
      if (end > start) line.append(...renderRuns(start, end));
      else line.append(document.createElement("br"));
      parent.append(line);
      start = end + 1;
    }
  }

  function renderBlock(block, end) {
    if (block.type === "pre") {
      const pre = document.createElement("pre");
      pre.dir = "auto";
      pre.textContent = text.slice(block.offset, end);
      return pre;
    }
    const quote = document.createElement("blockquote");
    const inner = document.createElement("div");
    inner.className = "quote-text";
    addLines(inner, block.offset, end);
    quote.append(inner);
    const lines = text.slice(block.offset, end).split("\n").length;
    if (block.type === "expandable_blockquote" && (block.length > FOLDED_LENGTH || lines > 3)) {
      quote.classList.add("folded");
      const fold = document.createElement("button");
      fold.type = "button";
      fold.className = "fold";
      fold.setAttribute("aria-expanded", "false");
      fold.setAttribute("aria-label", "اقرأ المزيد");
      fold.addEventListener("click", () => {
        const folded = quote.classList.toggle("folded");
        fold.setAttribute("aria-expanded", String(!folded));
        fold.setAttribute("aria-label", folded ? "اقرأ المزيد" : "اطوِ الاقتباس");
      });
      quote.append(fold);
    }
    return quote;
  }

  /** Pieces between entity borders, each wrapped in the entities that cover it, the longest outside. */
  function renderRuns(from, to) {
    const inside = inline.filter(({ offset, length }) => offset < to && offset + length > from);
    const borders = new Set([from, to]);
    for (const { offset, length } of inside) {
      borders.add(Math.max(offset, from));
      borders.add(Math.min(offset + length, to));
    }
    const places = [...borders].sort((a, b) => a - b);
    return places.slice(0, -1).map((start, index) => {
      const end = places[index + 1];
      let node = document.createTextNode(text.slice(start, end));
      const covering = inside
        .filter(({ offset, length }) => offset <= start && offset + length >= end)
        .sort((a, b) => a.length - b.length);
      for (const entity of covering) node = wrap(entity, node);
      return node;
    });
  }

  function wrap(entity, node) {
    const words = text.slice(entity.offset, entity.offset + entity.length);
    const element = createElement(entity, words);
    element.append(node);
    return element;
  }

  function createElement(entity, words) {
    const address = entity.type === "text_link" ? entity.url : entity.type === "url" ? words : undefined;
    const safe = address && safeAddress(address);
    if (safe) {
      const link = document.createElement("a");
      link.href = safe;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      if (entity.type === "text_link") link.title = safe;
      return link;
    }
    if (entity.type === "bot_command") {
      // A link, not a button: it must stand in the line as text does, so that its direction is seen as Telegram shows it.
      const link = document.createElement("a");
      link.href = "#";
      link.className = "command";
      link.addEventListener("click", (event) => {
        event.preventDefault();
        actions.onCommand?.(words);
      });
      return link;
    }
    const element = document.createElement(TAGS[entity.type] ?? "span");
    element.classList.add(entity.type);
    if (entity.type === "spoiler") {
      element.addEventListener("click", () => {
        for (const piece of element.closest(".text")?.querySelectorAll(".spoiler") ?? [element])
          piece.classList.add("shown");
      });
    }
    return element;
  }
}

/** An address that may be followed, or undefined: only http and https. */
export function safeAddress(address) {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(address) ? address : `http://${address}`);
  return url && (url.protocol === "http:" || url.protocol === "https:") ? url.href : undefined;
}

function trimEnd(text, from, to) {
  return to > from && text[to - 1] === "\n" ? to - 1 : to;
}
