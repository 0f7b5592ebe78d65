import { expect, test } from "vitest";
import { extractArticle } from "../../src/extract/article.ts";
import type { Draft } from "../../src/extract/draft.ts";

const options = { sourceId: "s", timeZone: "Asia/Riyadh", now: Date.parse("2026-11-23T12:00:00+03:00") };
const TITLE = "سكان حي المرسى يزرعون ألف شجرة زيتون على التل";
const TOLD = [
  "زرع سكان حي المرسى أمس ألف شجرة زيتون على التل المطل على الميناء، في حملة بدأت بفكرة من تلاميذ المدرسة.",
  "وقالت المعلمة هناء الراوي إن التلاميذ جمعوا ثمن الشتول من بيع دفاتر رسموها بأنفسهم، ثم طرقوا أبواب الجيران.",
  "وقدمت البلدية الماء والأسمدة، ووعدت بأن تمد شبكة ري بالتنقيط قبل بداية الصيف المقبل.",
  "ويحتاج الزيتون إلى خمس سنوات حتى يثمر، لكن كبار الحي يقولون إنهم يزرعون لمن يأتي بعدهم.",
];
const [first, second, third, fourth] = TOLD.map((text) => `<p>${text}</p>`);
const menu = '<nav><a href="/">الرئيسية</a> <a href="/s/1">محليات</a> <a href="/s/2">اقتصاد</a></nav>';

/** A page with something in the middle of its text, something behind the last paragraph, and something below it all. */
const read = ({ among = "", behind = "", below = "", above = "" }): Draft | undefined =>
  extractArticle(
    `<html><head><title>${TITLE}</title></head><body>${menu}<main><h1>${TITLE}</h1>${above}<div class="matter">${first}${second}${among}${third}${fourth}${behind}</div>${below}</main></body></html>`,
    "https://marsa.example/n/77",
    options,
  );

test.each([
  [
    "a summary made by a machine",
    `<div class="bx"><h4>ملخص مولد بالذكاء الاصطناعي</h4><ul><li>ألف شجرة على تل المرسى في يوم واحد.</li><li>التلاميذ جمعوا ثمن الشتول من بيع دفاترهم.</li></ul><small>أُنشئ هذا الملخص آليا وقد يحتوي على أخطاء.</small></div>`,
  ],
  ["a player of the spoken text", `<div class="pl"><span>استمع إلى المقال</span> <span>0:00 / 4:12</span></div>`],
  ["a player with its voice and length", `<div class="pl">استمع للخبر <span>بصوت آلي · 3:20</span></div>`],
  [
    "a poll with its choices",
    `<div class="q7"><h4>هل تشارك في حملات التشجير؟</h4><label><input type="radio" name="c"> نعم، كل عام</label><label><input type="radio" name="c"> لا وقت لدي</label><button>صوّت</button></div>`,
  ],
  [
    "a poll with its results",
    `<div class="q8"><h3>استطلاع رأي</h3><p>هل تؤيد منع السيارات من التل؟</p><ul><li>نعم 61%</li><li>لا 30%</li><li>لا أدري 9%</li></ul></div>`,
  ],
  ["a pull-quote", `<blockquote class="big"><p>كبار الحي يقولون إنهم يزرعون لمن يأتي بعدهم</p></blockquote>`],
  [
    "the weather",
    `<div class="w"><h4>الطقس في المرسى</h4><div><span>الاثنين</span><b>21°</b></div><div><span>الثلاثاء</span><b>19°</b></div><div><span>الأربعاء</span><b>23°</b></div></div>`,
  ],
  ["how to subscribe to a channel", `<p><a href="https://t.me/marsa">📢 انضم إلى قناة المرسى على تيليغرام</a></p>`],
  [
    "the same in a box",
    `<div class="tg"><p>لا تفوّت أخبار المرسى</p><a href="https://t.me/marsa">قناتنا على تلغرام</a></div>`,
  ],
  ["a hint to scroll", `<span class="hint">مرّر للأسفل</span>`],
  [
    "a standings widget",
    `<div class="standings"><h3>ترتيب الأحياء</h3><table><tr><th>الحي</th><th>الأشجار</th></tr><tr><td>المرسى</td><td>1000</td></tr><tr><td>التل</td><td>400</td></tr></table></div>`,
  ],
  [
    "a summary made by a machine that folds",
    "<details><summary>ملخص المقال بالذكاء الاصطناعي</summary><p>زرع سكان الحي ألف شجرة بعد حملة بدأها التلاميذ، والبلدية وعدت بالماء والري قبل الصيف.</p></details>",
  ],
  [
    "a player that says only what it does",
    '<div class="pp"><button>▶</button><span>اسمع المقال</span><span>05:21</span></div>',
  ],
  [
    "a poll with a count of votes",
    '<div class="v"><p>برأيك، هل تنجح حملات التشجير؟</p><ul><li>نعم</li><li>لا</li></ul><p>عدد الأصوات: 312</p></div>',
  ],
  ["a pull-quote in a paragraph of its own", '<p class="pull">«يزرعون لمن يأتي بعدهم»</p>'],
  [
    "a pull-quote with who said it",
    "<blockquote>«التلاميذ جمعوا ثمن الشتول من بيع دفاتر رسموها بأنفسهم…»<cite>هناء الراوي، معلمة</cite></blockquote>",
  ],
  [
    "what the article has in it",
    "<div><p>تقرؤون في هذا المقال</p><ul><li>كيف بدأت الفكرة</li><li>من أين جاء الماء</li></ul></div>",
  ],
  [
    "a post of another site without its class",
    '<blockquote><p>يوم جميل في المرسى، ألف شجرة في ساعات!</p>— بلدية المرسى (@marsa) <a href="https://twitter.com/marsa/status/1">22 نوفمبر 2026</a></blockquote>',
  ],
  [
    "the weather in one line",
    '<div class="m"><span>المرسى</span><b>21°</b><span>غائم جزئيا</span><span>الرطوبة 40%</span></div>',
  ],
  ["how many give to the outlet", `<div class="sup"><p>ادعم صحافة المرسى المستقلة: تبرع الآن</p></div>`],
])("%s within the text is none of it", (_, among) => expect(read({ among })?.paragraphs).toEqual(TOLD));

test.each([
  ["a correction's address", `<p>هل وجدت خطأ في هذا الخبر؟ اكتب إلينا على tashih@marsa.example وسنصلحه في يومه.</p>`],
  ["a report of mistakes", `<div><p>أبلغ عن خطأ في المادة</p></div>`],
  ["who paid for it", `<p>أُنجز هذا التقرير بدعم من مؤسسة «ضفاف» للصحافة البيئية.</p>`],
  ["with whom it was made", `<p><em>نُشر هذا التحقيق بالشراكة مع شبكة «سنديان» للصحافة.</em></p>`],
  [
    "whose press release it is",
    `<p>هذا البيان الصحفي صادر عن الجهة المعلنة، ولا تتحمل صحيفة المرسى أي مسؤولية عن محتواه.</p>`,
  ],
  ["a disclaimer", `<p>إخلاء مسؤولية: المعلومات الواردة للاطلاع فقط ولا تعد نصيحة استثمارية.</p>`],
  ["the hour and a code", "<p>18:47 ت م</p><p>0173</p>"],
  ["the hour by Greenwich", "<p>14:05 ت غ</p>"],
  ["the date and a counter", "<p>22 نوفمبر 2026 - 10:15 | 1340 مشاهدة</p>"],
  ["a counter alone", "<p>القراءات: 842</p>"],
  ["how often it was read", "<p>قُرئ 870 مرة</p>"],
  [
    "an offer to those who do not pay",
    `<div class="wall"><h3>تابع القراءة باشتراك شهري</h3><p>اقرأ جميع مقالات المرسى بلا إعلانات مقابل 4 دولارات في الشهر.</p><ul><li>اشتراك سنوي: 40 دولارا</li><li>اشتراك شهري: 4 دولارات</li></ul><p>لديك حساب؟ <a href="/login">سجّل الدخول</a></p></div>`,
  ],
  [
    "the same without a heading",
    `<div class="wl"><p>هذا المقال متاح لمشتركي المرسى بلس فقط.</p><p>اشترك ابتداء من دولار واحد في الأسبوع وألغِ متى شئت.</p><p>هل أنت مشترك؟ <a href="/login">ادخل من هنا</a></p></div>`,
  ],
  [
    "notes below the text",
    `<h4>الهوامش</h4><ol><li>سجل البلدية لعام 2025، الصفحة 14.</li><li>مقابلة مع المعلمة في المدرسة.</li></ol>`,
  ],
  [
    "an offer with its prices",
    "<div><h4>اشترك لمتابعة القراءة</h4><p>احصل على وصول كامل إلى المقالات والأرشيف والنشرات الحصرية لمدة عام.</p><span>9.99 دولار / شهر</span></div>",
  ],
  [
    "how much was read for nothing",
    "<div><p>لقد قرأت 3 من 5 مقالات مجانية هذا الشهر</p><p>اشترك الآن لتقرأ بلا حدود.</p></div>",
  ],
  [
    "notes without links",
    "<p><strong>هوامش:</strong></p><p>[1] سجل البلدية لعام 2025، الصفحة 14 وما بعدها من المجلد الأول.</p><p>[2] مقابلة مع المعلمة في المدرسة.</p>",
  ],
  ["how readers felt", "<div><span>أعجبني</span><b>12</b><span>أحزنني</span><b>3</b></div>"],
  ["readers' marks", `<div class="fb"><h5>هل كان الخبر مفيدا؟</h5><a href="#">نعم</a> <a href="#">لا</a></div>`],
])("%s behind the text is none of it", (_, behind) => expect(read({ behind })?.paragraphs).toEqual(TOLD));

test.each([
  "<section><h2>الخلاصة (بالذكاء الاصطناعي)</h2><p>زرع سكان الحي ألف شجرة بعد حملة بدأها التلاميذ، والبلدية وعدت بالماء والري قبل الصيف.</p></section>",
  "<div><div>✨ ملخص الذكاء الاصطناعي</div><ul><li>ألف شجرة زيتون زرعها السكان على التل.</li><li>البلدية وعدت بشبكة ري قبل بداية الصيف.</li></ul></div>",
  "<div><span>النسخة الصوتية</span><span>05:21</span></div>",
])("a box between headline and text is no lead: %s", (above) => expect(read({ above })?.paragraphs).toEqual(TOLD));

test("an offer to those who do not pay says that the page is not whole", () => {
  expect(read({ behind: "<p>للاستمرار في القراءة اشترك الآن</p>" })?.paywalled).toBe(true);
  expect(read({})?.paywalled).toBe(false);
});

test("marks of footnotes and the notes themselves are no text; an exponent is", () => {
  const among = `<p>وتبلغ مساحة التل ثلاثة كم<sup>2</sup>، وفق سجل البلدية.<sup id="r1"><a href="#n1">1</a></sup> وفيه نبعان<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a> قديمان.</p>`;
  const behind = `<hr><ol><li id="n1">سجل البلدية لعام 2025، الصفحة 14. <a href="#r1">↩</a></li></ol><div><p><a href="#_ftnref2" name="_ftn2">[2]</a> خريطة قديمة في متحف المدينة، رسمها مهندس الميناء.</p></div>`;
  expect(read({ among, behind })?.paragraphs).toEqual([
    ...TOLD.slice(0, 2),
    "وتبلغ مساحة التل ثلاثة كم2، وفق سجل البلدية. وفيه نبعان قديمان.",
    ...TOLD.slice(2),
  ]);
});

test.each([
  "شاهد عيان قال إن النار اشتعلت قرب المستودع قبل الفجر بقليل.",
  "إعلان دمشق عن التعاون المائي وقعته ست دول قبل عشرين عاما.",
  "المصدر الرئيسي للدخل في الحي هو صيد السمك وبيع الشباك.",
  "تابعوا سيرهم حتى بلغوا القمة مع غروب الشمس.",
  "تابعنا النقاش من مقاعد الجمهور، ولم يخرج أحد قبل نهايته.",
  "حقوق النشر باعها الكاتب لدار صغيرة قبل رحيله بعام.",
  "عدد المشاهدات ليس معيارا للجودة، كما تقول المخرجة.",
  "السابق في الترتيب لم يحضر حفل التتويج.",
  "تصوير الفيلم استغرق عامين بين الميناء والجبل.",
  "تعليق الدراسة شمل خمس مدارس قريبة من السيل.",
  "المراجع الطبي في المستشفى نصح الأهالي بالتطعيم.",
  "استمع إلى المقالات المسجلة آلاف المكفوفين في عام واحد.",
  "استطلاع للرأي أظهر أن نصف السكان يفضلون الحافلة.",
  "ملخص الخطة أن يزرع الحي ألف شجرة كل عام.",
  "أنتجت هذه المزرعة بدعم من الجيران طنين من الزيت.",
  "هل وجدت الحكومة حلا لأزمة الماء في الأحياء العالية؟",
  "للاشتراك في الحملة حضر مئتا متطوع من خارج الحي.",
  "الطقس في المرسى معتدل طوال العام، فلا يخشى الزيتون الصقيع.",
  "سجل الآن أكثر من مئة تلميذ أسماءهم في الحملة المقبلة.",
  "حمل التطبيق عشرة آلاف مزارع في شهره الأول، وفق الوزارة.",
  "كن أول من يزرع شجرة، كان شعار الحملة منذ بدايتها.",
  "جميع الحقوق التي طالب بها العمال وردت في الاتفاق.",
  "طباعة الدفاتر كلفت التلاميذ أقل مما جمعوه.",
  "المزيد من الأشجار يعني ظلا أوسع في الصيف.",
  "لا تعبر القصيدة عن رأي الشاعر وحده، كما يقول الناقد.",
  "يمنع نقل الأشجار المعمرة من التل بقرار من البلدية.",
  "اشترك من كل مدرسة عشرة تلاميذ في الحملة.",
  "أعد هذا التقرير الطريق لاتفاق جديد بين البلدية والسكان.",
  "اقرأ بصوت عال، تقول المعلمة لتلاميذها كل صباح.",
  "في هذا المقال الذي نشر قبل قرن تنبأ الكاتب بالجفاف.",
  "هل لديك حساب لما سيكلفه الماء في السنوات المقبلة؟",
  "صوت الآن أكثر من نصف السكان لصالح الحديقة.",
  "الصورة التي التقطها الطفل فازت بالجائزة الأولى.",
  "قال المزارع ضاحكا إن الأمر بسيط (كما كان يقول أبوه).",
  "لديك حساب مفتوح مع الأرض، يقول الفلاح لابنه.",
])("a sentence that begins as furniture does is text: «%s»", (sentence) =>
  expect(read({ among: `<p>${sentence}</p>` })?.paragraphs).toContain(sentence),
);

test("a quotation that says something new is text", () => {
  const quoted = "من يزرع زيتونة لا ينتظر ثمرها، بل يورثها لأحفاده";
  expect(read({ among: `<blockquote><p>${quoted}</p></blockquote>` })?.paragraphs).toContain(quoted);
});

test("long comments of readers under a heading of their own are none of the text", () => {
  const comment = (name: string) =>
    `<div class="op"><b>${name}</b><p>أنا من سكان الحي منذ أربعين عاما، وأذكر أن التل كان كله زيتونا قبل أن تقطعه الجرافات، فشكرا لكل من حمل شتلة وصعد بها، وليت البلدية تحفظ ما زرعناه بأيدينا.</p></div>`;
  const below = `<section class="opinions"><h4>آراء القراء (3)</h4>${["أبو سالم", "قارئة", "جار التل"].map(comment).join("")}</section>`;
  expect(read({ below })?.paragraphs).toEqual(TOLD);
});

const opinions = ["أبو سالم", "قارئة", "جار التل", "بنت الميناء", "صياد", "معلم"].map(
  (name) =>
    `<div class="op"><b>${name}</b><p>أنا ${name} من سكان الحي منذ أربعين عاما، وأذكر أن التل كان كله زيتونا قبل أن تقطعه الجرافات، فشكرا لكل من حمل شتلة وصعد بها، وليت البلدية تحفظ ما زرعناه بأيدينا.</p>`,
);
test.each([
  ["heading", `<div class="o"><h3>ردود القراء</h3>${opinions.map((one) => `${one}</div>`).join("")}</div>`],
  ["answers", `<div class="o">${opinions.map((one) => `${one}<a href="#">رد</a></div>`).join("")}</div>`],
])("comments that are longer than the article, told by their %s, are none of it", (_, below) => {
  const html = `<html><head><title>${TITLE}</title></head><body>${menu}<main><h1>${TITLE}</h1><div>${first}${second}</div>${below}</main></body></html>`;
  expect(extractArticle(html, "https://marsa.example/n/77", options)?.paragraphs).toEqual(TOLD.slice(0, 2));
});

test("a text that stands twice, for wide and for narrow screens, is read once", () => {
  const short = "<h3>من التلاميذ إلى الجيران</h3><p>وحضر المختار.</p>";
  const text = `${first}${second}${short}${third}${fourth}`;
  const html = `<html><head><title>${TITLE}</title></head><body>${menu}<div class="wide"><h1>${TITLE}</h1><div>${text}</div></div><div class="narrow" style="display:none"><h2>${TITLE}</h2><div>${text}</div></div></body></html>`;
  expect(extractArticle(html, "https://marsa.example/n/77", options)?.paragraphs).toEqual([
    ...TOLD.slice(0, 2),
    "من التلاميذ إلى الجيران",
    "وحضر المختار.",
    ...TOLD.slice(2),
  ]);
});

test("the captions of a gallery are the text where nothing else is", () => {
  const shown = TOLD.map(
    (text, at) =>
      `<figure><img src="/p/${at}.jpg" width="900"><figcaption><b>${at + 1}/4</b> ${text}</figcaption></figure>`,
  );
  const html = `<html><head><title>${TITLE}</title></head><body>${menu}<main><h1>${TITLE}</h1><div class="album">${shown.join("")}</div></main><footer><p>صحيفة المرسى، تصدر كل صباح من حي المرسى في مدينة الميناء.</p></footer></body></html>`;
  const draft = extractArticle(html, "https://marsa.example/n/77", options);
  expect(draft?.paragraphs).toEqual(TOLD);
  expect(draft?.imageUrl).toBe("https://marsa.example/p/0.jpg");
});

const stories = [
  ["/n/61", "مشتل البلدية يوزع الشتول مجانا على المدارس"],
  ["/n/62", "كيف عاد الزيتون إلى جبال الساحل بعد الحريق"],
] as const;
const paths = ({ related }: Draft) => related.map(({ url }) => new URL(url).pathname);

test.each([
  [
    "cards under a heading",
    `<section class="x1"><h3>اقرأ المزيد</h3><div class="g">${stories.map(([href, text]) => `<article><h3><a href="${href}">${text}</a></h3></article>`).join("")}</div></section>`,
  ],
  [
    "a carousel",
    `<div class="x2"><div class="ttl"><span>في السياق نفسه</span></div><div class="swiper"><div class="swiper-wrapper">${stories.map(([href, text]) => `<div class="swiper-slide"><a href="${href}"><img src="/t.jpg" alt=""></a><a href="${href}">${text}</a></div>`).join("")}</div></div></div>`,
  ],
  [
    "a grid behind an advertisement",
    `<div class="x3"><h2>قصص متعلقة</h2></div><div class="adbox"><ins></ins></div><div></div><div></div><div class="row">${stories.map(([href, text]) => `<div class="col"><a href="${href}"><h4>${text}</h4></a></div>`).join("")}</div>`,
  ],
  [
    "a heading in the singular",
    `<div class="x4"><h4>خبر ذو صلة</h4><a href="${stories[0][0]}"><h5>${stories[0][1]}</h5></a><a href="${stories[1][0]}"><h5>${stories[1][1]}</h5></a></div>`,
  ],
  [
    "articles of the same author are none",
    `<section><h3>مقالات أخرى للكاتب</h3><ul><li><a href="/n/71">رسالة إلى أمي في عيدها من مدينة بعيدة</a></li></ul></section><section><h3>مقالات ذات صلة</h3><ul>${stories.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join("")}</ul></section>`,
  ],
  [
    "what the whole site offers beside it is none",
    `<section><h3>أخبار ذات صلة</h3><ul>${stories.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join("")}</ul></section><aside><h3>اخترنا لك</h3><ul><li><a href="/n/90">البورصة تغلق على ارتفاع طفيف في آخر الأسبوع</a></li></ul></aside>`,
  ],
])("related links: %s", (_, below) => expect(paths(read({ below }) as Draft)).toEqual(["/n/61", "/n/62"]));

test("a card in the text that leads to one other story is a related link", () => {
  const among = `<div class="card-x"><a href="/n/61"><div class="t">${stories[0][1]}</div><div class="d">ألف شتلة لكل مدرسة، وأولها مدارس الجبل.</div></a></div>`;
  const draft = read({ among }) as Draft;
  expect(draft.paragraphs).toEqual(TOLD);
  expect(paths(draft)).toEqual(["/n/61"]);
});

test("a label that invites to read on has its link beside it", () => {
  const among = `<div class="read-more"><div>إقرأ المزيد</div><a href="/n/61">${stories[0][1]}</a></div>`;
  expect(paths(read({ among }) as Draft)).toEqual(["/n/61"]);
});

test("the sources that a text lists by their names are part of it", () => {
  const list = ["بلدية المرسى — سجل الأشجار لعام 2025", "مدرسة التل — مقابلة مع المعلمة هناء الراوي"];
  const behind = `<h2>المصادر</h2><ul>${list.map((text) => `<li>${text}</li>`).join("")}</ul>`;
  expect(read({ behind })?.paragraphs).toEqual([...TOLD, "المصادر", ...list]);
});
