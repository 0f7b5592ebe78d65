import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { ExtractError } from "../errors.ts";
import type { ReadingInput, ReadingName, ReadingOutput } from "../extract/readings.ts";
import type { PageReader } from "../ports.ts";
import type { PageAnswer, PageQuestion } from "./page-worker.ts";

/** On a busy machine a page gets so many times its time, as long as we ourselves have not worked so long. */
const PATIENCE_RATIO = 4;
const IDLE_MS = 10_000;
const MEMORY_MB = 256;

/** Bounds of one reading. */
export interface PageReaderOptions {
  /** The time for one page. */
  readonly timeoutMs?: number;
  /** The most that a page may take up while it is read; the thread ends with it. */
  readonly memoryMb?: number;
  /** After so long without a page the thread is given up. */
  readonly idleMs?: number;
}

/**
 * Reads pages in one thread beside the event loop, one after the other. A page that takes longer than a second, or too much memory,
 * is given up together with the thread; the next page gets a new one. Short pages are no exception: a few kilobytes can hold a
 * pattern up for as long as megabytes. Without pages the thread holds no process open.
 */
export function createPageReader(options: PageReaderOptions = {}): PageReader & { close(): Promise<void> } {
  const { timeoutMs = 1000, memoryMb = MEMORY_MB, idleMs = IDLE_MS } = options;
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  /** Not waited for: native code, such as composing letters, ends when it ends. */
  function giveUp(): void {
    clearTimeout(idle);
    thread?.unref();
    void thread?.terminate();
    thread = undefined;
  }

  async function startThread(): Promise<Worker> {
    const resourceLimits = { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 };
    const started = new Worker(new URL("./page-worker.ts", import.meta.url), { resourceLimits, execArgv: [] });
    await once(started, "message"); // it says that it is ready
    started.on("error", () => {}); // of a thread that is being given up
    return started;
  }

  /** What the thread answers; a thread that does not answer in time is not to be used again. */
  function ask(worker: Worker, question: PageQuestion): Promise<PageAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<PageAnswer>();
    const startedAt = performance.now();
    const before = process.cpuUsage();
    const isLate = () => {
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 >= timeoutMs || performance.now() - startedAt >= timeoutMs * PATIENCE_RATIO;
    };
    const fail = (cause: unknown) => reject(new ExtractError("too-heavy", question.input[1], cause));
    let timer: NodeJS.Timeout;
    // An answer that came while we were busy ourselves is taken before its time is judged.
    const judge = () =>
      setImmediate(() => {
        if (isLate()) fail(new Error(`not read within ${timeoutMs} ms`));
        else timer = setTimeout(judge, timeoutMs / 4);
      });
    timer = setTimeout(judge, timeoutMs);
    const end = () => fail(new Error("the thread ended"));
    closing.signal.addEventListener("abort", end);
    worker.once("message", resolve).once("error", fail).once("exit", end);
    worker.postMessage(question);
    return promise.finally(() => {
      clearTimeout(timer);
      closing.signal.removeEventListener("abort", end);
      worker.off("message", resolve).off("error", fail).off("exit", end);
    });
  }

  async function readInThread<N extends ReadingName>(name: N, input: ReadingInput<N>): Promise<ReadingOutput<N>> {
    clearTimeout(idle);
    const closed = () => new ExtractError("too-heavy", input[1], new Error("the reader is closed"));
    if (closing.signal.aborted) throw closed();
    thread ??= await startThread();
    if (closing.signal.aborted) throw closed();
    thread.ref();
    const answer = await ask(thread, { name, input }).catch((error: unknown) => {
      giveUp();
      throw error;
    });
    thread.unref();
    idle = setTimeout(giveUp, idleMs).unref();
    if ("fault" in answer) throw new ExtractError("too-heavy", input[1], answer.fault);
    return answer.output as ReadingOutput<N>;
  }

  function read<N extends ReadingName>(name: N, ...input: ReadingInput<N>): Promise<ReadingOutput<N>> {
    const turn = line.then(() => readInThread(name, input));
    line = turn.catch(() => {});
    return turn;
  }

  return {
    article: ({ html, url }, options) => read("article", html, url, options),
    explanation: ({ html, url }, options) => read("explanation", html, url, options),
    headlines: ({ html, url }, options) => read("headlines", html, url, options),
    feeds: ({ html, url }) => read("feeds", html, url),
    site: ({ html, url }) => read("site", html, url),
    async close() {
      closing.abort();
      await line;
      giveUp();
    },
  };
}
