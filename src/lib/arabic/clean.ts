/** Zero-width and directional marks, controls, soft hyphen: nothing that a reader sees. U+200D is looked at apart. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
/** The joiner is seen only where it makes one picture of two («👨‍👩‍👧»). */
const JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d+|\u200d+(?!\p{Extended_Pictographic})/gu;
const PRESENTATION_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;
const ODD_SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/**
 * No script has more marks on a letter; composing a longer run takes time with its square, natively, and nothing can stop
 * it (UAX #15, stream-safe text).
 */
const EXCESS_MARKS = /(\p{M}{30})\p{M}+/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Stretching within a word is ornament; after a letter that stands alone it is spelling: «1447 هـ», «بـ400», «لـ«موجز»». */
const ORNAMENT = /(?<!(?<![\p{L}\p{M}])[بلكفوه])\u0640+|\u0640+(?=[\p{L}\p{M}])|(?<=\u0640)\u0640+/gu;

/**
 * Anything but letters, digits and marks that no rule below touches, whatever stands beside them; two vowel signs have an order.
 * Most text has none of it.
 */
const ODD =
  /[^\n !-~\u00a1-\u00ac\u00ae-\u00ff\u060c\u061b\u061f\u0621-\u063a\u0641-\u0652\u0660-\u066d\u2010-\u2027]|[\u064b-\u0652]{2}/;

/**
 * Text for display: one kind of line end and space, no invisible marks, no stretched letters, presentation forms as letters, NFC.
 * Idempotent; drops nothing that a reader misses. A surrogate that lost its other half becomes U+FFFD.
 */
export function cleanText(text: string): string {
  return spaced(ODD.test(text) ? letters(text) : text);
}

function letters(text: string): string {
  return text
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(INVISIBLE, "")
    .replace(JOINER, "")
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize("NFKC"))
    .replace(ORNAMENT, "")
    .replace(EXCESS_MARKS, "$1")
    .normalize("NFC")
    .replace(ODD_SPACES, " ");
}

/** Text with one blank where there are several, and none at the ends of lines. */
export function spaced(text: string): string {
  const single = text.includes("  ") ? text.replace(/ {2,}/g, " ") : text;
  return (single.includes("\n") ? single.replace(/ ?\n ?/g, "\n") : single).trim();
}
