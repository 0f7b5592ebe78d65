const ARABIC_INDIC = 0x0660;
const PERSIAN = 0x06f0;

/** Arabic-Indic and Persian digits as 0–9, with their decimal and thousands marks and percent sign. */
export function latinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_INDIC))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - PERSIAN))
    .replaceAll("\u066b", ".")
    .replaceAll("\u066c", ",")
    .replaceAll("\u066a", "%");
}

/** 0–9 as Arabic-Indic digits; other marks stay. */
export function arabicDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(ARABIC_INDIC + Number(digit)));
}
