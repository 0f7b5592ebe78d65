import { once } from "node:events";
import { AppError } from "../errors.ts";
import { createProgress } from "./progress.ts";

/** The reader of our output left before the end, as `mujaz … | head` does: nothing more is to be done, and nothing failed. */
export class ReaderGone extends AppError {
  override readonly name = "ReaderGone";
}

/** Prints one answer: JSON, or text made for people. Waits where the reader is slow. Throws `ReaderGone`. */
export async function print(text: string): Promise<void> {
  const { stdout } = process;
  if (stdout.errored !== null) throw new ReaderGone("nobody reads any more");
  if (stdout.write(`${text}\n`)) return;
  await once(stdout, "drain").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EPIPE" ? new ReaderGone("nobody reads any more") : error;
  });
}

/** Prints a value as one line of JSON, also for readers that take U+2028 and U+2029 for the end of a line. */
export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029"));
}

/** Prints the answer to one call as `--jsonl` answers a line without an `id`. */
export function printAnswer(answer: object): Promise<void> {
  return printJson({ id: null, ...answer });
}

/**
 * The lines of UTF-8 text, without their ends and without a byte order mark. Only a line feed ends a line: U+2028, which Node's own
 * `readline` takes for one, may stand in a JSON text.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  const whole = (end: string) => [...begun, end].join("").replace(/\r$/, "");
  for await (const chunk of bytes) {
    const [first = "", ...more] = decoder.decode(chunk, { stream: true }).split("\n");
    const last = more.pop();
    if (last === undefined) {
      begun.push(first);
      continue;
    }
    yield whole(first);
    begun = [];
    for (const line of more) yield whole(line);
    begun = [last];
  }
  const rest = whole(decoder.decode());
  if (rest !== "") yield rest;
}

/**
 * Reads one JSON object a line from standard input and answers one object a line, in the same order, with the same `id`.
 * A bad line, or one whose answer throws, is answered with `{id, error}` and the run goes on. Empty lines are passed over.
 */
export async function answerLines(
  answer: (line: Readonly<Record<string, unknown>>) => Promise<object> | object,
  what: string,
): Promise<void> {
  const progress = createProgress(what);
  for await (const text of readLines(process.stdin)) {
    if (text.trim() === "") continue;
    await printJson(await answerTo(text, answer));
    progress.step();
  }
  progress.end();
}

async function answerTo(
  text: string,
  answer: (line: Readonly<Record<string, unknown>>) => Promise<object> | object,
): Promise<object> {
  let id: unknown = null;
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line !== "object" || line === null || Array.isArray(line)) throw new Error("expected a JSON object");
    id = (line as { id?: unknown }).id ?? null;
    return { id, ...(await answer(line as Record<string, unknown>)) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** A text field of an input line; throws when it is there but no text, or when it is required and not there. */
export function textField(line: Readonly<Record<string, unknown>>, name: string): string | undefined;
export function textField(line: Readonly<Record<string, unknown>>, name: string, required: true): string;
export function textField(line: Readonly<Record<string, unknown>>, name: string, required = false): string | undefined {
  const value = line[name];
  if (value === undefined || value === null) {
    if (required) throw new Error(`the field "${name}" is missing`);
    return undefined;
  }
  if (typeof value !== "string") throw new Error(`the field "${name}" is not a text`);
  return value;
}

/** The latest instant that a date can have, in epoch milliseconds. Source: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LATEST = 8.64e15;

/** The instant of a line's `publishedAt`, ISO 8601 or epoch milliseconds; null when it is not there. Throws for what is no time. */
export function publishedAtField(line: Readonly<Record<string, unknown>>): number | null {
  const value = line["publishedAt"] ?? null;
  if (value === null) return null;
  const at = typeof value === "number" ? Math.round(value) : Date.parse(String(value));
  if (!(Math.abs(at) <= LATEST)) throw new Error('the field "publishedAt" is no time (ISO 8601)');
  return at;
}

/** The paragraphs of a line: `paragraphs[]`, or `text` with a paragraph on each line. */
export function paragraphsField(line: Readonly<Record<string, unknown>>): string[] {
  const value = line["paragraphs"];
  if (value === undefined || value === null) {
    const text = textField(line, "text") ?? "";
    return text.split(/\r?\n/).filter((paragraph) => paragraph.trim() !== "");
  }
  if (!Array.isArray(value) || value.some((paragraph) => typeof paragraph !== "string"))
    throw new Error('the field "paragraphs" is not a list of texts');
  return value as string[];
}
