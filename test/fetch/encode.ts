/** The text in a one-byte encoding or in UTF-16; throws for a character that the encoding lacks. */
export function encodeAs(text: string, charset: string): Uint8Array {
  if (charset === "utf-8") return new TextEncoder().encode(text);
  if (charset === "utf-16le") return new Uint8Array(Buffer.from(text, "utf16le"));
  if (charset === "utf-16be") return new Uint8Array(Buffer.from(text, "utf16le").swap16());
  const decoder = new TextDecoder(charset);
  const byteOf = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text], (character) => {
    const byte = byteOf.get(character);
    if (byte === undefined || character === "\uFFFD") throw new RangeError(`${character} is not in ${charset}`);
    return byte;
  });
}
