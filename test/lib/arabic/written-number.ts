const ONES = "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(" ");
const TENS = "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split(" ");
const HUNDREDS = "مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة".split(" ");

/** A number from 3 to 999,999 as it is written out. */
export function written(number: number): string {
  const [thousands, rest] = [Math.floor(number / 1000), number % 1000];
  const hundred = HUNDREDS[Math.floor(rest / 100) - 1];
  const small = rest % 100;
  const ten = TENS[Math.floor(small / 10) - 2];
  const teen = small > 12 ? `${ONES[small - 10]} عشر` : small === 12 ? "اثنا عشر" : "أحد عشر";
  const below =
    small > 19
      ? [small % 10 > 0 ? ONES[small % 10] : undefined, ten].filter(Boolean).join(" و")
      : small > 10
        ? teen
        : ONES[small];
  const counted =
    thousands === 1
      ? "ألف"
      : thousands === 2
        ? "ألفان"
        : thousands > 10
          ? `${written(thousands)} ألفا`
          : `${ONES[thousands]} آلاف`;
  return [thousands > 0 ? counted : undefined, hundred, small > 0 ? below : undefined].filter(Boolean).join(" و");
}
