import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import { createTranslate } from "../src/lib/messages.ts";
import { loadTranslations } from "../src/locales.ts";
import { REGIONS } from "../src/telegram/regions.ts";

const ROOT = join(import.meta.dirname, "..");
const LOCALES = readdirSync(join(ROOT, "locales"))
  .filter((name) => name.endsWith(".ftl"))
  .map((name) => name.replace(/\.ftl$/, ""));
const FIRST = "ar";

/** A node of Fluent's own tree: a text, a placeholder, a choice of plural forms. */
type Pattern = string | readonly Element[] | null;
type Element =
  | string
  | { readonly type: "var"; readonly name: string }
  | { readonly type: "str"; readonly value: string }
  | {
      readonly type: "select";
      readonly selector: { readonly name: string };
      readonly variants: readonly { readonly key: { readonly value: string | number }; readonly value: Pattern }[];
    };

interface Choice {
  readonly argument: string;
  readonly forms: readonly string[];
}

interface Entry {
  readonly key: string;
  /** What it says with its placeholders, the forms of a choice one after the other. */
  readonly text: string;
  readonly placeholders: ReadonlySet<string>;
  readonly choices: readonly Choice[];
}

function entriesOf(locale: string): Map<string, Entry> {
  const resource = new FluentResource(sourceOf(locale));
  return new Map(
    resource.body.map((message) => {
      const placeholders = new Set<string>();
      const choices: Choice[] = [];
      const textOf = (pattern: Pattern): string =>
        typeof pattern === "string" ? pattern : (pattern ?? []).map(shown).join("");
      const shown = (element: Element): string => {
        if (typeof element === "string") return element;
        if (element.type === "str") return element.value;
        if (element.type === "var") {
          placeholders.add(element.name);
          return `{$${element.name}}`;
        }
        placeholders.add(element.selector.name);
        choices.push({ argument: element.selector.name, forms: element.variants.map(({ key }) => String(key.value)) });
        return element.variants.map(({ value }) => textOf(value)).join("\n");
      };
      const text = textOf(message.value as Pattern);
      return [message.id, { key: message.id, text, placeholders, choices }] as const;
    }),
  );
}

const sourceOf = (locale: string) => readFileSync(join(ROOT, "locales", `${locale}.ftl`), "utf8");
const catalogues = new Map(LOCALES.map((locale) => [locale, entriesOf(locale)]));
const entries = (locale: string) => catalogues.get(locale) as Map<string, Entry>;
const all = LOCALES.flatMap((locale) => [...entries(locale).values()].map((entry) => ({ locale, ...entry })));

/** All the code of a folder, in one text. */
const codeOf = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(".ts"))
    .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"))
    .join("\n");
const code = codeOf("src");

/** The members of a union of texts, as they are written in the source. */
function membersOf(union: string, file: string): string[] {
  const text = readFileSync(join(ROOT, "src", file), "utf8");
  const body = new RegExp(`type ${union} =([^;]*);`).exec(text)?.[1] as string;
  return [...body.replace(/\/\/.*/g, "").matchAll(/"([^"]+)"/g)].map((match) => match[1] as string);
}

/** The first arguments of all calls `t(…)` and `translate(…)`: literals, and the patterns of composed keys (`failure-*`). */
function askedFor(): { keys: Set<string>; patterns: Set<string> } {
  const keys = new Set<string>();
  const patterns = new Set<string>();
  for (const match of code.matchAll(/(?:\bt|\btranslate)\(\s*/g)) {
    const argument = firstArgument(code.slice(match.index + match[0].length));
    const template = /^`([^`]*)`$/.exec(argument.trim());
    if (template !== null) patterns.add((template[1] as string).replace(/\$\{.*\}/, "*"));
    else for (const literal of argument.matchAll(/(?<![=!]== )"([a-z][a-z-]*)"/g)) keys.add(literal[1] as string);
  }
  return { keys, patterns };
}

function firstArgument(text: string): string {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index] as string;
    if (depth === 0 && (sign === "," || sign === ")")) return text.slice(0, index);
    if ("({[".includes(sign)) depth++;
    if (")}]".includes(sign)) depth--;
  }
  return text;
}

const failures = [...membersOf("FetchFailure", "errors.ts"), ...membersOf("ExtractFailure", "errors.ts")];
const LISTS = ["follow", "mute"];
const commands = [...codeOf("src/telegram/features").matchAll(/\bname: "([a-z]+)"/g)]
  .map((match) => match[1] as string)
  .concat(LISTS);
/** Keys that are put together, by their pattern, with all that the star stands for. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
  "failure-*": failures,
  "kind-*": membersOf("SourceKind", "source/source.ts"),
  "layout-*": ["full", "headlines"],
  "region-*": REGIONS.map(({ key }) => key),
  "city-*": REGIONS.flatMap(({ cities }) => cities.map(([key]) => key)),
  "command-*": commands.filter((name) => name !== "start"), // Telegram has a button of its own for it
  "*-usage": LISTS,
  "*-list": LISTS,
  "*-known": LISTS,
  "*-added": LISTS,
  "*-removed": LISTS,
};
const composed = new Set(
  Object.entries(COMPOSED).flatMap(([pattern, members]) => members.map((member) => pattern.replace("*", member))),
);

describe("every locale", () => {
  test("there are an Arabic and an English one, and an unknown locale gets the one that was asked for", () => {
    expect([...LOCALES].sort()).toEqual(["ar", "en"]);
    expect(loadTranslations("en")("tlh")("untitled")).toBe("Untitled");
    expect(loadTranslations("ar")("tlh")("untitled")).toBe("بلا عنوان");
    expect(loadTranslations("ar")("en")("untitled")).toBe("Untitled");
  });

  test.each(LOCALES)("%s: every entry of the file parses, and no key is there twice", (locale) => {
    const written = [...sourceOf(locale).matchAll(/^([a-z][\w-]*) *=/gm)].map((match) => match[1] as string);
    expect(new Set(written).size).toBe(written.length);
    expect([...entries(locale).keys()]).toEqual(written);
  });

  test.each(LOCALES)("%s: the keys and their order are those of the first locale", (locale) => {
    expect([...entries(locale).keys()]).toEqual([...entries(FIRST).keys()]);
  });

  test.each([...entries(FIRST).keys()])("%s: has the same placeholders everywhere", (key) => {
    const wanted = [...(entries(FIRST).get(key) as Entry).placeholders].sort();
    // A number that is only chosen by may also be shown, and the other way round: both are the caller's `count`.
    for (const locale of LOCALES) expect([...(entries(locale).get(key) as Entry).placeholders].sort()).toEqual(wanted);
  });

  test("no text is taken over from another locale", () => {
    const [first, second] = LOCALES.map(entries) as [Map<string, Entry>, Map<string, Entry>];
    const same = [...first.values()].filter(
      (entry) => /\p{L}/u.test(entry.text) && second.get(entry.key)?.text === entry.text,
    );
    expect(same.map((entry) => entry.key)).toEqual([]);
  });

  test("the button that changes the language is written in the other one", () => {
    expect(entries("ar").get("setting-language")?.text).toBe("English");
    expect(entries("en").get("setting-language")?.text).toBe("العربية");
  });
});

describe("the code and the locales", () => {
  test("every key that the code names is there", () => {
    const { keys } = askedFor();
    expect(keys.size).toBeGreaterThan(60);
    expect([...keys].filter((key) => !entries(FIRST).has(key))).toEqual([]);
  });

  test("every composed key is of a known pattern, and each of its members is there", () => {
    expect([...askedFor().patterns].sort()).toEqual(Object.keys(COMPOSED).sort());
    expect(composed.size).toBeGreaterThan(80);
    expect([...composed].filter((key) => !entries(FIRST).has(key))).toEqual([]);
  });

  test("every way in which a source fails has its sentence", () => {
    expect(failures.length).toBeGreaterThanOrEqual(17);
    for (const locale of LOCALES) {
      const sentences = failures.map((failure) => entries(locale).get(`failure-${failure}`)?.text ?? "");
      expect(sentences.filter((sentence) => sentence.split(" ").length < 4)).toEqual([]);
      expect(new Set(sentences).size).toBe(failures.length);
    }
  });

  test("no key is there in vain", () => {
    const unused = [...entries(FIRST).keys()].filter((key) => !code.includes(`"${key}"`) && !composed.has(key));
    expect(unused).toEqual([]);
  });
});

describe("plural forms", () => {
  const COUNTS = [0, 1, 2, 3, 10, 11, 99, 100, 101];
  const plurals = all.filter((entry) => entry.choices.length > 0);

  test("every locale counts the same things", () => {
    const counted = (locale: string) => plurals.filter((entry) => entry.locale === locale).map((entry) => entry.key);
    for (const locale of LOCALES) expect(counted(locale)).toEqual(counted(FIRST));
    expect(counted(FIRST).length).toBeGreaterThan(5);
  });

  test.each(plurals)("$locale $key has the forms that its language needs", ({ locale, choices }) => {
    const needed = locale === "ar" ? ["one", "two", "few", "other"] : ["one", "other"];
    const possible = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const { forms } of choices) {
      expect(forms).toEqual(expect.arrayContaining(needed));
      // A form that the language does not have is never chosen: English says «0», not «zero».
      expect(forms.filter((form) => !/^\d+$/.test(form) && !(possible as string[]).includes(form))).toEqual([]);
    }
  });

  test.each(plurals)("$locale $key is whole for every number", ({ locale, key, placeholders, choices }) => {
    const translate = createTranslate(locale, sourceOf(locale));
    const counted = new Set(choices.map((choice) => choice.argument));
    for (const count of COUNTS) {
      const args = Object.fromEntries(
        [...placeholders].map((name) => [name, counted.has(name) ? count : `«${count}»`]),
      );
      const text = translate(key, args);
      expect(text).not.toMatch(/[{}$]|undefined|NaN|\?\?\?/);
      if (count >= 3) expect(text).toContain(String(count));
      if (locale === "ar") expect(text.replace(/[\u2068\u2069]/g, "")).not.toMatch(/(^|[^\d])[12] \p{Script=Arabic}/u);
    }
  });

  test.each(plurals.filter((entry) => entry.locale === "ar"))(
    "ar $key tells one, two, few and many apart",
    ({ key, placeholders, choices }) => {
      const translate = createTranslate("ar", sourceOf("ar"));
      const counted = new Set(choices.map((choice) => choice.argument));
      const wording = [1, 2, 3, 11].map((count) => {
        const args = Object.fromEntries([...placeholders].map((name) => [name, counted.has(name) ? count : "×"]));
        return translate(key, args).replace(/\d+/g, "×");
      });
      expect(new Set(wording).size).toBe(4);
    },
  );
});

describe("Arabic typography", () => {
  const arabic = [...entries("ar").values()];

  test.each(arabic)("$key has no Latin punctuation, tatweel or straight quotes in Arabic text", ({ text }) => {
    expect(text).not.toMatch(/\p{Script=Arabic}[,;?]/u);
    expect(text).not.toMatch(/["']/);
    expect(text).not.toMatch(/ {2}|ـ(?! https?:)/);
    expect(text).not.toMatch(/\s[،؛؟.:!](?:\s|$)/);
    expect(text).not.toMatch(/[٠-٩]/);
  });

  test("adverbs in -an carry their tanwin, and no word ends in a bare alif that has one", () => {
    const bare = /(?<!\p{L})(?:ايضا|أيضا|مؤقتا|يوميا|غدا|مثلا|أولا|شيئا|أهلا|لاحقا|دائما|شكرا)(?!\p{L}|\p{M})/u;
    expect(arabic.filter((entry) => bare.test(entry.text)).map((entry) => entry.key)).toEqual([]);
  });
});

describe("what Telegram limits", () => {
  test.each(LOCALES)("%s: descriptions of commands and words of buttons fit", (locale) => {
    for (const entry of entries(locale).values()) {
      if (entry.key.startsWith("command-")) expect([...entry.text].length).toBeLessThanOrEqual(256);
      if (/^(?:button|city|setting)-(?!old)/.test(entry.key)) expect([...entry.text].length).toBeLessThanOrEqual(40);
      if (entry.key === "button-old" || /^(?:times-at|operators-only|chat-admins)/.test(entry.key))
        expect(entry.text.length).toBeLessThanOrEqual(300);
      expect(entry.text.length).toBeLessThanOrEqual(2000);
    }
  });
});
