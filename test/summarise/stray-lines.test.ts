import { expect, test } from "vitest";
import { summarise } from "../../src/summarise/extractive.ts";
import { DEFAULT_SUMMARY_LIMITS } from "../../src/summarise/summary.ts";

const TITLE = "افتتاح خط القطار الساحلي بين المرفأ والتل";
const LEAD = "افتتح وزير النقل اليوم خط القطار الساحلي الجديد بين مدينتي المرفأ والتل بعد خمس سنوات من العمل.";
const SECOND = "ويختصر الخط زمن الرحلة إلى أربعين دقيقة ويتسع القطار الواحد لستمئة راكب.";
const TEXT = `${LEAD} ${SECOND}`;
const text = (paragraphs: readonly string[], title = TITLE) =>
  summarise({ id: "a", title, paragraphs }, DEFAULT_SUMMARY_LIMITS, 0).text;

/** Whole sentences with their stops, as outlets put them above a text. */
const FURNITURE = [
  ["اشترك في رسالتنا الصباحية لتصلك أهم العناوين قبل أن تبدأ يومك.", "a newsletter"],
  ["نستعين بملفات تعريف الارتباط كي نقدم لك تجربة أفضل أثناء التصفح.", "cookies"],
  ["باستمرارك في استخدام الموقع فأنت توافق على شروط الاستخدام.", "terms of use"],
  ["نزّل التطبيق على هاتفك واحصل على التنبيهات العاجلة مجانا.", "an app"],
  ["أرسل هذه القصة إلى صديق عبر واتساب أو تلغرام.", "an invitation to share"],
  ["هل لديك معلومة أو قصة تود أن نرويها؟ اكتب لنا.", "an invitation to write"],
  ["ادعم الصحافة المستقلة باشتراك شهري يبدأ من دولار واحد.", "an invitation to pay"],
  ["هذه المادة متاحة للمشتركين فقط، ويمكن قراءة ثلاث مواد مجانا كل شهر.", "a wall"],
  ["الكاتب صحفي متخصص في الشؤون الاقتصادية ويقيم في لندن.", "a note on the author"],
  ["المقال يعبر عن رأي صاحبه ولا يلزم المؤسسة في شيء.", "a disclaimer"],
  ["متظاهرون يرفعون الأعلام في ساحة رئيسية خلال احتجاج سابق.", "a caption"],
  ["منظر عام لوسط المدينة كما بدا صباح اليوم.", "another caption"],
  ["الصورة بعدسة مصور الصحيفة.", "a credit"],
  ["بيروت، من مراسلنا.", "a dateline"],
  ["حرر هذا التقرير فريق التحرير استنادا إلى ما نشرته وكالات الأنباء.", "a note on the making"],
] as const;

test.each(FURNITURE)("«%s» never gets in: %s", (line) => {
  expect(text([line, LEAD, SECOND])).toBe(TEXT);
  expect(text([line, LEAD, SECOND], "")).toBe(TEXT);
});

test("however many lines of furniture stand in front, though they share words with one another", () => {
  expect(text([...FURNITURE.map(([line]) => line), LEAD, SECOND])).toBe(TEXT);
});

test.each([
  ["تأخر القطار خمس سنوات.", "with a word of the headline"],
  ["خمس سنوات من العمل، ووزير يفتتح.", "with words of the text"],
  ["بكى كثيرون من الفرح. كان ذلك عند وصول القطار الأول إلى المرفأ.", "with a sentence that is of the text"],
])("a short first line stays %2$s: %1$s", (line) => expect(text([line, LEAD])).toBe(`${line} ${LEAD}`));

test("a first line of the length of news stays whatever its words, and a text that never comes to its headline is shown", () => {
  const scene =
    "في صباح بارد من شتاء طويل حملت سيدة في السبعين حقيبتها القديمة ومشت وحدها نحو الرصيف حيث كانت تنتظر منذ أعوام بعيدة.";
  expect(text([scene, LEAD])).toBe(`${scene} ${LEAD}`);
  expect(text(["لا شيء يشبه البحر في الليل."])).toBe("لا شيء يشبه البحر في الليل.");
});

test("a text on apps and pages is no furniture", () => {
  const news = "أطلق موقع يوتيوب تطبيقا جديدا لمشاهدة الفيديو من دون اتصال.";
  expect(text([news, SECOND], "تطبيق جديد من يوتيوب")).toMatch(news);
});
