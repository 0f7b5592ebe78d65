import { BotStoppedError } from "../errors.ts";
import type { Mark } from "../outbox/delivery.ts";
import { begin } from "../outbox/transition.ts";
import type { Clock, Logger, MessageSender } from "../ports.ts";
import type { Answers } from "./answers.ts";
import type { Bell } from "./bell.ts";
import type { Endings } from "./endings.ts";
import { createFlightGauge } from "./flight-gauge.ts";
import type { Errand, Lanes } from "./lanes.ts";
import type { MarkBook } from "./mark-book.ts";
import type { Pacer, Turn } from "./pacer.ts";
import type { StoreTrouble } from "./store-trouble.ts";
import type { Chosen, Triage } from "./triage.ts";
import { createUnderway } from "./underway.ts";

/** Sends what waits in the lanes, as many messages at once as the rate needs. */
export interface Dispatch {
  /** Works until `stop` is aborted and what is in flight has its answer. Rejects with `BotStoppedError` when the token is refused. */
  run(stop: AbortSignal): Promise<void>;
  inFlight(): number;
}

/** `bell` rings when there may be something to do; `steady` is the clock of the lanes and the pacer. */
export function createDispatch(deps: {
  sender: MessageSender;
  lanes: Lanes;
  pacer: Pacer;
  triage: Triage;
  marks: MarkBook;
  answers: Answers;
  endings: Endings;
  trouble: StoreTrouble;
  bell: Bell;
  steady: Clock;
  clock: Clock;
  logger: Logger;
  messagesPerSecond: number;
}): Dispatch {
  const { sender, lanes, pacer, triage, marks, answers, endings, trouble, bell, steady, clock, logger } = deps;
  const gauge = createFlightGauge(deps.messagesPerSecond);
  const flights = createUnderway(steady, bell.ring);
  /** Sending is never cut off by a stop: its answer decides whether a message came twice. */
  const unhurried = new AbortController().signal;
  let fatal: BotStoppedError | undefined;

  /** One attempt at one part: on record first, then sent, and its answer on record. */
  async function attempt(errand: Errand, mark: Mark | undefined, turn: Turn): Promise<void> {
    const { edition, recipient } = errand;
    const launchedAt = steady.now();
    const begun = begin(mark, edition, recipient, clock.now());
    if (begun.state === "dead") return endings.drop(edition); // the clock went on since it was chosen
    try {
      await marks.begin(begun);
    } catch (error) {
      lanes.putOff(errand, steady.now());
      return trouble.pause(error);
    }
    trouble.over();
    if (!(await turn.start(recipient.chatId))) return lanes.putOff(errand, steady.now());
    const html = edition.messages[begun.part] ?? "";
    const result = await sender.send({ ...recipient, html }, unhurried);
    turn.answered();
    await answers.take(errand, begun, result);
    gauge.note(steady.now() - launchedAt);
  }

  /** One that fails stops none of the others. */
  async function fly({ errand, mark }: Chosen, turn: Turn, stop: AbortSignal): Promise<void> {
    try {
      await attempt(errand, mark, turn);
    } catch (error) {
      if (error instanceof BotStoppedError) fatal ??= error;
      else if (stop.aborted) logger.warn({ err: error }, "an answer is not on record: the message is sent again");
      else {
        logger.error({ err: error, edition: errand.edition.id }, "a delivery failed");
        await endings.finish(errand).catch(() => undefined);
      }
    }
  }

  /** When the next message may be chosen; 0 for now. */
  function readyAt(now: number): number {
    const workAt = lanes.hasWork(now) ? 0 : (lanes.nextAt() ?? Number.POSITIVE_INFINITY);
    return Math.max(gauge.mayBeginAt(flights.begunAt(), now), workAt);
  }

  async function launchNext(stop: AbortSignal): Promise<void> {
    try {
      const turn = await pacer.turn(stop);
      const chosen = turn && (await triage.next());
      if (turn && chosen) flights.add(fly(chosen, turn, stop));
    } catch (error) {
      await trouble.pause(error);
    }
  }

  return {
    async run(stop) {
      while (!stop.aborted && fatal === undefined) {
        const now = steady.now();
        const at = readyAt(now);
        if (at > now) await bell.wait(at - now);
        else await launchNext(stop);
      }
      await flights.ended();
      if (fatal !== undefined) throw fatal;
    },
    inFlight: () => flights.count(),
  };
}
