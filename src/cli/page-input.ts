import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { AppError, FetchError } from "../errors.ts";
import { isZipped, unzipped } from "../fetch/body.ts";
import { decodeBody } from "../fetch/charset.ts";
import type { HttpFetcher } from "../fetch/http-fetcher.ts";
import { createPageReader } from "../fetch/page-reader.ts";
import { isTimeZone } from "../lib/time.ts";
import type { PageReader, PageText } from "../ports.ts";
import { type Call, JSONL_OPTIONS, onlyArgument, textOption, UsageError } from "./command.ts";
import { textField } from "./lines.ts";

/** The largest file that is read, and what it may unfold to. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** The options of a command that reads pages. */
export const PAGE_OPTIONS = { ...JSONL_OPTIONS, url: { type: "string" }, "time-zone": { type: "string" } } as const;

/** A page, and the IANA zone of times in it that name none. */
export interface PageInput {
  readonly page: PageText;
  readonly timeZone: string;
}

/** What a call names: a file or an address, `--url`, `--time-zone`. Throws `UsageError`, `AppError`. */
export async function pageOfCall({ open }: PageDesk, call: Call): Promise<PageInput> {
  const timeZone = zoneOf(textOption(call, "time-zone"));
  return { page: await open(onlyArgument(call, "a file or an address"), textOption(call, "url")), timeZone };
}

/** What a line of `--jsonl` names: `file` or `url`, `contentType`, `timeZone`. Throws an error with a sentence. */
export async function pageOfLine({ open }: PageDesk, line: Readonly<Record<string, unknown>>): Promise<PageInput> {
  const file = textField(line, "file");
  const url = textField(line, "url");
  const timeZone = zoneOf(textField(line, "timeZone"));
  if (file === undefined && url === undefined) throw new Error('the field "file" is missing');
  return { page: await open(file ?? (url as string), url, textField(line, "contentType")), timeZone };
}

/** UTC where none is given. Throws `UsageError` for what is no zone. */
function zoneOf(name: string | undefined): string {
  if (name !== undefined && !isTimeZone(name))
    throw new UsageError(`${name} is no IANA time zone (Africa/Cairo, UTC …)`);
  return name ?? "UTC";
}

/** What a command that reads pages works with. */
export interface PageDesk {
  readonly reader: PageReader;
  /**
   * The page in a file (its bytes, in whatever encoding), or at an address, which is read politely and safely, as the bot
   * would. `url`: where a file was read from. Throws `AppError` with a sentence.
   */
  open(source: string, url: string | undefined, contentType?: string): Promise<PageText>;
}

/** Runs a command that reads pages. All its addresses are asked by one fetcher, so that it is polite to their hosts. */
export async function withPages<T>(work: (desk: PageDesk) => Promise<T>): Promise<T> {
  const reader = createPageReader();
  let fetcher: HttpFetcher | undefined;
  try {
    return await work({
      reader,
      async open(source, url, contentType) {
        if (!/^https?:\/\//i.test(source)) return readPageFile(source, url, contentType);
        fetcher ??= await openFetcher();
        return readPageUrl(fetcher, source);
      },
    });
  } finally {
    await reader.close();
    await fetcher?.close();
  }
}

async function readPageFile(file: string, url: string | undefined, contentType = ""): Promise<PageText> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new AppError(error.code === "ENOENT" ? `there is no file ${file}` : `cannot read ${file}: ${error.code}`);
  });
  if (bytes.length > MAX_FILE_BYTES) throw new AppError(`${file} is larger than ${MAX_FILE_BYTES} bytes`);
  const plain = isZipped(bytes) ? await unzipped(bytes, MAX_FILE_BYTES, file) : bytes;
  return {
    html: decodeBody(plain, contentType).text,
    url: url === undefined || url === "" ? pathToFileURL(file).href : url,
  };
}

/** Loaded only where an address is read: files need none of it. */
async function openFetcher(): Promise<HttpFetcher> {
  const { createWebFetcher } = await import("../newsroom.ts");
  const { loadConfig } = await import("../config.ts");
  const { CONTACT, FETCH_ALLOW_PRIVATE } = process.env;
  const config = loadConfig({ CONTACT, FETCH_ALLOW_PRIVATE });
  return createWebFetcher({ contact: config.CONTACT, allowPrivate: config.FETCH_ALLOW_PRIVATE, logger: silentLogger });
}

async function readPageUrl(fetcher: HttpFetcher, address: string): Promise<PageText> {
  const outcome = await fetcher.fetch({ url: address, validators: null });
  if (outcome.kind === "fresh") return outcome.page;
  throw new FetchError("paused", address);
}

const nothing = () => undefined;
const silentLogger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
