import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../src/lib/arabic/clean.ts";
import { splitSentences } from "../../src/summarise/sentences.ts";

test.each([
  ["قال د. سامي إن المشروع بدأ. | وأضاف أنه ينتهي غدا.", "a title"],
  ["قال أ.د. سامي ذلك. | وغادر القاعة.", "dotted titles"],
  ["ذكرت وكالة أ.ف.ب أن الاجتماع انتهى. | وعاد الوفد.", "an agency in letters"],
  ["العنوان ص.ب. 1234 الرياض. | انتهى البيان.", "a post box"],
  ["ارتفع المؤشر 3.5 بالمئة. | وانخفض ٣.٥ أمس.", "decimals"],
  ["بدأ العرض في 12.5.2018 عند 8.30 مساء. | وانتهى متأخرا.", "dates and hours"],
  ["زوروا bbc.com الآن. | شكرا لكم.", "an address"],
  ["كشف لموقع العربية.نت عن السبب. | ثم صمت.", "an outlet's name"],
  ["أكدت محطة سي. إن. إن. ترك مقتل أربعة. | وأضافت ذلك.", "letters as they are spoken"],
  ["حضر الوزير (وزير المالية. سابقا) الحفل. | ثم خرج.", "a stop in brackets"],
  ["كنت أشعر... بالقلق من ذلك. | ثم هدأت.", "a pause"],
  ["وصل الوفد إلى العاصمة مساء أمس… | وغادر بعد ساعة.", "an ellipsis that ends"],
  ["ماذا قال؟! | لا أحد يعلم.", "two marks"],
  ["«هل ستعود؟» سأل الصحفي. | لم تجب الوزيرة.", "a question with its own verb"],
  ["سيعود «قريبا.»، وفق البيان. | ثم أغلق الباب.", "a comma after the quotation"],
  ['"لن نستسلم." | وغادر القاعة.', "a closing quotation mark stays with its sentence"],
  ["انتهى الاجتماع. | وقال الوزير إنه راض.", "an ordinary pair"],
  ["حضر م. علي الجلسة مع ق. سالم. | ثم انصرفا.", "titles of one letter"],
  ["قالت د.ليلى إن النتائج جيدة. | وأشادت بالفريق.", "a title without a space"],
  ["ولد الشاعر عام 570 م. | وتوفي بعد ثلاثين عاما.", "an era at a real end"],
  ["وغادر جورج دبليو. بوش القاعة. | وتبعه الوفد.", "an initial that is spelt out"],
  ["ألفت J. K. Rowling رواية جديدة. | وصدرت أمس.", "Latin initials"],
  ["يعمل في U.S. Steel منذ عام. | وهو مهندس.", "Latin letters with stops"],
  ["أعلنت شركة التل (Tell Inc.) نتائجها. | وارتفع سهمها.", "a stop before a closing bracket"],
  ["صرح بذلك لوكالة أ ف ب. | ولم يضف شيئا.", "an agency in spaced letters at a real end"],
  ["سأل: «إلى أين؟» | ثم مضى.", "a question in quotation marks that ends"],
  ["قال الوزير: «لن نتراجع.» | وأضاف أن القرار نهائي.", "a stop in guillemets"],
  ["نشر على X.com صورة القطار. | ثم حذفها.", "another address"],
  ["1. افتتاح المعرض. | 2. كلمة الوزير.", "numbers of a list"],
  ["وصل الوفد أمس .. | المحادثات تبدأ غدا.", "two points between blanks in a short text"],
  ["هز انفجار الحي فجرا .. وأدى إلى أضرار كبيرة.", "two points before what goes on"],
  ["بلغ السعر ٣٫٧٥ ريالات. | وثبت أمس.", "an Arabic decimal mark"],
  ["حضر أ. محمود وأ. سعاد الحفل. | ثم انصرفا.", "a title of one letter behind «و»"],
  ["تمتد المباراة من 10:30 إلى 12:15. | وبعدها الاحتفال.", "an hour at a real end"],
  ["انظر https://example.org/a.b?c=d.e للتفاصيل. | انتهى البيان.", "an address with a question mark"],
  ["أعلنت شركة Apple Inc. عن هاتف جديد. | وسيطرح قريبا.", "a company in Latin letters"],
  ["يعمل لدى Apple Inc. | ويسكن قرب المصنع.", "a company at a real end"],
  ["سأل المذيع: «هل ستستقيل؟» فأجاب الوزير بالنفي. | وابتسم.", "an answer within the sentence"],
  ["صرخ «النجدة!» قبل أن يسقط. | ونجا بأعجوبة.", "a cry within the sentence"],
  ["«انتهى كل شيء.» قال الرجل وهو يبكي. | ثم صمت.", "a statement with its own verb"],
  ["He works at Yahoo! in Paris. | She does not.", "a name with a mark"],
  ["Sen. Warren and Gov. Newsom met on Jan. 5 in Geneva. | Nobody listened.", "English titles and months"],
  ['He asked, "Why?" and left. | Nobody knew.', "a question within an English sentence"],
  ["لم يزل الخطر. | iPhone is a phone.", "a name in small letters behind an Arabic sentence"],
])("splitSentences: %s (%s)", (marked) => {
  const parts = marked.split(" | ");
  expect(splitSentences(parts.join(" "))).toEqual(parts);
});

test("a missing space after a stop and a new line both end a sentence", () => {
  expect(splitSentences("انتهى الاجتماع.وقال الوزير إنه راض.")).toEqual(["انتهى الاجتماع.", "وقال الوزير إنه راض."]);
  expect(splitSentences("سطر أول\nسطر ثان")).toEqual(["سطر أول", "سطر ثان"]);
});

test("a row of dashes is no sentence", () => expect(splitSentences("-----\nنص واحد فقط")).toEqual(["نص واحد فقط"]));

test("splitSentences loses nothing but white space and never throws", () => {
  const words = fc.constantFrom(
    "قال",
    "د.",
    "3.5",
    "أ.ف.ب",
    "؟",
    ".",
    "…",
    "«",
    "»",
    '"',
    "(",
    ")",
    "...",
    "\n",
    "وقال",
    "،",
    "سي.",
  );
  const texts = fc.oneof(
    fc.array(words).map((parts) => parts.join(" ")),
    fc.string({ unit: "binary" }),
  );
  const bare = (text: string) => text.replace(/\s/gu, "");
  fc.assert(
    fc.property(texts, (text) => {
      const kept = cleanText(text)
        .split("\n")
        .filter((line) => !/^[-_=*•\s]{3,}$/.test(line))
        .join("");
      expect(bare(splitSentences(text).join(""))).toBe(bare(kept));
    }),
    { numRuns: 120 },
  );
});

test("whole sentences put together come apart again, with whatever stands in them", () => {
  const sentence = fc.constantFrom(
    "قال د. سامي إن المشروع بدأ.",
    "ذكرت وكالة أ.ف.ب أن الاجتماع انتهى.",
    "ارتفع المؤشر 3.5 بالمئة.",
    "وثبت السعر عند ٣٫٧٥ ريالات.",
    "أكد المدير: «لن نتراجع.»",
    "هل انتهى العمل؟",
    "يا له من يوم!",
    "وصل الوفد إلى العاصمة مساء أمس…",
    "كشف لموقع العربية.نت عن السبب.",
    'وقالت "سنعود قريبا."',
  );
  const between = fc.constantFrom(" ", "  ", "\n", "\u00a0");
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), between, (sentences, space) => {
      expect(splitSentences(sentences.join(space))).toEqual(sentences);
      expect(splitSentences(splitSentences(sentences.join(space)).join(" "))).toEqual(sentences);
    }),
    { numRuns: 150 },
  );
});

test("a letter that was lost within a word ends no sentence", () => {
  expect(splitSentences("وصل الوفد إلى كيتو?يم قبل الظهر. هل عاد? نعم.")).toHaveLength(3);
});
