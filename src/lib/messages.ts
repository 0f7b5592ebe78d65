import { FluentBundle, FluentResource } from "@fluent/bundle";

/**
 * Text of a message key in one language; `args` fill its placeholders. Throws `RangeError` for a key or
 * placeholder that is not there.
 */
export type Translate = (key: string, args?: Readonly<Record<string, string | number>>) => string;

const ISOLATES = /[\u2066-\u2069]/g;
const INNERMOST_RUN = /\u2068([^\u2068\u2069]*)\u2069/g;
const LETTER = /\p{L}/gu;
const RIGHT_TO_LEFT_LETTER = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
/** Behind Arabic letters the numbers on both sides of these signs change sides: «127-0-0-1» is shown as 1-0-0-127. */
const SIGNED_NUMBER = /[-+]\d/;
/** What is typed as it stands: an address, or a command with what follows it unless that goes on in Arabic («/pause 3 أيام»). */
const TYPED_RUN = /https?:\/\/[!-z~]*|(?<![\p{L}\p{N}/])\/[a-z]+(?:(?: [!-z~]+)+(?![!-z~]| \p{Script=Arabic}))?/gu;

/**
 * The texts of one language, from Fluent source (https://projectfluent.org).
 *
 * What fills a placeholder and has letters of the other direction stands between direction isolates, so that a foreign name keeps
 * its own direction and the sentence around it; so do commands and addresses in a text that is written from the right: «/» and «:»
 * would change sides. A number chooses the plural form and is written with 0–9; what a chat writes in
 * other digits is given as text. Throws `SyntaxError` for source that does not parse.
 */
export function createTranslate(locale: string, source: string): Translate {
  const bundle = new FluentBundle(`${locale}-u-nu-latn`, { useIsolating: true });
  const rightToLeft = RIGHT_TO_LEFT_LETTER.test(new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? "");
  const resource = new FluentResource(rightToLeft ? source.replace(TYPED_RUN, "\u2066$&\u2069") : source);
  const faults = [...junkOf(source, resource), ...bundle.addResource(resource).map((fault) => fault.message)];
  if (faults.length > 0) throw new SyntaxError(`locale ${locale}: ${faults.join("; ")}`);

  const isForeign = (run: string) =>
    (rightToLeft && SIGNED_NUMBER.test(run)) ||
    [...run.matchAll(LETTER)].some(([letter]) => RIGHT_TO_LEFT_LETTER.test(letter) !== rightToLeft);

  /** Isolates stay only where they are needed: a time or a word of the same language reads the same without. */
  function withNeededIsolates(text: string): string {
    return text.replace(INNERMOST_RUN, (whole, run: string) => (isForeign(run) ? whole : run));
  }

  return (key, args = {}) => {
    const message = bundle.getMessage(key);
    if (message?.value == null) throw new RangeError(`locale ${locale} has no message ${key}`);
    // Isolates within an argument could end ours.
    const clean = Object.entries(args).map(
      ([name, value]) => [name, typeof value === "string" ? value.replace(ISOLATES, "") : value] as const,
    );
    const errors: Error[] = [];
    const text = bundle.formatPattern(message.value, Object.fromEntries(clean), errors);
    if (errors.length > 0) throw new RangeError(`locale ${locale}, message ${key}: ${errors[0]?.message}`);
    return withNeededIsolates(text);
  };
}

/** Fluent skips what it cannot parse without a word: each line that begins like a message must have become one. */
function junkOf(source: string, resource: FluentResource): string[] {
  const known = new Set(resource.body.map((entry) => entry.id));
  return source
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^[ }#]/.test(line))
    .map((line) => /^(-?[a-zA-Z][\w-]*) *=/.exec(line)?.[1] ?? line)
    .filter((id) => !known.has(id))
    .map((id) => `cannot parse ${id}`);
}
