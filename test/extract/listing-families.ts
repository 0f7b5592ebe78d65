/** A page of a made-up site as programs of many sites make it, and its headlines: address → title. */
export interface SiteListing {
  readonly why: string;
  readonly url: string;
  readonly html: string;
  readonly answers: Readonly<Record<string, string>>;
}

const NEWS = [
  "البرلمان يقر قانون المياه الجديد بعد جلسة ماراثونية",
  "المعارضة تقاطع جلسة الثقة",
  "العثور على الطائرة المفقودة في وادي الصنوبر",
  "خلاف على الميزانية يؤخر صرف الرواتب",
  "مئة يوم على حصار المدينة",
  "عودة الملاحة إلى القناة بعد تعويم سفينة جانحة",
  "وفاة المؤرخ صاحب موسوعة المدن القديمة",
  "صيادو الإسفنج آخر حراس مهنة الأجداد",
];
const OPINIONS = [
  ["في مديح البطء", "سلمى الحداد"],
  ["ما بعد الهدنة", "نادر قباني"],
  ["عن أي تعليم نتحدث؟", "هالة منصور"],
  ["حكاية الرغيف", "فؤاد درويش"],
  ["مدن بلا أرصفة", "لينا شاهين"],
] as const;
const OLD = ["شاهد لحظة سقوط نيزك فوق البحر", "موعد صرف الرواتب لشهر ديسمبر", "طريقة تحديث بطاقة التموين عبر الهاتف"];

const addressed = (address: (at: number) => string, titles: readonly string[] = NEWS) =>
  titles.map((title, at) => ({ title, path: address(at), at }));
const answersOf = (url: string, shown: readonly { readonly title: string; readonly path: string }[]) =>
  Object.fromEntries(shown.map(({ title, path }) => [new URL(path, url).href, title]));

function magazine(): SiteListing {
  const url = "https://hadath.example/";
  const shown = addressed((at) => `/archives/${90100 + at}`);
  const slides = shown.slice(0, 2).map(
    ({
      title,
      path,
    }) => `<div class="grid-item"><a href="${path}" class="all-over-thumb-link" aria-label="${title}"></a>
<div class="thumb-overlay"><span class="date meta-item">منذ 18 دقيقة</span><h2 class="thumb-title"><a href="${path}">${title}</a></h2></div></div>`,
  );
  const posts = shown.slice(2).map(
    ({
      title,
      path,
    }) => `<li class="post-item tag-weather category-popular"><a aria-label="${title}" href="${path}" class="post-thumb"><img data-src="/u.jpg"></a>
<div class="post-details"><h2 class="post-title"><a href="${path}">${title}</a></h2><a class="more-link button" href="${path}">أكمل القراءة &raquo;</a></div></li>`,
  );
  return {
    why: "a magazine whose layout is called a sidebar, with the weather in its header",
    url,
    answers: answersOf(url, shown),
    html: `<body class="rtl home"><div id="tie-wrapper"><header><div class="weather-menu-item"><a href="/weather-forecast-capital">الطقس اليوم في العاصمة غائم جزئيا</a></div>
<div class="slider-area">${slides.join("")}</div></header><div class="section-item sidebar-left has-sidebar"><div class="main-content" role="main"><h3><a href="/category/arab">آخر الأخبار من الوطن العربي</a></h3>
<ul>${posts.join("")}</ul></div><aside class="sidebar"><ul>${OLD.map((title, at) => `<li><a href="/archives/100${at}">${title}</a></li>`).join("")}</ul></aside></div></div></body>`,
  };
}

function sports(): SiteListing {
  const url = "https://malaeb.example/";
  const shown = addressed((at) => `/news/${660120 + at}/story-${at}-of-the-day`);
  const games = [0, 1, 2, 3].map(
    (
      at,
    ) => `<a href="/game/${9001 + at}/north-vs-east"><span>الرواد</span><span>${at} - 1</span><span>النهضة البيضاء</span><span>انتهت</span><span>الدوري الممتاز - الجولة ${at + 7}</span></a>
<a href="/match/${9101 + at}">القلعة ضد الميناء 20:${at}0 الدوري الممتاز</a>`,
  );
  const cards = shown.map(
    ({ title, path }) =>
      `<li class="news-card"><a href="${path}"><img src="/i.jpg" alt=""><h3>${title}</h3><span class="meta">منذ ٣ ساعات</span></a></li>`,
  );
  return {
    why: "matches and clubs around the news of sports",
    url,
    answers: answersOf(url, shown),
    html: `<body><section class="today">${games.join("")}</section><section class="latest"><h2>آخر الأخبار</h2><ul>${cards.join("")}</ul></section>
<div class="table"><a href="/club/qalaa-12">نادي القلعة الرياضي الثقافي الاجتماعي</a><a href="/club/minaa-13">نادي الميناء الشرقي لكرة القدم</a></div></body>`,
  };
}

function opinions(isPlain: boolean): SiteListing {
  const url = "https://afaq.example/opinion";
  const titles = OPINIONS.map(([title]) => title);
  const shown = addressed((at) => `/opinion/${3321 - at}`, titles);
  const cards = OPINIONS.map(([title, author], at) =>
    isPlain
      ? `<li><a href="/opinion/${3321 - at}">${title}</a><br><span>${author}</span></li>`
      : `<div class="writer"><a href="/writers/${at}"><img src="/w.jpg" alt="${author}"></a><h4><a href="/writers/${at}">${author}</a></h4><h3><a href="/opinion/${3321 - at}">${title}</a></h3></div>`,
  );
  return {
    why: `opinions with titles of two or three words, ${isPlain ? "in a plain list" : "under the names of their writers"}`,
    url,
    answers: answersOf(url, shown),
    html: `<body><header><a href="/">الرئيسة</a><a href="/opinion">آراء</a></header><ul>${cards.join("")}</ul><footer><a href="/privacy">الخصوصية</a></footer></body>`,
  };
}

function portal(): SiteListing {
  const url = "https://mashhad.example/";
  const shown = addressed((at) => `/${4400123 + at}`);
  const slides = shown
    .slice(0, 3)
    .map(
      ({ title, path }) =>
        `<div class="sl"><a href="${path}"><img src="1.jpg"><span class="cap">${title}</span></a></div>`,
    );
  const box = ({ title, path }: { title: string; path: string }) =>
    `<div class="news-box"><a href="${path}"><img data-original="/x.jpg"></a><a href="${path}" class="tit">${title}</a></div>`;
  return {
    why: "a slider with captions, prices, and the most read told by its heading alone, amid the news",
    url,
    answers: answersOf(url, shown),
    html: `<body><form id="form1"><div class="strip"><a href="/prices/gold/2026-11-26">سعر الذهب اليوم عيار 21 في السوق</a></div><div class="slides">${slides.join("")}</div>
<div class="col">${shown.slice(3, 6).map(box).join("")}<div class="box"><div class="box-head"><span>الأكثر قراءة هذا الأسبوع</span></div>
<div class="box-body">${OLD.map((title, at) => `<div class="ln"><b>${at + 1}</b><a href="/39000${at}">${title}</a></div>`).join("")}</div></div>
${shown.slice(6).map(box).join("")}<div class="post sponsored"><h3><a href="/4400200">محتوى برعاية: كيف تختار هاتفك الجديد</a></h3></div></div>
<div class="bottom"><a href="/page/staff-of-the-paper">هيئة تحرير صحيفة المشهد وإدارتها ومكاتبها</a></div></form></body>`,
  };
}

function paper(): SiteListing {
  const url = "https://diyar.example/";
  const shown = addressed((at) => `/article/${2290100 + at}-story-of-today`);
  const opinions = OPINIONS.map(([title, author], at) => ({
    title,
    author,
    path: `/article/${2290200 + at}-opinion`,
    at,
  }));
  const strip = opinions.map(
    ({ title, author, path, at }) =>
      `<div class="writer"><a href="/author/${at}-x"><img src="w.jpg"></a><div class="w-name"><a href="/author/${at}-x">${author}</a></div><div class="w-title"><a href="${path}">${title}</a></div></div>`,
  );
  const blocks = shown.map(
    ({ title, path }) =>
      `<div class="blk"><a href="${path}"><img class="lozad" data-src="b.jpg" alt=""></a><div class="blk-title"><a href="${path}">${title}</a></div></div>`,
  );
  return {
    why: "a paper with a strip of writers, all but a ticker within an element that is called a menu",
    url,
    answers: answersOf(url, [...opinions, ...shown]),
    html: `<body><div class="ticker"><a href="${shown[0]?.path}">${shown[0]?.title}</a></div><div class="off-canvas menu"><h1>الديار</h1><nav><a href="/section/1">لبنان</a></nav><div class="strip">${strip.join("")}</div><div>${blocks.join("")}</div>
<p><a href="/page/advertise-in-print">للإعلان في الديار الورقية والإلكترونية</a></p><footer><a href="/page/2">من نحن</a></footer></div></body>`,
  };
}

function village(): SiteListing {
  const url = "https://qarya.example/";
  const shown = addressed((at) => `/2026/11/${at}.html`, NEWS.slice(0, 3));
  const posts = shown.map(
    ({ title, path }) =>
      `<section><h2><a href="/news-of-village">أخبار القرية</a></h2><h3><a href="${path}">${title}</a></h3></section>`,
  );
  return {
    why: "a village with three articles, each under the name of its section",
    url,
    answers: answersOf(url, shown),
    html: `<body>${posts.join("")}</body>`,
  };
}

function reports(): SiteListing {
  const url = "https://zawaya.example/";
  const shown = addressed((at) => `/${["water", "a-report", "people"][at % 3]}-${1000 + at * 17}/`);
  const cards = shown.map(
    ({ title, path }) =>
      `<article><a href="${path}"><img src="a.jpg" alt=""></a><div class="post__title"><a href="${path}">${title}</a></div></article>`,
  );
  return {
    why: "invitations of the site about itself, with headings like its news",
    url,
    answers: answersOf(url, shown),
    html: `<body><section>${cards.join("")}</section><section><h2><a href="/podcast/">بودكاست زوايا: حكايات من الهامش</a></h2>
<a class="button" href="/join-us/">انضم إلى فريق زوايا الآن</a></section><div><a href="/editorial-policy/">السياسة التحريرية ومدونة السلوك المهني</a></div></body>`,
  };
}

function layoutTables(): SiteListing {
  const url = "http://rafidain.example/index.php?view=category&id=34";
  const shown = addressed((at) => `/index.php?view=article&id=${3300 + at}`);
  const rows = shown.map(
    ({
      title,
      path,
    }) => `<table><tr><td><a href="${path.replace("&", "&amp;")}">${title}</a></td></tr><tr><td>الأحد, 22 تشرين الثاني/نوفمبر 2026 19:10</td></tr>
<tr><td>نص الخبر الأول وهو قصير.</td></tr><tr><td><a href="${path.replace("&", "&amp;")}">التفاصيل...</a></td></tr></table>`,
  );
  return {
    why: "a table for each article",
    url,
    answers: answersOf(url, shown),
    html: `<body>${rows.join("")}</body>`,
  };
}

/** Pages on which earlier rules found too much or too little. */
export const SITE_LISTINGS: readonly SiteListing[] = [
  magazine(),
  sports(),
  opinions(false),
  opinions(true),
  portal(),
  paper(),
  village(),
  reports(),
  layoutTables(),
];
