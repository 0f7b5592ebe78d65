import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Bot } from "grammy";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Demo, startDemo } from "../../src/demo/demo.ts";
import { wallClock } from "../../src/demo/wall-clock.ts";
import { loadTranslations } from "../../src/locales.ts";
import { directed } from "../../src/telegram/say.ts";
import { silent } from "../fakes/logger.ts";

const BROWSERS = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const browser = BROWSERS.find((path) => path !== "" && existsSync(path));
const HOSTILE = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;
const READER = 1001;

let demo: Demo;
let bot: Bot;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];
const profile = mkdtempSync(join(tmpdir(), "chat-page-"));

beforeAll(async () => {
  if (!browser) return;
  demo = await startDemo({ httpHost: "127.0.0.1", botApiPort: 0, clock: wallClock, logger: silent });
  bot = new Bot(demo.botToken, { client: { apiRoot: demo.apiRoot } });
  bot.command("start", (ctx) =>
    ctx.reply(`<b>أهلًا</b>\n<blockquote expandable>${"خبر طويل جدًا. ".repeat(60)}</blockquote>`, {
      parse_mode: "HTML",
      reply_markup: { inline_keyboard: [[{ text: "اشترك", callback_data: "sub" }]] },
    }),
  );
  bot.callbackQuery("sub", async (ctx) => {
    await ctx.answerCallbackQuery("تم الاشتراك");
    await ctx.editMessageText("اشتركت");
  });
  bot.hears("هجوم", (ctx) => ctx.reply(HOSTILE));
  await bot.api.setMyCommands([{ command: "latest", description: "آخر الأخبار" }]);
  void bot.start();
  context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    viewport: { width: 390, height: 844 },
  });
  page = context.pages()[0] ?? (await context.newPage());
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(demo.pageUrl)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(demo.pageUrl);
}, 60_000);

afterAll(async () => {
  await context?.close();
  await bot?.stop();
  await demo?.close();
  rmSync(profile, { recursive: true, force: true });
});

const why = browser ? "" : " (skipped: no Chromium on this machine; CHROMIUM names one)";

test.skipIf(!browser)(`in a browser a newcomer starts, unfolds, presses and is answered${why}`, async () => {
  await page.click("#start");
  await page.click(".fold");
  expect(await page.locator("blockquote.folded").count()).toBe(0);
  await page.click(".key:has-text('اشترك')");
  await page.waitForSelector("#toast:has-text('تم الاشتراك')");
  await page.waitForSelector(".message.theirs:has-text('اشتركت') .edited");
  await page.fill("#words", "/la");
  await page.waitForSelector("#menu:has-text('آخر الأخبار')");
  expect(complaints).toEqual([]);
});

test.skipIf(!browser)(`in a browser a hostile message is shown and does nothing${why}`, async () => {
  await page.fill("#words", "هجوم");
  await page.keyboard.press("Enter");
  const last = page.locator(".message.theirs").last();
  await expect.poll(() => last.locator(".text").textContent()).toBe(HOSTILE);
  expect(await page.title()).toBe("موجز: تجربة محلية");
  expect(await last.locator("img, script").count()).toBe(0);
  expect(demo.api.messages(READER).at(-1)?.text).toBe(HOSTILE);
  expect(complaints).toEqual([]);
});

test.skipIf(!browser)(`in a browser Arabic lines start at the right, Latin ones at the left${why}`, async () => {
  demo.api.people.say(READER, READER, "سطر عربي فيه English\nA Latin line");
  const lines = page.locator(".message.own").last().locator(".line");
  await expect.poll(() => lines.count()).toBe(2);
  const sides = await lines.evaluateAll((all) =>
    all.map((line) => {
      const range = line.ownerDocument.createRange();
      range.selectNodeContents(line);
      const [text, box] = [range.getBoundingClientRect(), line.getBoundingClientRect()];
      return Math.abs(text.right - box.right) < 1 ? "right" : "left";
    }),
  );
  expect(sides).toEqual(["right", "left"]);
});

test.skipIf(!browser)(`in a browser the commands of the Arabic help begin with their slash${why}`, async () => {
  demo.api.people.say(READER, READER, directed(loadTranslations("ar")("ar")("help"), "ar"));
  const commands = page.locator(".message.own").last().locator(".command");
  await expect.poll(() => commands.count()).toBeGreaterThan(15);
  const turned = await commands.evaluateAll((all) =>
    all
      .filter((command) => {
        const leftOf = (index: number) => {
          const range = command.ownerDocument.createRange();
          range.setStart(command.firstChild as never, index);
          range.setEnd(command.firstChild as never, index + 1);
          return range.getBoundingClientRect().left;
        };
        return leftOf(0) > leftOf(1);
      })
      .map((command) => command.textContent),
  );
  expect(turned).toEqual([]);
});
