import { isUtf8 } from "node:buffer";

/** Where a page may still declare its encoding: some put a long comment or styles before it. */
const DECLARATION_BYTES = 8192;
/** How much text above ASCII is enough to tell one Arabic encoding from the other. */
const SAMPLE_BYTES = 65_536;
/** Of the words written in Arabic letters, how many must be common ones before we believe our ears. */
const COMMON_RATIO = 0.12;

const ARABIC_CHARSETS = ["windows-1256", "iso-8859-6"];
/** Declared for Arabic text by habit or by default, whichever encoding it is in. */
const OFTEN_WRONG = ["windows-1252", ...ARABIC_CHARSETS];
const ARABIC_WORD = /[\u0621-\u065F\u0670-\u06D3]{2,}/g;
const MIXED_WORD = /[\u0621-\u06D3][\u00C0-\u024F\u00D7\uFFFD]|[\u00C0-\u024F\u00D7\uFFFD][\u0621-\u06D3]/g;
const COMMON_WORD =
  /^(?:[وفبك]{0,2}ال.{2,}|و?لل.{2,}|و?(?:في|فى|من|على|علي|إلى|الى|عن|مع|أن|ان|إن|أنه|انه|ما|لا|لم|لن|هذا|هذه|ذلك|التي|الذي|كان|كانت|بعد|قبل|بين|خلال|حتى|قد|كما|أو|او|ثم|هو|هي|كل|غير|عام|اليوم|قال|قالت|أكد|أعلن|أعلنت|عبد|محمد|حول|منذ|نحو|عند|ضد|أي|لكن|حيث|به|له|لها|فيه|فيها|منها|عليه|إنه|يوم|رئيس|وزير))$/;

/**
 * The text of an answer, whatever its sender says about it.
 *
 * In this order: a mark or the pattern of UTF-16; UTF-8, with a few broken characters allowed, because a
 * cut character must not turn a page into nonsense; the Arabic encoding that gives the most common Arabic words; what
 * the header or the first 8 kB declare; windows-1256 or windows-1252.
 *
 * Shape: `charset` is the WHATWG name, lower case; unreadable bytes are U+FFFD. Never throws.
 * Source: https://encoding.spec.whatwg.org/#names-and-labels
 */
export function decodeBody(body: Uint8Array, contentType: string): { text: string; charset: string } {
  const utf16 = utf16Kind(body);
  if (utf16 !== undefined) return decoded(body, utf16);
  const bytes = hasUtf8Mark(body) ? body.subarray(3) : body; // some editors put it before text in any encoding
  if (isUtf8(bytes)) return decoded(bytes, "utf-8");
  const utf8 = decoded(bytes, "utf-8");
  if (isMostlyReadable(utf8.text)) return utf8;

  const sample = sampleAboveAscii(bytes);
  const declared = declaredCharsets(bytes, contentType);
  const arabic = [...declared.filter((name) => ARABIC_CHARSETS.includes(name)), ...ARABIC_CHARSETS, "utf-8"]
    .map((name) => ({ name, ...soundOf(decoded(sample, name).text) }))
    .reduce((best, next) => (next.score > best.score ? next : best)); // of two alike the declared one
  if (arabic.commonCount > 0 && arabic.score > 0) return decoded(bytes, arabic.name);
  const isArabic = arabic.score >= 0 && arabic.longWordCount > 0;
  for (const name of declared) {
    if (isArabic && OFTEN_WRONG.includes(name)) continue; // no other language has such words in these
    const page = decoded(bytes, name);
    if (isMostlyReadable(page.text)) return page;
  }
  return decoded(bytes, isArabic ? arabic.name : "windows-1252");
}

function decoded(bytes: Uint8Array, label: string): { text: string; charset: string } {
  const decoder = new TextDecoder(label);
  return { text: decoder.decode(bytes), charset: decoder.encoding };
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Markup in UTF-16 has a zero in every other byte, and Arabic letters have 0x06 there; no other encoding does. */
function utf16Kind(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const pairCount = Math.min(bytes.length, DECLARATION_BYTES) >> 1;
  let evenZeros = 0;
  let oddZeros = 0;
  let evenHigh = 0;
  let oddHigh = 0;
  for (let pair = 0; pair < pairCount; pair++) {
    const even = bytes[pair * 2];
    const odd = bytes[pair * 2 + 1];
    if (even === 0) evenZeros++;
    if (odd === 0) oddZeros++;
    if (even === 0 || even === 6) evenHigh++;
    if (odd === 0 || odd === 6) oddHigh++;
  }
  if (oddZeros > evenZeros * 10 && oddHigh > pairCount * 0.7) return "utf-16le";
  if (evenZeros > oddZeros * 10 && evenHigh > pairCount * 0.7) return "utf-16be";
  return undefined;
}

/** At most one unreadable character for ten readable ones beyond ASCII. */
function isMostlyReadable(text: string): boolean {
  let bad = 0;
  let good = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) bad++;
    else if (unit > 0x7f) good++;
  }
  return bad * 10 <= good;
}

/** The labels of the header, then of the XML declaration or `meta`, that name an encoding of one to four bytes. */
function declaredCharsets(bytes: Uint8Array, contentType: string): string[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARATION_BYTES)).toString(
    "latin1",
  );
  const labels = [
    /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType)?.[1],
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/i.exec(head)?.[1],
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1],
  ];
  const names = labels.map((label) => (label === undefined ? undefined : charsetName(label)));
  return names.filter((name) => name !== undefined && !name.startsWith("utf-16")) as string[];
}

function charsetName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined; // a name that nobody knows, such as "utf8mb4"
  }
}

/** The bytes above ASCII, with one space for whatever stands between them. */
function sampleAboveAscii(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES));
  let length = 0;
  for (let index = 0; index < bytes.length && length < sample.length; index++) {
    const byte = bytes[index] as number;
    if (byte > 0x7f) sample[length++] = byte;
    else if (length > 0 && sample[length - 1] !== 0x20) sample[length++] = 0x20;
  }
  return sample.subarray(0, length);
}

/**
 * How Arabic a text sounds: its common words count for it, and words that mix Arabic letters with Latin ones or with
 * unreadable bytes count against it, for that is what the wrong encoding makes of Arabic.
 */
function soundOf(text: string): { commonCount: number; longWordCount: number; score: number } {
  const words = text.match(ARABIC_WORD) ?? [];
  const commonCount = words.filter((word) => COMMON_WORD.test(word)).length;
  const mixedCount = text.match(MIXED_WORD)?.length ?? 0;
  return {
    commonCount: commonCount >= words.length * COMMON_RATIO ? commonCount : 0,
    longWordCount: words.filter((word) => word.length > 3).length,
    score: commonCount - mixedCount,
  };
}
