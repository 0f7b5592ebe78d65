/** Another version makes buttons of earlier releases old ones. */
const VERSION = "1";
const SEPARATOR = "|";
/** Source: https://core.telegram.org/bots/api#inlinekeyboardbutton */
const MAX_BYTES = 64;
const ACTION = /^[a-z]+$/;

/** What a button does. */
export interface Press {
  /** Letters a–z. */
  readonly action: string;
  /** Any text; what it may be, the action decides. */
  readonly argument: string;
}

function encode({ action, argument }: Press): string {
  return [VERSION, action, argument].join(SEPARATOR);
}

/** Whether this fits into the data of a button. */
export function fitsPress(action: string, argument: string): boolean {
  return Buffer.byteLength(encode({ action, argument })) <= MAX_BYTES && argument.isWellFormed();
}

/** The data of a button, at most 64 bytes of UTF-8. Throws `RangeError` for what does not fit (`fitsPress` tells). */
export function encodePress(action: string, argument = ""): string {
  if (!ACTION.test(action) || !fitsPress(action, argument)) throw new RangeError(`no data of a button: ${action}`);
  return encode({ action, argument });
}

/** What a pressed button says; undefined for data that is not ours, or of another release. */
export function parsePress(data: string): Press | undefined {
  const [version, action = "", ...rest] = data.split(SEPARATOR);
  if (version !== VERSION || !ACTION.test(action) || rest.length === 0) return undefined;
  return { action, argument: rest.join(SEPARATOR) };
}
