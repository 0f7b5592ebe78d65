// A thread that reads pages: its owner, `page-reader.ts`, ends it when a page takes too long.
import { parentPort } from "node:worker_threads";
import { type ReadingInput, type ReadingName, takeReading } from "../extract/readings.ts";

/** What the thread is asked. */
export interface PageQuestion {
  readonly name: ReadingName;
  readonly input: ReadingInput<ReadingName>;
}

/** What it answers; `fault` is the stack of a reading that could not be taken. */
export type PageAnswer = { readonly output: unknown } | { readonly fault: string };

function answerTo({ name, input }: PageQuestion): PageAnswer {
  try {
    return { output: takeReading(name, ...input) };
  } catch (error) {
    const { cause, stack } = error as Error;
    return { fault: String(cause instanceof Error ? cause.stack : stack) };
  }
}

parentPort?.on("message", (question: PageQuestion) => parentPort?.postMessage(answerTo(question)));
parentPort?.postMessage("ready"); // everything is loaded: the time of a page may begin
