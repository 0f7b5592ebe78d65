import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { createWebFetcher } from "../app.ts";
import { loadConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import { decodeBody } from "../fetch/charset.ts";
import { createPageReader } from "../fetch/page-reader.ts";
import type { PageReader, PageText } from "../ports.ts";

/** The largest file that is read. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** A page from a file (its bytes, in whatever encoding). Throws `AppError` with a sentence. */
export async function readPageFile(file: string, url: string | undefined, contentType = ""): Promise<PageText> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new AppError(error.code === "ENOENT" ? `there is no file ${file}` : `cannot read ${file}: ${error.code}`);
  });
  if (bytes.length > MAX_FILE_BYTES) throw new AppError(`${file} is larger than ${MAX_FILE_BYTES} bytes`);
  return {
    html: decodeBody(bytes, contentType).text,
    url: url === undefined || url === "" ? pathToFileURL(file).href : url,
  };
}

/** A page from an address, read politely and safely, as the bot would. */
export async function readPageUrl(address: string): Promise<PageText> {
  const { CONTACT, FETCH_ALLOW_PRIVATE } = process.env;
  const config = loadConfig({ CONTACT, FETCH_ALLOW_PRIVATE });
  const fetcher = createWebFetcher({
    contact: config.CONTACT,
    allowPrivate: config.FETCH_ALLOW_PRIVATE,
    logger: silentLogger,
  });
  try {
    const outcome = await fetcher.fetch({ url: address, validators: null });
    if (outcome.kind !== "fresh") throw new AppError(`${address} asks to come back later`);
    return { html: outcome.page.html, url: outcome.page.url };
  } finally {
    await fetcher.close();
  }
}

/** A file or an address. */
export function readPage(source: string, url: string | undefined): Promise<PageText> {
  return /^https?:\/\//i.test(source) ? readPageUrl(source) : readPageFile(source, url);
}

/** Runs a command that reads pages, in bounded time each. */
export async function withReader<T>(work: (reader: PageReader) => Promise<T>): Promise<T> {
  const reader = createPageReader();
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

const nothing = () => undefined;
const silentLogger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
