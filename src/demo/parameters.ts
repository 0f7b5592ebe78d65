import type { IncomingMessage } from "node:http";
import { refuse } from "./refusals.ts";

const BODY_BYTES = 50 * 1024 * 1024;

/** An uploaded file. */
export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The parameters of one call, whichever way they came: query, JSON, form or multipart. */
export class Parameters {
  private readonly values: ReadonlyMap<string, unknown>;
  readonly files: ReadonlyMap<string, UploadedFile>;

  constructor(values: ReadonlyMap<string, unknown>, files: ReadonlyMap<string, UploadedFile> = new Map()) {
    this.values = values;
    this.files = files;
  }

  /** A parameter as text; `""` when it is missing. */
  text(name: string): string {
    const value = this.values.get(name);
    if (value === undefined || value === null) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  }

  has(name: string): boolean {
    return this.text(name) !== "";
  }

  /** A whole number, or the fallback when it is missing or none. */
  number(name: string, fallback: number): number {
    const text = this.text(name);
    return /^-?\d{1,16}$/.test(text) ? Number(text) : fallback;
  }

  flag(name: string): boolean {
    return /^(?:true|yes|y|1)$/i.test(this.text(name));
  }

  /** A JSON parameter, sent as JSON or as a string that holds JSON; undefined when it is missing. */
  json(name: string): unknown {
    const value = this.values.get(name);
    if (typeof value !== "string") return value ?? undefined;
    return value === "" ? undefined : parseJson(value);
  }
}

/** Reads the parameters of a request. Throws a refusal for a body that is broken or too large. */
export async function readParameters(request: IncomingMessage, query: string): Promise<Parameters> {
  const values = new Map<string, unknown>(query === "" ? [] : new URLSearchParams(query));
  const type = request.headers["content-type"] ?? "";
  const body = await readBody(request);
  if (body.length === 0) return new Parameters(values);
  if (type.startsWith("application/json")) {
    const parsed = parseJson(body.toString());
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw refuse("badJson");
    for (const [name, value] of Object.entries(parsed)) values.set(name, value);
    return new Parameters(values);
  }
  if (type.startsWith("multipart/form-data")) return readMultipart(values, body, type);
  for (const [name, value] of new URLSearchParams(body.toString())) values.set(name, value);
  return new Parameters(values);
}

async function readMultipart(values: Map<string, unknown>, body: Buffer, type: string): Promise<Parameters> {
  const files = new Map<string, UploadedFile>();
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData().catch(() => {
    throw refuse("badJson");
  });
  for (const [name, value] of form) {
    if (typeof value === "string") values.set(name, value);
    else files.set(name, { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return new Parameters(values, files);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_BYTES) throw refuse("tooLarge");
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse("badJson");
  }
}
