import { backoffMs, retryAfterMs } from "../lib/retry.ts";
import type { Clock, SummaryModel } from "../ports.ts";

const TIMEOUT_MS = 20_000;
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 1000;
/** Who asks us to wait longer than this is not asked again for this article. */
const LONGEST_PAUSE_MS = 10_000;
/** No summary is longer than this, with everything around it. */
const ANSWER_BYTES = 256 * 1024;
/** An Arabic word is a few tokens of most models. */
const TOKENS_PER_WORD = 6;

/** Where a model is asked. `timeoutMs`: for one attempt, headers and body. */
export interface SummaryEndpoint {
  /** The address that `/chat/completions` is added to. */
  readonly url: string;
  readonly model: string;
  readonly key: string | null;
  readonly timeoutMs?: number;
}

/** What came of one attempt: an answer, a reason to try again after a pause, or none to. */
type Attempt = { readonly text: string } | { readonly pauseMs: number | null } | null;

/**
 * A model behind any chat endpoint of OpenAI's form. It is the operator's own setting, so any host is asked, also one on a private
 * network; it is never led to another by a redirect. Source: https://platform.openai.com/docs/api-reference/chat
 */
export function createSummaryModel(endpoint: SummaryEndpoint, clock: Clock): SummaryModel {
  const address = endpoint.url.replace(/\/+$/, "").replace(/(?<!\/chat\/completions)$/, "/chat/completions");
  const headers = {
    "content-type": "application/json",
    ...(endpoint.key === null ? {} : { authorization: `Bearer ${endpoint.key}` }),
  };

  async function attempt(body: string, signal: AbortSignal): Promise<Attempt> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(endpoint.timeoutMs ?? TIMEOUT_MS)]);
    try {
      const response = await fetch(address, { method: "POST", headers, body, signal: limit, redirect: "error" });
      if (response.ok) return answerOf(await boundedText(response));
      await response.body?.cancel();
      if (response.status !== 429 && response.status < 500) return null;
      return { pauseMs: retryAfterMs(response.headers.get("retry-after") ?? undefined, clock.now()) ?? null };
    } catch {
      // Who did not answer in time will not answer sooner; a line that broke may hold the next time.
      return limit.aborted ? null : { pauseMs: null };
    }
  }

  return {
    async ask({ system, text }, maxWords, signal) {
      const body = JSON.stringify({
        model: endpoint.model,
        messages: [
          { role: "system", content: system },
          { role: "user", content: text },
        ],
        temperature: 0.2,
        max_tokens: maxWords * TOKENS_PER_WORD,
      });
      for (let tries = 1; tries <= ATTEMPTS && !signal.aborted; tries++) {
        const found = await attempt(body, signal);
        if (found === null) return undefined;
        if ("text" in found) return found.text;
        const pauseMs = found.pauseMs ?? backoffMs(tries, FIRST_PAUSE_MS, LONGEST_PAUSE_MS, 0);
        if (pauseMs > LONGEST_PAUSE_MS || tries === ATTEMPTS) return undefined;
        await clock.sleep(pauseMs, signal);
      }
      return undefined;
    },
  };
}

/** The body, as far as it is not too long; undefined for a longer one. */
async function boundedText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop breaks the line off.
    if (bytes > ANSWER_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The message in an answer; null for one that has none, or that was cut off at the most tokens. */
function answerOf(body: string | undefined): Attempt {
  try {
    const { choices } = JSON.parse(body ?? "") as {
      choices?: { message?: { content?: unknown }; finish_reason?: unknown }[];
    };
    const [choice] = choices ?? [];
    const content = choice?.message?.content;
    return typeof content === "string" && choice?.finish_reason !== "length" ? { text: content } : null;
  } catch {
    return null;
  }
}
