import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a question of ours looked like to the server. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: { model: string; messages: { role: string; content: string }[]; max_tokens: number };
}

/** A chat endpoint on this machine that behaves as a test wants it. */
export interface ChatServer {
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** An answer of OpenAI's form. */
export function reply(response: ServerResponse, content: unknown, finishReason = "stop"): void {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content }, finish_reason: finishReason }] }));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

/** Starts the server; `answer` gets the question and how many came before it. */
export async function startChatServer(
  answer: (response: ServerResponse, asked: Asked, index: number) => void,
): Promise<ChatServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { url: path = "", headers } = request;
    const question = { path, authorization: headers.authorization, body: JSON.parse(await bodyOf(request)) };
    asked.push(question);
    answer(response, question, asked.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
