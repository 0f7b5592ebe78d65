import type { ParseArgsOptionsConfig } from "node:util";
import { AppError } from "../errors.ts";

/** What a command was called with. */
export interface Call {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** One terminal command. `run` prints its answer on stdout and everything else on stderr; what it throws is its failure. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Lines for `--help`: how it is called, what it answers. */
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  run(call: Call): Promise<void>;
}

/** The call itself is wrong: exit code 2, with the way to call it right. */
export class UsageError extends AppError {
  override readonly name = "UsageError";
}

/** `--json` and `--jsonl`, which every command that answers with values has. */
export const OUTPUT_OPTIONS = { json: { type: "boolean" } } as const satisfies ParseArgsOptionsConfig;
/** What a command takes that also reads a line for each input. */
export const JSONL_OPTIONS = {
  ...OUTPUT_OPTIONS,
  jsonl: { type: "boolean" },
} as const satisfies ParseArgsOptionsConfig;

/** A whole number from an option. Throws `UsageError`. */
export function numberOption(call: Call, name: string, fallback: number, least = 1): number {
  const text = call.options[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new UsageError(`--${name} expects a whole number from ${least} on`);
  return value;
}

/** A text option, or undefined. */
export function textOption(call: Call, name: string): string | undefined {
  const text = call.options[name];
  return typeof text === "string" && text !== "" ? text : undefined;
}

/** The only argument. Throws `UsageError` when there is none, or more. */
export function onlyArgument(call: Call, what: string): string {
  const [first, ...more] = call.positionals;
  if (first === undefined || more.length > 0) throw new UsageError(`expected ${what}`);
  return first;
}
