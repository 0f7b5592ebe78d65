import type { SendResult } from "../../src/outbox/delivery.ts";
import type { MessageSender, OutgoingMessage } from "../../src/ports.ts";

/** A sender that sends nothing: it records what it was given, and answers as the script says. */
export interface FakeSender extends MessageSender {
  /** All calls, in order, also those that were refused. */
  readonly calls: readonly OutgoingMessage[];
  /** What was answered with `sent`. */
  readonly sent: readonly OutgoingMessage[];
  /** Decides the answers from now on; undefined leaves a message to be sent. */
  answer(script: (message: OutgoingMessage, call: number) => SendResult | undefined): void;
}

/** Every message is sent, with ids from 1, until `answer` says otherwise. */
export function createFakeSender(): FakeSender {
  const calls: OutgoingMessage[] = [];
  const sent: OutgoingMessage[] = [];
  let script: (message: OutgoingMessage, call: number) => SendResult | undefined = () => undefined;
  return {
    calls,
    sent,
    answer(next) {
      script = next;
    },
    async send(message) {
      calls.push(message);
      const result = script(message, calls.length) ?? { kind: "sent", messageId: sent.length + 1 };
      if (result.kind === "sent") sent.push(message);
      return result;
    },
  };
}
