import { FluentBundle, FluentResource, type Message } from "@fluent/bundle";

/** Text of a message key in one language; `args` fill its placeholders. Throws `RangeError` for a key that is not there. */
export type Translate = (key: string, args?: Readonly<Record<string, string | number>>) => string;

/**
 * The texts of one language, from Fluent source (https://projectfluent.org).
 *
 * Placeholders stand between direction isolates, so that a foreign name or a number keeps its own direction; numbers choose the
 * plural form and are written with 0–9 (what a chat writes otherwise is passed as text). Throws `SyntaxError` for source that does not parse.
 */
export function createTranslate(locale: string, source: string): Translate {
  const bundle = new FluentBundle(`${locale}-u-nu-latn`, { useIsolating: true });
  const faults = bundle.addResource(new FluentResource(source));
  if (faults.length > 0) throw new SyntaxError(`locale ${locale}: ${faults.map((fault) => fault.message).join("; ")}`);
  return (key, args) => {
    const message: Message | undefined = bundle.getMessage(key);
    if (message?.value == null) throw new RangeError(`locale ${locale} has no message ${key}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(message.value, args ?? {}, errors);
    if (errors.length > 0) throw new RangeError(`locale ${locale}, message ${key}: ${errors[0]?.message}`);
    return text;
  };
}
