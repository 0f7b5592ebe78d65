import { type Readable, Transform, type TransformCallback } from "node:stream";
import { promisify } from "node:util";
import { createBrotliDecompress, createGunzip, createInflate, gunzip } from "node:zlib";
import { FetchError } from "../errors.ts";

/** More compressions on top of one another are no mistake of a server, but a bomb. */
const MAX_ENCODING_COUNT = 2;

/** What is no compression; servers put the character encoding here by mistake. */
const PLAIN = /^(?:|identity|none|utf-?8|windows-\d+|iso-8859-\d+)$/;

/** The most bytes that are taken of one answer. */
export interface BodyLimits {
  /** As it comes over the line. */
  readonly wireBytes: number;
  /** After each step of decompression. */
  readonly decodedBytes: number;
  /** Whether the beginning is enough when there is more. */
  readonly cut: boolean;
}

/**
 * The decompressed body. Memory stays within the limits, however much a server sends or a bomb unfolds to. The caller
 * ends `body` when this has failed.
 *
 * Errors: `FetchError` (`too-large`, `encoding`) or what the line did.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  limits: BodyLimits,
  url: string,
): Promise<Uint8Array> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => !PLAIN.test(name));
  const decoders = encodings
    .reverse()
    .map(decoderOf)
    .filter((decoder) => decoder !== undefined);
  if (decoders.length < encodings.length || decoders.length > MAX_ENCODING_COUNT) throw new FetchError("encoding", url);

  const chunks: Uint8Array[] = [];
  let leftBytes = limits.decodedBytes;
  const steps: Transform[] = decoders.flatMap((decoder, index) => [
    counter(index === 0 ? limits.wireBytes : limits.decodedBytes, url),
    decoder,
  ]);
  const line = steps.reduce((source: Readable, step) => {
    source.once("error", (error) => step.destroy(error));
    return source.pipe(step);
  }, body);
  try {
    for await (const chunk of line as AsyncIterable<Uint8Array>) {
      if (chunk.length > leftBytes && !limits.cut) throw new FetchError("too-large", url);
      chunks.push(chunk.subarray(0, leftBytes));
      leftBytes -= chunk.length;
      if (leftBytes < 0) break;
    }
  } catch (error) {
    throw isBrokenCompression(error) ? new FetchError("encoding", url, { cause: error }) : error;
  } finally {
    for (const step of steps) step.destroy();
  }
  return Buffer.concat(chunks);
}

/** Whether these bytes are a gzip file. Source: RFC 1952, section 2.3.1 */
export function isZipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** The content of a gzip file. Errors: `FetchError`, `too-large` above `maxBytes` and `encoding` for a damaged one. */
export async function unzipped(bytes: Uint8Array, maxBytes: number, url: string): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new FetchError(isTooLarge ? "too-large" : "encoding", url, { cause: error });
  }
}

function decoderOf(encoding: string): Transform | undefined {
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "br") return createBrotliDecompress();
  if (encoding === "deflate") return createInflate();
  return undefined;
}

/** Passes bytes on until there are too many. */
function counter(limitBytes: number, url: string): Transform {
  let seenBytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding: string, callback: TransformCallback) {
      seenBytes += chunk.length;
      if (seenBytes > limitBytes) callback(new FetchError("too-large", url));
      else callback(null, chunk);
    },
  });
}

/** Errors of zlib and brotli have a number, but no system call as those of the line have. */
function isBrokenCompression(error: unknown): boolean {
  return error instanceof Error && "errno" in error && !("syscall" in error);
}
