/** An article that a made page of headlines shows. */
export interface Shown {
  readonly path: string;
  readonly title: string;
  readonly excerpt: string;
  /** As the page writes it, and what that means in Riyadh. */
  readonly time: string;
  readonly iso: string;
}

export const SHOWN: readonly Shown[] = [
  [
    "/politics/2026/11/23/council-session-opens",
    "مجلس المدينة يفتتح دورته الجديدة بحضور الوزراء",
    "23 نوفمبر 2026",
    "2026-11-23",
  ],
  [
    "/economy/%D8%A7%D9%84%D9%82%D9%85%D8%AD-%D9%88%D8%A7%D9%84%D8%AE%D8%A8%D8%B2",
    "أسعار القمح تتراجع: لماذا بقي الخبز غاليا؟",
    "٢٢ تشرين الثاني/ نوفمبر ٢٠٢٦",
    "2026-11-22",
  ],
  ["/news/4418207", "«الميناء الشرقي» يستقبل أول سفينة بعد إغلاق دام شهرين", "منذ ساعتين", "2026-11-23"],
  ["/sport/final-match-report.html", "ركلات الترجيح تحسم النهائي أمام 40 ألف متفرج", "2026/11/21", "2026-11-21"],
  ["/culture/c4nx81wq7k2o", "رحيل الشاعر الذي كتب للبحر والمنفى", "الأحد، 22 نوفمبر 2026 - 09:15 م", "2026-11-22"],
  [
    "/local/heavy-rain-closes-schools-monday",
    "أمطار غزيرة تغلق المدارس يوم الاثنين في ثلاث محافظات",
    "أمس",
    "2026-11-22",
  ],
].map(([path = "", title = "", time = "", iso = ""]) => ({
  path,
  title,
  time,
  iso,
  excerpt: "في التفاصيل أن الجهات المعنية تابعت الأمر منذ ساعات الصباح الأولى وأصدرت بيانا مقتضبا.",
}));

const OLDER = [
  "كيف تغيرت عادات القراءة في عشر سنوات من الهواتف الذكية",
  "عشرة أسئلة عن الضريبة الجديدة يجيب عنها خبير اقتصادي",
  "قصة المعلمة التي أعادت مئة طفل إلى مقاعد الدراسة",
  "ما الذي نعرفه عن المرض الذي أربك المزارعين هذا العام",
];

/** A page of a news site with everything that is no headline of it: menus, a ticker, sidebars, tags, a footer. */
export function newsPage(matter: string): string {
  const old = (place: string) =>
    OLDER.map((title, index) => `<li><a href="/archive-story/${place}-${index}-long-read-2019">${title}</a></li>`).join(
      "",
    );
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>المرفأ اليوم | أخبار المدينة والميناء</title>
<meta property="og:site_name" content="المرفأ اليوم"></head><body class="home rtl fix-menu has-sidebar">
<a class="skip-link" href="#content">تخطي إلى المحتوى الرئيسي في هذه الصفحة</a>
<div class="site-wrapper off-menu-wrapper">
<header class="site-header"><div class="logo"><h1><a href="/">المرفأ اليوم</a></h1></div>
<div class="top-bar"><span class="date">الاثنين 23 نوفمبر 2026</span><a href="/en/">English</a><a href="/login?next=/">تسجيل الدخول إلى حسابك</a></div>
<nav class="main-nav"><ul><li><a href="/politics/">سياسة</a></li><li><a href="/section/economy-and-markets">اقتصاد وأسواق المال والأعمال العربية</a>
<div class="mega-menu"><h4><a href="/archive-story/from-the-menu-2019">خبر قديم في القائمة المنسدلة لا شأن لنا به</a></h4></div></li></ul></nav></header>
<div class="breaking-news"><span>عاجل</span><a href="${SHOWN[0]?.path}?utm_source=ticker">${SHOWN[0]?.title}</a><a href="${SHOWN[2]?.path}#live">${SHOWN[2]?.title}</a></div>
<main id="content">${matter}
<div class="pagination"><a href="/page/2/">الصفحة التالية من الأخبار المنشورة</a></div></main>
<aside class="sidebar"><section class="widget most-read"><h3>الأكثر قراءة</h3><ol>${old("read")}</ol></section>
<section class="widget tag-cloud"><h3>الوسوم</h3><a href="/tag/gulf-ports-and-ships">موانئ الخليج والسفن التجارية الكبرى</a></section>
<section class="widget"><h3>كتابنا</h3><a href="/author/layla-hasan">ليلى حسن مراسلة الشؤون المحلية</a></section></aside>
<footer><ul>${old("foot")}<li><a href="/privacy-policy">سياسة الخصوصية وشروط استخدام الموقع وملفات الارتباط</a></li>
<li><a href="https://social.example/marfa">تابعوا صفحتنا على شبكات التواصل الاجتماعي</a></li></ul></footer></div></body></html>`;
}

/** How sites make a card of a headline. */
export const CARDS: Readonly<Record<string, (shown: Shown, index: number) => string>> = {
  "a link in a heading": ({ path, title, time }) =>
    `<div class="post"><h2 class="entry-title"><a href="${path}">${title}</a></h2><span class="date">${time}</span></div>`,
  "a picture, a section, a name and a heading": (
    { path, title, time, excerpt },
    index,
  ) => `<article class="post-${index}"><a href="${path}"><img src="/i/${index}.jpg" alt="صورة الخبر"></a>
<a class="cat" href="/section/s${index}">سياسة</a><h3><a href="${path}#more" rel="bookmark">${title}</a></h3><p>${excerpt}</p>
<div class="meta"><a href="/author/a${index}">سامي العلي</a> <span class="date">${time}</span> <a href="${path}#comments">${index} تعليقات</a></div></article>`,
  "an overlay link without text": ({ path, title, time, excerpt }) =>
    `<article class="post-entry"><header><h2>${title}</h2></header><section><p>${excerpt}</p></section><footer><span>${time}</span></footer><a class="entry-link" aria-label="post link to ${title}" href="${path}"></a></article>`,
  "a stretched link without label": ({ path, title, time }) =>
    `<div class="card"><div class="card-body"><h5 class="card-title">${title}</h5><small class="text-muted">${time}</small><a class="stretched-link" href="${path}"></a></div></div>`,
  "«اقرأ المزيد» under an unlinked heading": ({ path, title, time, excerpt }) =>
    `<div class="box"><h1>${title}</h1><div class="d">${time}</div><p>${excerpt}</p><a href="${path}">اقرأ المزيد »</a></div>`,
  "a link around the whole card": ({ path, title, time, excerpt }) =>
    `<a class="card" href="${path}"><img src="/i.jpg"><span class="category">اقتصاد</span><h3>${title}</h3><p class="excerpt">${excerpt}</p><time>${time}</time></a>`,
  "a link around a card without a heading": ({ path, title, time, excerpt }) =>
    `<li><a href="${path}"><div><img src="/i.jpg"></div><div><div>اقتصاد</div><div>${title}</div><div>${excerpt}</div><div>${time}</div></div></a></li>`,
  "a link around a card with a named title": ({ path, title, time }) =>
    `<li><a href="${path}"><span class="section-name">أخبار العالم العربي اليوم</span><span class="news-title">${title}</span><span class="date">${time}</span></a></li>`,
  "a plain list": ({ path, title, time }) => `<li><a href="${path}">${title}</a> <span>${time}</span></li>`,
  "a table": ({ path, title, time }) =>
    `<tr><td>•</td><td><a class="lnk" href="${path}">${title}</a></td><td>${time}</td></tr>`,
  "a cut title with the whole one in its label": ({ path, title, time }) =>
    `<div class="story"><h4><a href="${path}" title="${title}">${title.slice(0, 25)}...</a></h4><i class="date">${time}</i></div>`,
  "a picture's alternative text": ({ path, title, time }) =>
    `<figure class="slide"><a href="${path}"><picture><img src="/i.jpg" alt="${title}"></picture></a><figcaption>${time}</figcaption></figure>`,
  "a named title and a linked excerpt": ({ path, title, time, excerpt }) =>
    `<div class="item"><div class="title"><a href="${path}">${title}</a></div><div class="txt"><a href="${path}">${excerpt}</a></div><div class="time">${time}</div></div>`,
  "a section's link before the title in one heading": ({ path, title, time }, index) =>
    `<div class="n"><h3><a href="/section/n${index}">عاجل</a> <a href="${path}">${title}</a></h3><em>${time}</em></div>`,
  "a kicker within the heading": ({ path, title, time }) =>
    `<div class="n"><a href="${path}"><h3><span class="kicker">تقرير خاص من مراسلنا</span> ${title}</h3></a><em>${time}</em></div>`,
  "a rank beside the title": ({ path, title, time }, index) =>
    `<div class="row"><span class="num">${index + 1}</span><div class="c"><a href="${path}"><span class="count">${index + 1}</span><p class="headline">${title}</p></a><span class="ago">${time}</span></div></div>`,
  "addresses in both spellings": ({ path, title, time }) =>
    `<div class="n"><a href="${path.toLowerCase()}/"><img src="/i.jpg" alt=""></a><h2><a href="${path.includes("%") ? decodeURIComponent(path) : path}">${title}</a></h2><b>${time}</b></div>`,
  "an AMP page": ({ path, title, time }) =>
    `<article><header><h2><a href="${path}?amp=1">${title}</a></h2><amp-img src="/i.jpg" layout="responsive"></amp-img></header><footer><time>${time}</time></footer></article>`,
  "hidden text for screen readers": ({ path, title, time }) =>
    `<div class="promo"><h3 class="promo-headline"><a href="${path}"><span class="visually-hidden">فيديو، </span>${title}<span class="sr-only">, المدة 2,30</span></a></h3><p>${time}</p></div>`,
  "a heading level that jumps": ({ path, title, time }) =>
    `<section><h6><a href="${path}">${title}</a></h6><div>${time}</div></section>`,
};

/** What stands among headlines and is none. */
export const DECOYS: readonly { readonly why: string; readonly html: string }[] = [
  {
    why: "names of sections far within a part that is called headlines",
    html: '<div class="top-headlines"><div><div><ul><li><a href="/s/money-and-trade">أخبار المال والأعمال العربية</a></li></ul></div></div></div>',
  },
  {
    why: "names of sections over their news",
    html: '<h2 class="block-title"><a href="/arab-world/">أخبار العالم العربي</a></h2>',
  },
  {
    why: "a section's name with a picture",
    html: '<div class="card"><a href="/videos/"><img src="/v.png"><h3>فيديو</h3></a></div>',
  },
  {
    why: "names of writers",
    html: '<h4><a href="/author/sami-al-ali-2019">سامي العلي كاتب وصحافي من المدينة القديمة</a></h4>',
  },
  {
    why: "services of an authority",
    html: [
      "حجز موعد في المركز الصحي",
      "إصدار شهادة تطعيم للمسافرين",
      "الاستعلام عن نتيجة تحليل",
      "تجديد ترخيص منشأة صحية",
    ]
      .map((title, at) => `<div class="tile"><a href="/ar/eServices/Pages/form-${at}"><h4>${title}</h4></a></div>`)
      .join(""),
  },
  { why: "tags", html: '<div class="tags"><a href="/t/gulf-ports-2026">موانئ الخليج العربي والسفن الكبرى</a></div>' },
  {
    why: "other sites",
    html: '<h3><a href="https://other.example/story-1">خبر من موقع آخر لا شأن لنا به اليوم</a></h3>',
  },
  { why: "files", html: '<h3><a href="/reports/annual-2026.pdf">التقرير السنوي للميناء في مئة صفحة كاملة</a></h3>' },
  { why: "the page itself", html: '<h3><a href="/?utm_source=x#top">العودة إلى أعلى الصفحة من جديد</a></h3>' },
  { why: "links to write or to pay", html: '<h3><a href="/register">سجل الآن لتصلك أخبار المدينة كل صباح</a></h3>' },
  { why: "scripts", html: '<h3><a href="javascript:open(1)">اضغط هنا لفتح نافذة الأخبار العاجلة</a></h3>' },
  { why: "counts of comments", html: `<a href="${SHOWN[0]?.path}#c">خمسة عشر تعليقا من القراء على الخبر</a>` },
];
