import { BotError, GrammyError, HttpError } from "grammy";

/**
 * What of an error may be logged, as fields. What grammY throws for a broken connection holds the address of the request, and with
 * it the token: only its code is kept.
 */
export function faultOf(error: unknown): object {
  if (error instanceof BotError) return faultOf(error.error);
  if (error instanceof GrammyError)
    return { method: error.method, code: error.error_code, description: error.description };
  if (error instanceof HttpError) return { line: lineFault(error.error).code };
  return { err: error };
}

/** How far a call came whose connection failed: its code, and whether the connection was made at all. */
export function lineFault(error: unknown): { readonly code: string; readonly connected: boolean } {
  const { code, message = "", type } = (error ?? {}) as { code?: string; message?: string; type?: string };
  const known = code ?? type ?? (/timed out/.test(message) ? "timeout" : "no answer");
  // «reason: connect ETIMEDOUT …»: the words that Node gives a connection that was never made.
  const before = NEVER_CONNECTED.has(known) || /reason: (?:connect|getaddrinfo) /.test(message);
  return { code: known, connected: !before };
}

const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);
