import { BotError, GrammyError, HttpError } from "grammy/web";

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

/** What is known of a failed connection: Node's error, or several where a name stands for several addresses. */
interface LineError {
  readonly code?: string;
  readonly syscall?: string;
  readonly message?: string;
  readonly errors?: readonly LineError[];
}

/** How far a call came whose connection failed: its code, and whether the connection was made at all. */
export function lineFault(error: unknown): { readonly code: string; readonly connected: boolean } {
  const fault = (error ?? {}) as LineError;
  const code = fault.code ?? (/timed out/.test(fault.message ?? "") ? "timeout" : "no answer");
  return { code, connected: !NEVER_CONNECTED.has(code) && !isBeforeCall(fault) };
}

/** Whether it was looking up the name or reaching the machine that failed. */
function isBeforeCall({ syscall, errors = [] }: LineError): boolean {
  if (errors.length > 0) return errors.every(isBeforeCall);
  return syscall === "connect" || syscall === "getaddrinfo";
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
