import type { FamilyPage } from "./family-page.ts";
import { RELATED_PATHS } from "./site-families.ts";
import { STORIES, type ToldStory } from "./told-stories.ts";

const { bridge, dates, clinic, theatre, column } = STORIES;
const IMAGE = "https://waha.example/uploads/2026/11/main-photo.jpg";
const photo = '<img src="/uploads/2026/11/main-photo.jpg" width="800">';
const OTHERS = [
  "سوق السمك ينتقل إلى الميناء الجديد مطلع الشهر المقبل",
  "مدرسة القرية تفوز بجائزة أفضل حديقة في الإقليم",
  "خلاف على ملكية البئر القديم يصل إلى المحكمة",
];

const page = (title: string, body: string, head = "") =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const prose = ({ paragraphs, heading }: ToldStory) =>
  paragraphs.map((text) => (text === heading ? `<h2>${text}</h2>` : `<p>${text}</p>`));
const further = ({ further: titles }: ToldStory, item: (href: string, text: string) => string) =>
  titles.map((text, at) => item(RELATED_PATHS[at] as string, text)).join("\n");
const dated = '<time datetime="2026-11-22T10:00:00+03:00">22 نوفمبر 2026</time>';

function hard({ title, paragraphs }: ToldStory, html: string, more: Partial<FamilyPage> = {}): FamilyPage {
  return { html, title, paragraphs, day: "2026-11-22", image: IMAGE, byline: null, related: [], ...more };
}

/** Pages with one trouble each that Arabic sites have: what the numbers that decide are weighed on besides whole templates. */
export const HARD_PAGES: Readonly<Record<string, FamilyPage>> = {
  "search words without end below a short text": hard(
    column,
    page(
      column.title,
      `<div class="wrap"><h1>${column.title}</h1>${dated}${photo}<div class="a1">${prose(column).join("")}</div><div class="b1"><div>اخبار اليوم اخبار المدينة عاجل الان مقالات الكتاب الواحة اليوم مباشر اسعار الذهب اسعار العملات مواقيت الصلاة</div><div>حالة الطقس مباريات اليوم وظائف خالية نتائج الثانوية جداول الامتحانات حجز المواعيد ارقام الطوارئ دليل الهاتف خريطة المدينة</div></div></div>`,
    ),
  ),

  "a text that a script draws, with its beginning shown": hard(
    bridge,
    page(
      bridge.title,
      `<main><h1>${bridge.title}</h1>${dated}${photo}<div class="teaser"><p>${bridge.paragraphs[0]}</p></div><div id="root"></div></main>`,
      `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: bridge.title, articleBody: bridge.paragraphs.filter((text) => text !== bridge.heading).join("\n") })}</script>`,
    ),
    { paragraphs: bridge.paragraphs.filter((text) => text !== bridge.heading) },
  ),

  "a text that only the page's own data have": hard(
    clinic,
    page(
      clinic.title,
      `<div id="__next"><div class="loader">جار التحميل</div></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { seo: { title: clinic.title, canonical: "https://waha.example/news/88421/the-story?edition=ar&section=villages" }, consent: "نستخدم ملفات تعريف الارتباط. ".repeat(40), pageProps: { latest: [{ title: OTHERS[0], body: `<p>${bridge.paragraphs.join("</p><p>")}</p>` }], article: { title: clinic.title, body: `<p>${clinic.paragraphs.join("</p><p>")}</p>` } } } })}</script>`,
      `<meta property="og:image" content="${IMAGE}"><meta property="article:published_time" content="2026-11-22T10:00:00+03:00">`,
    ),
  ),

  "structured data with more in them than the text": hard(
    dates,
    page(
      dates.title,
      `<main><h1>${dates.title}</h1>${dated}${photo}<div class="text">${prose(dates).join("")}</div></main>`,
      `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: dates.title, articleBody: `${dates.title} ${dates.paragraphs.join(" ")} اقرأ أيضا: ${dates.further.join(" ")} تابعوا صحيفة الواحة على جميع منصات التواصل الاجتماعي وحملوا تطبيقنا الجديد` })}</script>`,
    ),
  ),

  "a headline in a picture": hard(
    clinic,
    page(
      `${clinic.title} - صحيفة الواحة`,
      `<div class="top"><a href="/s/1">قرى الجبل</a> <a href="/s/2">عيادة متنقلة تصل</a></div><div class="main"><img src="/titles/88421.png" width="600">${dated}${photo}<div class="text">${prose(clinic).join("")}</div></div>`,
    ),
  ),

  "a title with a dash of its own and no heading": hard(
    { ...theatre, title: "مسرح الحي يفتتح موسمه - والجمهور يجلس على مقاعد من ثلاث مدارس" },
    page(
      "مسرح الحي يفتتح موسمه - والجمهور يجلس على مقاعد من ثلاث مدارس",
      `<div class="main">${dated}${photo}<div class="text">${prose(theatre).join("")}</div></div>`,
    ),
  ),

  "a sentence with a day in it, and no day of its own": hard(
    {
      ...bridge,
      paragraphs: [`أغلق الجسر في 14 مارس 2023 بعد أن ظهرت في قوسه شقوق، وها هو يفتح.`, ...bridge.paragraphs],
    },
    page(
      bridge.title,
      `<main><h1>${bridge.title}</h1>${photo}<div class="text"><p>أغلق الجسر في 14 مارس 2023 بعد أن ظهرت في قوسه شقوق، وها هو يفتح.</p>${prose(bridge).join("")}</div></main>`,
    ),
    { day: "" },
  ),

  "days of other stories below a text without one": hard(
    column,
    page(
      column.title,
      `<main><h1>${column.title}</h1>${photo}<div class="text">${prose(column).join("")}</div><ul class="cards">${OTHERS.map((text, at) => `<li><a href="/n/70${at}"><b>${text}</b></a><div>1${at} أكتوبر 2026</div></li>`).join("")}</ul></main>`,
    ),
    { day: "" },
  ),

  "a picture of another story above the article's own": hard(
    dates,
    page(
      dates.title,
      `<main><h1>${dates.title}</h1>${dated}<div class="also"><a href="/n/501"><span class="thumb"><i><b><img src="/uploads/thumbs/irrigation.jpg" width="320"></b></i></span><span>${dates.further[0]}</span></a></div><div class="text">${prose(dates)[0]}${photo}${prose(dates).slice(1).join("")}</div></main>`,
    ),
  ),

  "a face beside the byline, a small main picture": hard(
    bridge,
    page(
      bridge.title,
      `<main><h1>${bridge.title}</h1><div class="who"><img src="/people/salwa.jpg" width="48" height="48"> ${bridge.author}</div>${dated}<img src="/uploads/2026/11/main-photo.jpg" width="98"><div class="text">${prose(bridge).join("")}</div></main>`,
    ),
  ),

  "calls to read on without links, and a paragraph that begins alike": hard(
    {
      ...clinic,
      paragraphs: [
        ...clinic.paragraphs,
        "للمزيد من الأمان ركبت البلدية مصابيح على طول الطريق، وطلبت من السائقين ألا يعبروا الوادي بعد المغيب.",
      ],
    },
    page(
      clinic.title,
      `<main><h1>${clinic.title}</h1>${dated}${photo}<div class="text">${prose(clinic).slice(0, 2).join("")}<p>اقرأ أيضا: ${clinic.further[0]}</p>${prose(clinic).slice(2).join("")}<p>للمزيد من الأمان ركبت البلدية مصابيح على طول الطريق، وطلبت من السائقين ألا يعبروا الوادي بعد المغيب.</p><p>للمزيد تابعوا نشرتنا المسائية</p></div></main>`,
    ),
  ),

  "paragraphs in boxes of their own, other stories told below": hard(
    theatre,
    page(
      theatre.title,
      `<main><h1>${theatre.title}</h1>${dated}${photo}<div class="text">${prose(theatre)
        .map((one, at) => `<div class="box">${one}</div>${at === 0 ? "<div class='box'>شارك المقال</div>" : ""}`)
        .join("")}<div class="box">أخبار أخرى</div>${OTHERS.slice(0, 1)
        .map((text) => `<div class="box"><a href="/n/700">${text}</a></div>`)
        .join("")}</div></main>`,
    ),
  ),

  "another story told within a box of the text": hard(
    bridge,
    page(
      bridge.title,
      `<main><h1>${bridge.title}</h1>${dated}${photo}<div class="text">${prose(bridge).slice(0, 2).join("")}<div class="box"><h4>اقرأ أيضا</h4><div><a href="/n/501">${bridge.further[0]}</a><p>التقط المصور عشرات الصور للجسر قبل أن تبدأ الأعمال، وتظهر فيها الشقوق والأعشاب التي غطت الحجارة.</p></div></div>${prose(bridge).slice(2).join("")}</div></main>`,
    ),
    { related: ["/n/501"] },
  ),

  "a box of related links that is never closed": hard(
    dates,
    page(
      dates.title,
      `<main><h1>${dates.title}</h1>${dated}${photo}<div class="text"><p>${dates.paragraphs[0]}</p><div class="box"><h4>اقرأ أيضا</h4><ul>${further(dates, (href, text) => `<li><a href="${href}">${text}</a></li>`)}</ul>${prose(dates).slice(1).join("")}</div></main>`,
    ),
    { related: RELATED_PATHS },
  ),

  "times of other news around an article without landmarks": hard(
    theatre,
    page(
      theatre.title,
      `<div class="x"><div class="list">${OTHERS.map((text, at) => `<div><time datetime="2026-11-1${at}">1${at} نوفمبر</time> ${text}</div>`).join("")}</div><div class="y"><div class="z"><h1>${theatre.title}</h1><div>${dated}</div>${photo}<div class="text">${prose(theatre).join("")}</div></div></div></div>`,
    ),
  ),

  "a lead that is the first paragraph once more": hard(
    clinic,
    page(
      clinic.title,
      `<main><h1>${clinic.title}</h1><h2 class="sub">${clinic.paragraphs[0]}</h2>${dated}${photo}<div class="text">${prose(clinic).join("")}</div></main>`,
    ),
  ),

  "a poem with a refrain": hard(
    {
      ...column,
      paragraphs: [
        ...column.paragraphs,
        "يا حافلة الصباح تمهلي قليلا، فما زال في الطريق من لم يصل بعد.",
        "كبرت المحطة وما كبر السقف، وتغير الناس وما تغير الانتظار الطويل.",
        "يا حافلة الصباح تمهلي قليلا، فما زال في الطريق من لم يصل بعد.",
      ],
    },
    page(
      column.title,
      `<main><h1>${column.title}</h1>${dated}${photo}<div class="text">${prose(column).join("")}<p>يا حافلة الصباح تمهلي قليلا، فما زال في الطريق من لم يصل بعد.</p><p>كبرت المحطة وما كبر السقف، وتغير الناس وما تغير الانتظار الطويل.</p><p>يا حافلة الصباح تمهلي قليلا، فما زال في الطريق من لم يصل بعد.</p></div></main>`,
    ),
  ),
};
