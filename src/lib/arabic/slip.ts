/** Neighbours on Arabic keyboards, from left to right, with «ة» and «ى» as normalised words have them. */
const KEYS = ["ضصثقفغعهخحجد", "شسيبلاتنمكط", "يءور", "يهوزظ"];
/** Keys above one another. */
const KEYS_ABOVE = "ضش صس صش ثي ثس قب فل غا عت هن خم حك جط بر نو مز كظ".split(" ");
/** Letters that look or sound alike. */
const ALIKE = "بتثني جحخ دذ رز سش صض طظ عغ فق ضظ ضد طت هت ثس سص قك ذز ذظ".split(" ");

const pairs = (letters: string) =>
  [...letters].flatMap((one, at) => [...letters.slice(at + 1)].map((other) => one + other));
const NEAR = new Set([
  ...KEYS.flatMap((row) => [...row].slice(1).map((key, at) => row[at] + key)),
  ...KEYS_ABOVE,
  ...ALIKE.flatMap(pairs),
]);

const [LIKELY, POSSIBLE, STRANGE] = [1, 2, 3] as const;

/** From the likeliest to the strangest. */
export type Slip = typeof LIKELY | typeof POSSIBLE | typeof STRANGE;

/**
 * How strange it is that who meant one normalised word wrote the other: 1 for two letters that changed places, a doubled one, one
 * that looks or sounds alike or lies beside it on the keyboard, a hamza at the end; 2 for another letter too many or too few;
 * 3 for any other letter in its place. Undefined where it takes more than one such slip, or none.
 */
export function slipOf(written: string, meant: string): Slip | undefined {
  if (written === meant || Math.abs(written.length - meant.length) > 1) return undefined;
  let at = 0;
  while (at < written.length && written[at] === meant[at]) at++;
  const [wrong = "", right = ""] = [written.slice(at), meant.slice(at)];
  if (written.length === meant.length) {
    if (wrong.slice(1) === right.slice(1)) return isNear(wrong[0], right[0]) ? LIKELY : STRANGE;
    const haveSwapped = wrong[0] === right[1] && wrong[1] === right[0] && wrong.slice(2) === right.slice(2);
    return haveSwapped ? LIKELY : undefined;
  }
  const [longer, shorter] = wrong.length > right.length ? [wrong, right] : [right, wrong];
  if (longer.slice(1) !== shorter) return undefined;
  return longer[0] === written[at - 1] || longer === "ء" ? LIKELY : POSSIBLE;
}

const isNear = (one = "", other = "") => NEAR.has(one + other) || NEAR.has(other + one);
