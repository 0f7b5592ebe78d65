import { createHash } from "node:crypto";

/** SHA-256 in lower-case hex, 64 letters. */
export function sha256Hex(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The first letters of the SHA-256 in base64url: 6 bits each. Keys in the store are made of it: frozen. */
export function shortHash(text: string, length = 20): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, length);
}
