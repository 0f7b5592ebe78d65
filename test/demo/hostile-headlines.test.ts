import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import type { Message, MessageEntity } from "../../src/demo/telegram-types.ts";
import { packBlocks } from "../../src/digest/pack.ts";
import { renderDigest } from "../../src/digest/render.ts";
import { loadTranslations } from "../../src/locales.ts";
import { card } from "../fakes/desks.ts";
import { call, handClock, startApi } from "./client.ts";

// The page's own script, which runs in browsers and is not type-checked.
const view = "../../src/demo/page/text-view.js";
const { renderText } = (await import(view)) as {
  renderText(document: unknown, text: string, entities?: readonly MessageEntity[]): unknown;
};

const NOW = Date.UTC(2026, 10, 23, 17);
const translations = loadTranslations("ar");
/** What the page may build of a digest, and nothing else. */
const ELEMENTS = new Set(["a", "blockquote", "button", "div", "em", "span", "strong", "br"]);
const ATTRIBUTES = new Set(["class", "dir", "href", "target", "rel", "title", "type", "aria-expanded", "aria-label"]);

const piece = fc.constantFrom(
  ..."< > & \" ' </a> <b> </b> <script>alert(1)</script> <img~src=x~onerror=alert(1)> <svg/onload=alert(1)> javascript:alert(1) &lt; &#60; \u202e \u2068 \u2069 \u200f خبر Reuters /start https://a.co/x @name #وسم"
    .split(" ")
    .map((part) => part.replaceAll("~", " ")),
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(" "));
const address = fc.oneof(
  hostile.map((text) => `https://a.example/${text}`),
  fc.constantFrom(
    "javascript:alert(1)",
    "data:text/html,<script>1</script>",
    'https://a.example/"onclick="x',
    "//a.co",
  ),
);
const link = fc.record({ title: hostile, url: address, sourceName: hostile });
const cards = fc.array(
  fc
    .record({
      title: hostile,
      url: address,
      summary: hostile,
      sourceName: hostile,
      related: fc.array(link),
      alsoCoveredBy: fc.array(link),
    })
    .map(({ title, ...change }) => card(title, change)),
  { minLength: 1, maxLength: 3 },
);

test("a hostile headline stays text on its whole way: rendered, sent, parsed as Telegram does, drawn by the page", async () => {
  const api = await startApi({ clock: handClock() });
  api.people.say(7, 7, "/start");
  await fc.assert(
    fc.asyncProperty(cards, fc.constantFrom("ar", "en"), async (shown, locale) => {
      const options = {
        translate: translations(locale),
        locale,
        timeZone: "Asia/Riyadh",
        digits: "latn",
        layout: "full",
        now: NOW,
        slotAt: NOW,
      } as const;
      for (const html of packBlocks(renderDigest(shown, options))) {
        const { body } = await call(api, "sendMessage", { chat_id: 7, text: html, parse_mode: "HTML" });
        expect(body.ok, JSON.stringify(body)).toBe(true);
        const { text = "", entities } = body.result as Message;
        const { document } = parseHTML("<html><body></body></html>");
        document.body.append(renderText(document, text, entities) as never);
        expect(document.body.textContent).toBe(text.replaceAll("\n", ""));
        for (const element of document.body.querySelectorAll("*")) {
          expect(ELEMENTS.has(element.localName), element.localName).toBe(true);
          for (const { name } of element.attributes) expect(ATTRIBUTES.has(name), name).toBe(true);
          const href = element.getAttribute("href");
          if (href !== null) expect(href).toMatch(/^(?:https?:\/\/|#$)/);
        }
      }
    }),
    { numRuns: 60 },
  );
});
