/** The agencies and outlets that a dateline names. */
const AGENCY =
  "أ ?\\.? ?ف ?\\.? ?ب|ا ?\\.? ?ف ?\\.? ?ب|فرانس برس|د ?\\.? ?ب ?\\.? ?أ|رويترز|وكالات|الوكالات|الأناضول|أ ?ش ?أ|وام|واس|كونا|قنا|بترا|سانا|بنا|وفا|واج|وات|سبأ|شينخوا|سبوتنيك|أ ?\\.? ?ب|العربية ?\\.? ?نت|CNN|BBC|AFP|Reuters|AP";
const PLACE = "[\\p{L}\\s،,\\d]{2,60}";
const INLINE = new RegExp(
  `^(?:${PLACE}[-–—/:،]*\\s*)?(?:\\(\\s*(?:${AGENCY})\\.?\\s*[()]\\s*[-–—:.]*|(?:(?<=[-–—/:]\\s*)|^\\(?)(?:${AGENCY})\\.?\\s*[-–—:]+)\\s*(?=[\\p{L}«"“\\d])`,
  "u",
);

/** A sentence without the place and agency before it: «القاهرة (أ ف ب) - », «دبي، الإمارات العربية المتحدة (CNN)-- ». */
export function withoutDateline(sentence: string): string {
  return sentence.replace(INLINE, "");
}
