import { once } from "node:events";
import { createInterface } from "node:readline";
import { createProgress } from "./progress.ts";

/** Prints one answer: JSON, or text made for people. Waits where the reader is slow. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, "drain");
}

/** Prints a value as one line of JSON. */
export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value));
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
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === "") continue;
    let id: unknown = null;
    try {
      const line: unknown = JSON.parse(text);
      if (typeof line !== "object" || line === null || Array.isArray(line)) throw new Error("expected a JSON object");
      id = (line as { id?: unknown }).id ?? null;
      await printJson({ id, ...(await answer(line as Record<string, unknown>)) });
    } catch (error) {
      await printJson({ id, error: error instanceof Error ? error.message : String(error) });
    }
    progress.step();
  }
  progress.end();
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
