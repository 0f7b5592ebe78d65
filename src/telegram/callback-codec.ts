/** Another version makes buttons of earlier releases old ones. */
const VERSION = "1";
const SEPARATOR = "|";
const MAX_BYTES = 64;

/** What a button does. */
export interface Press {
  readonly action: string;
  readonly argument: string;
}

/** The data of a button, at most 64 bytes of UTF-8 (https://core.telegram.org/bots/api#inlinekeyboardbutton). Throws `RangeError` for more. */
export function encodePress(action: string, argument = ""): string {
  const data = [VERSION, action, argument].join(SEPARATOR);
  if (Buffer.byteLength(data) > MAX_BYTES)
    throw new RangeError(`the data of a button is longer than ${MAX_BYTES} bytes: ${action}`);
  return data;
}

/** What a pressed button says; undefined for one that is not ours, or of another release. */
export function parsePress(data: string): Press | undefined {
  const [version, action, ...rest] = data.split(SEPARATOR);
  if (version !== VERSION || action === undefined || !/^[a-z-]+$/.test(action) || rest.length === 0) return undefined;
  return { action, argument: rest.join(SEPARATOR) };
}
