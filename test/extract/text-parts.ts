import type { FamilyPage } from "./family-page.ts";
import { RELATED_PATHS } from "./site-families.ts";
import { STORIES, type ToldStory } from "./told-stories.ts";

const { bridge, dates, clinic, theatre } = STORIES;
const IMAGE = "https://waha.example/uploads/2026/11/main-photo.jpg";
const photo = '<img src="/uploads/2026/11/main-photo.jpg" width="800">';
const dated = '<time datetime="2026-11-22T10:00:00+03:00">22 نوفمبر 2026</time>';

const row = (cells: readonly string[], tag = "td") =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
const paragraphs = (lines: readonly string[], heading = "") =>
  lines.map((text) => (text === heading ? `<h2>${text}</h2>` : `<p>${text}</p>`)).join("\n");

/** An article of a story that has other lines in its text: their markup and what they are to be read as. */
function withPart(
  { title, paragraphs: told, heading }: ToldStory,
  part: string,
  lines: readonly string[],
  related = RELATED_PATHS,
): FamilyPage {
  const html = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${dated}${photo}<div class="body-text">${paragraphs(told.slice(0, 2))}${part}${paragraphs(told.slice(2), heading)}</div><h4>اقرأ أيضا</h4>${RELATED_PATHS.map((href) => `<p><a href="${href}">خبر آخر من أخبار الواحة والناس فيها</a></p>`).join("")}</main></body></html>`;
  return {
    html,
    title,
    paragraphs: [...told.slice(0, 2), ...lines, ...told.slice(2)],
    day: "2026-11-22",
    image: IMAGE,
    byline: null,
    related,
  };
}

/** What stands within the text of an article besides paragraphs, headings and lists. */
export const TEXT_PARTS: Readonly<Record<string, FamilyPage>> = {
  "prices in a table": withPart(
    dates,
    `<div class="table-responsive"><table class="wp-block-table"><caption>أسعار التمور في سوق الجملة</caption><thead>${row(["الصنف", "سعر الصندوق"], "th")}</thead><tbody>${row(["دقلة نور", "42 دينارا"])}${row(["العليق", "35"])}${row(["الرطب", "<b>28</b>&nbsp;دينارا"])}</tbody></table></div>`,
    ["أسعار التمور في سوق الجملة", "الصنف | سعر الصندوق", "دقلة نور: 42 دينارا", "العليق: 35", "الرطب: 28 دينارا"],
  ),

  "standings in a table without heads": withPart(
    bridge,
    `<table border="1"><tbody>${row(["الترتيب", "الفريق", "لعب", "النقاط"])}${row(["1", "<a href='/team/1'>نجوم الوادي</a>", "12", "29"])}${row(["2", "اتحاد الجسر", "12", ""])}${row(["3", "الصخرة", "11", "26"])}${row(["", "", "", ""])}</tbody></table>`,
    ["الترتيب | الفريق | لعب | النقاط", "1 | نجوم الوادي | 12 | 29", "2 | اتحاد الجسر | 12", "3 | الصخرة | 11 | 26"],
  ),

  "matches of one day in one place": withPart(
    bridge,
    `<table><tr><th colspan="3">مباريات السبت</th></tr><tr><td rowspan="2">الملعب الكبير</td><td>نجوم الوادي - الصخرة</td><td>18:00</td></tr><tr><td>الجسر - الواحة</td><td>20:30</td></tr></table>`,
    ["مباريات السبت", "الملعب الكبير | نجوم الوادي - الصخرة | 18:00", "الجسر - الواحة | 20:30"],
  ),

  "dates and scores in a table": withPart(
    theatre,
    `<table>${row(["22 نوفمبر", "الساعة 20:00"])}${row(["23 نوفمبر", "الساعة 20:00"])}${row(["24 نوفمبر", "الساعة 20:00"])}</table>`,
    ["22 نوفمبر: الساعة 20:00", "23 نوفمبر: الساعة 20:00", "24 نوفمبر: الساعة 20:00"],
  ),

  "long invitations to follow, in lines of their own and behind a sentence": withPart(
    { ...clinic, paragraphs: [...clinic.paragraphs.slice(0, 4), clinic.paragraphs[4] as string] },
    `<p>وتعمل العيادة حتى المغرب. تابعوا أخبار الواحة لحظة بلحظة عبر قناتنا على تلغرام.</p><p>يمكنكم متابعة آخر الأخبار والتقارير الحصرية عبر صفحتنا على فيسبوك، وحسابنا على منصة إكس، وقناتنا على واتساب.</p><p><strong>حمّل تطبيق الواحة الآن من متجر غوغل بلاي أو آب ستور، وكن أول من يعرف</strong></p>`,
    ["وتعمل العيادة حتى المغرب."],
  ),

  "the card of a match": withPart(
    theatre,
    `<div class="mc-7"><a href="/team/1"><div class="t1">نجوم الوادي</div></a><div class="s">2 - 1</div><div class="t2">الصخرة</div><div class="st">انتهت المباراة</div><div>الدوري الممتاز - الجولة 12</div></div>`,
    [],
  ),

  "a match in one line of a widget": withPart(
    theatre,
    `<div class="match-card"><span>نجوم الوادي</span><span>2 - 1</span><span>الصخرة</span></div>`,
    [],
  ),

  "rates with their changes": withPart(
    dates,
    `<div class="rates"><div><span>صندوق دقلة نور</span></div><div>42.5</div><div>+3%</div><div><span>صندوق الرطب</span></div><div>28</div><div>-1%</div></div>`,
    [],
  ),

  "steps with their numbers": withPart(
    dates,
    `<div class="steps"><div class="n">1</div><div>ري النخل بعد الغروب</div><div class="n">2</div><div>تغطية العذوق بقماش</div></div>`,
    ["ري النخل بعد الغروب", "تغطية العذوق بقماش"],
  ),

  "one step with its number": withPart(
    dates,
    `<div class="step"><div class="n">7</div><div>ري النخل بعد الغروب</div></div>`,
    ["ري النخل بعد الغروب"],
  ),

  "an answer of one word in a part of its own": withPart(
    clinic,
    `<div class="qa"><div class="q">هل تعود العيادة في الشتاء؟</div><div class="a">نعم.</div></div>`,
    ["هل تعود العيادة في الشتاء؟", "نعم."],
  ),

  "key points in front of a paragraph": withPart(
    clinic,
    `<div class="box"><h3>أهم النقاط</h3><ul><li>زيارتان في الشهر</li><li>طبيبتان وممرض</li></ul></div>`,
    ["أهم النقاط", "زيارتان في الشهر", "طبيبتان وممرض"],
  ),

  "a bold line that begins as the headline and says more": withPart(
    { ...bridge, paragraphs: [`${bridge.title}، وأهل المدينة يعبرونه`, ...bridge.paragraphs] },
    "",
    [],
  ),

  "a table that only holds a quotation": withPart(
    clinic,
    `<table class="quote-box"><tr><td><img src="/i/quote.png"></td><td><p>«ننتظر الحافلة كما ننتظر العيد»، تقول أم من القرية.</p></td></tr></table>`,
    ["«ننتظر الحافلة كما ننتظر العيد»، تقول أم من القرية."],
  ),

  "a table of links to other articles": withPart(
    clinic,
    `<table><tr><td><a href="/n/1">قافلة طبية ثانية تنطلق إلى الجبل</a></td><td><a href="/n/2">الدواء يصل بالبريد إلى القرى البعيدة</a></td></tr><tr><td><a href="/n/3">مركز صحي جديد في الوادي هذا الربيع</a></td><td><a href="/n/4">نقص الأطباء يؤجل افتتاح المستوصف</a></td></tr></table>`,
    [],
    ["/n/1", "/n/2", "/n/3", "/n/4", ...RELATED_PATHS],
  ),
};

const POINTS = ["البلدية تفتح الجسر صباح الأحد للمشاة وحدهم", "الترميم كلف أربعة ملايين واستمر ثلاثة أعوام"];
const list = (items: readonly string[]) => `<ul>${items.map((text) => `<li>${text}</li>`).join("")}</ul>`;
const linkedList = (items: readonly string[]) => list(items.map((text, at) => `<a href="/n/${at}">${text}</a>`));

/** An article with something between its headline and its text. */
function withOpening(story: ToldStory, opening: string, lines: readonly string[], time = dated): FamilyPage {
  const { title, paragraphs: told, heading } = story;
  const html = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${time}${photo}${opening}<div class="body-text">${paragraphs(told, heading)}</div></main></body></html>`;
  return { html, title, paragraphs: [...lines, ...told], day: "2026-11-22", image: IMAGE, byline: null, related: [] };
}

/** What stands between a headline and the text. */
export const OPENINGS: Readonly<Record<string, FamilyPage>> = {
  "what happened so far, over the text": withOpening(
    bridge,
    `<div class="summary-box"><h3>أبرز التطورات</h3>${list(POINTS)}</div>`,
    ["أبرز التطورات", ...POINTS],
  ),
  "short key points over the text": withOpening(
    bridge,
    `<div class="x-points"><strong>النقاط الرئيسية</strong>${list(["كلفة أربعة ملايين", "إنارة في الليل"])}</div>`,
    ["النقاط الرئيسية", "كلفة أربعة ملايين", "إنارة في الليل"],
  ),
  "key points without a heading": withOpening(bridge, list(POINTS), POINTS),
  "a list of links over the text": withOpening(
    bridge,
    `<div class="summary-box"><h3>أبرز التطورات</h3>${linkedList(POINTS)}</div>`,
    [],
  ),
  "a list of tools over the text": withOpening(
    bridge,
    `<ul class="t"><li>حجم الخط</li><li>طباعة</li><li>استمع إلى الخبر</li></ul>`,
    [],
  ),
};

const { title, paragraphs: told, heading } = bridge;
const inTable = `<table width="100%"><tr><td class="menu"><a href="/s/1">أخبار</a><br><a href="/s/2">رياضة</a></td><td><table><tr><td><h1>${title}</h1></td></tr><tr><td>الكاتب</td><td>22/11/2026</td></tr><tr><td>عدد القراءات</td><td>145</td></tr><tr><td>${photo}</td></tr><tr><td>${paragraphs(told, heading)}</td></tr></table></td><td>إعلان</td></tr></table>`;

const inHeads = `<table><tr><th>${title}</th><th>إعلانات</th></tr><tr><td>${photo}<br>${told.join("<br><br>")}</td><td>مساحة إعلانية</td></tr></table>`;
const fields = Array.from({ length: 50 }, (_, at) => `<li><a href="/s/${at}">باب ${at}</a></li>`).join("");

/** Pages that name people who did not write the article, or nobody. */
export const BYLINE_PAGES: Readonly<Record<string, FamilyPage>> = {
  "columnists in the head of the site": {
    ...withOpening(clinic, "", []),
    html: withOpening(clinic, "", []).html.replace(
      "<main>",
      `<div class="writers"><a href="/author/3">ليلى الناصر</a><a href="/author/4">ياسر عبد الكريم</a></div><ul>${fields}</ul><main>`,
    ),
  },
  "authors of other articles below": {
    ...withOpening(clinic, "", []),
    html: withOpening(clinic, "", []).html.replace(
      "</main>",
      `<ul>${fields}</ul><div class="cards"><a href="/author/3">ليلى الناصر</a></div></main>`,
    ),
  },
  "a deck that is called a byline": withOpening(
    clinic,
    `<div class="byline">رحلة يوم كامل مع العيادة المتنقلة في قرى الجبل</div>`,
    [],
  ),
};

const DECK = "القرى التي بقيت بلا طبيب منذ ٣ سنوات تستقبل حافلة بيضاء صغيرة مرتين في كل شهر";

/** Pages whose dates stand beside words that speak of other times. */
export const DATE_PAGES: Readonly<Record<string, FamilyPage>> = {
  "a headline of a change in one part with the time": withOpening(
    { ...dates, title: "تعديل مواعيد الري بعد تحديث الشبكة" },
    "",
    [],
    '<time datetime="2026-11-22T10:00:00+03:00">صباح الأحد</time>',
  ),
  "a deck that tells since when": withOpening(
    clinic,
    `<div class="deck">${DECK}</div><span>22 نوفمبر 2026</span>`,
    [DECK],
    "",
  ),
  "a change before the publication": withOpening(
    clinic,
    "",
    [],
    `<div>آخر تحديث: <time datetime="2026-11-23T08:00:00+03:00">23 نوفمبر 2026</time></div><div>نشر: <time datetime="2026-11-22T10:00:00+03:00">22 نوفمبر 2026</time></div>`,
  ),
};

/** The same, where tables lay out the page. */
export const TABLE_PAGES: Readonly<Record<string, FamilyPage>> = {
  "a page in a table with heads": {
    ...withOpening(bridge, "", []),
    html: `<title>${title}</title><body><p>22 نوفمبر 2026</p>${inHeads}</body>`,
  },
  "a page in tables": {
    ...(TEXT_PARTS["prices in a table"] as FamilyPage),
    html: `<title>${title}</title><body>${inTable}</body>`,
    title,
    paragraphs: told,
    related: [],
  },
};
