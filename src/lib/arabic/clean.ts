/** Zero-width and directional marks, controls, soft hyphen: nothing that a reader sees. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
const PRESENTATION_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]+/g;
const ODD_SPACES = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const TATWEEL = /\u0640+/g;

/**
 * Text for display: one kind of line end and space, no invisible marks, no tatweel, presentation forms as letters, NFC.
 * Idempotent; drops nothing that a reader sees.
 */
export function cleanText(text: string): string {
  return text
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n")
    .replace(INVISIBLE, "")
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize("NFKC"))
    .replace(TATWEEL, "")
    .normalize("NFC")
    .replace(ODD_SPACES, " ")
    .replace(/ {2,}/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}
