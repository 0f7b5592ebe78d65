import type { FamilyPage } from "./family-page.ts";
import { RELATED_PATHS } from "./site-families.ts";
import { STORIES, type ToldStory } from "./told-stories.ts";

const { bridge, dates, clinic, theatre, column } = STORIES;
const IMAGE = "https://waha.example/uploads/2026/11/main-photo.jpg";
const SRC = "/uploads/2026/11/main-photo.jpg";
const SITE = "صحيفة الواحة";
const menu = ["الرئيسية", "محليات", "عالم", "مال", "رياضة"]
  .map((name, at) => `<li><a href="/s/${at}">${name}</a></li>`)
  .join("");

const page = (title: string, body: string, head = "") =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const prose = ({ paragraphs, heading }: ToldStory) =>
  paragraphs.map((text) => (text === heading ? `<h3>${text}</h3>` : `<p>${text}</p>`));
const further = ({ further: titles }: ToldStory, item: (href: string, text: string) => string) =>
  titles.map((text, at) => item(RELATED_PATHS[at] as string, text)).join("\n");

function read({ title, paragraphs, author }: ToldStory, html: string, more: Partial<FamilyPage> = {}): FamilyPage {
  return { html, title, paragraphs, day: "2026-11-22", image: IMAGE, byline: author, related: RELATED_PATHS, ...more };
}

/** What stories are made of besides paragraphs, and what stands around them on sites of all kinds. */
export const FURTHER_PAGES: Readonly<Record<string, FamilyPage>> = {
  "the next article on the same page": read(
    bridge,
    page(
      `${bridge.title} | ${SITE}`,
      `<header><nav><ul>${menu}</ul></nav></header><div id="articles"><div class="article-wrapper" data-url="/news/88421"><h1>${bridge.title}</h1><div class="info"><span class="author">${bridge.author}</span> <span class="date">22 نوفمبر 2026</span></div><img src="${SRC}"><div class="body">${prose(bridge).join("")}</div><div class="rel"><h4>أخبار ذات صلة</h4>${further(bridge, (href, text) => `<a href="${href}">${text}</a>`)}</div></div>
      <div class="article-wrapper" data-url="/news/88300"><h2>${theatre.title}</h2><div class="info"><span class="author">${theatre.author}</span> <span class="date">20 نوفمبر 2026</span></div><img src="/uploads/2026/11/stage.jpg"><div class="body">${prose(theatre).join("")}</div></div></div>`,
    ),
  ),

  "a gallery of photographs": read(
    theatre,
    page(
      theatre.title,
      `<nav><ul>${menu}</ul></nav><main><h1>${theatre.title}</h1><div class="by">تصوير: ${theatre.author}</div><time datetime="2026-11-22">22 نوفمبر 2026</time><p class="intro">${theatre.paragraphs[0]}</p><div class="gallery"><figure><img src="${SRC}"><figcaption>المخرج يراجع النص مع ساعي البريد قبل رفع الستار</figcaption></figure><figure><img src="/uploads/2026/11/two.jpg"><figcaption>مقاعد من ثلاث مدارس في صف واحد</figcaption></figure></div><h3>ألبومات ذات صلة</h3>${further(theatre, (href, text) => `<div><a href="${href}">${text}</a></div>`)}</main>`,
    ),
    { paragraphs: [theatre.paragraphs[0] as string], byline: null },
  ),

  "a ministry's portal": read(
    clinic,
    page(
      `أخبار الوزارة - ${clinic.title}`,
      `<form id="aspnetForm" action="/ar/news/Pages/news88421.aspx"><div id="s4-workspace"><div class="header"><ul class="root static">${menu}</ul></div><div class="breadcrumb-wrapper"><span>أنت هنا:</span> <a href="/">الرئيسية</a> / <a href="/ar/news">المركز الإعلامي</a> / <span>${clinic.title}</span></div>
      <div id="contentBox"><div class="news-details"><h2 class="news-title">${clinic.title}</h2><div class="news-date"><i class="icon-calendar"></i> 12/06/1448 هـ الموافق 22/11/2026 م</div><div class="pub-image"><img alt="" src="${SRC}?RenditionID=5"></div><div class="ms-rtestate-field">${clinic.paragraphs.map((text) => `<div class="ms-rteElement-P" style="text-align:justify">${text === clinic.heading ? `<strong>${text}</strong>` : `&#8203;${text}`}</div><div><br></div>`).join("")}</div>
      <div class="page-tools"><span>شارك المحتوى</span><a>تغريد</a><a>طباعة</a></div><div class="rate">هل أفادك المحتوى؟ <label>نعم</label> <label>لا</label></div><div class="last-update">تاريخ آخر تحديث: 23/11/2026 08:15 ص</div></div><div class="more-news"><h3>أخبار ذات صلة</h3>${further(clinic, (href, text) => `<div class="item"><a href="${href}">${text}</a></div>`)}</div></div></div></form>`,
    ),
    { byline: null },
  ),

  "one line break a paragraph, and its own heading twice": read(
    dates,
    page(
      `${dates.title} - ${SITE}`,
      `<div id="main"><div class="title_bar"><h3>${dates.title}</h3></div><div class="details"><span>نشر بتاريخ: 2026-11-22 الساعة 10:15</span><span>الكاتب: ${dates.author}</span><span>القراءات: 201</span></div><div class="post_content" itemprop="articleBody"><img src="${SRC}"><br><b>${dates.title}</b><br>${dates.paragraphs.map((text) => `&nbsp;&nbsp;&nbsp;${text}`).join("<br>")}<br>${SITE} ترحب بتعليقاتكم وتحتفظ بحق حذف ما يسيء منها<br></div><div class="similar"><div class="title_bar">مواضيع مشابهة</div><ul>${further(dates, (href, text) => `<li><a href="${href}">${text}</a></li>`)}</ul></div></div>`,
    ),
  ),

  "elements with names of its own": read(
    column,
    page(
      column.title,
      `<app-root><app-header><ul>${menu}</ul></app-header><app-article _ngcontent-c1><div _ngcontent-c1 class="head"><h1 _ngcontent-c1>${column.title}</h1><app-author><a href="/author/77">${column.author}</a></app-author><span class="date">الأحد ٢٢ نوفمبر ٢٠٢٦</span></div><app-media><img src="${SRC}"></app-media><app-content>${column.paragraphs.map((text) => `<app-paragraph><span>${text}</span></app-paragraph>`).join("")}</app-content><app-related><h4>مقالات ذات صلة</h4>${further(column, (href, text) => `<app-card><a href="${href}"><span>${text}</span></a></app-card>`)}</app-related></app-article><app-footer><p>جميع الحقوق محفوظة</p></app-footer></app-root>`,
    ),
  ),

  "an interview": read(
    {
      ...theatre,
      paragraphs: [
        theatre.paragraphs[0] as string,
        "كيف بدأت الفكرة؟",
        "بدأت من رسالة وصلت إلى العنوان الخطأ، وبقيت سنة على باب بيتنا ولم يفتحها أحد.",
        "ومن كتب النص؟",
        "معلمة من الحي. نعم.",
        "هل ستعرضونها في مدن أخرى؟",
        "نتمنى ذلك، لكن الديكور لا يدخل من أبواب القاعات الصغيرة.",
      ],
    },
    page(
      theatre.title,
      `<main><h1>${theatre.title}</h1><div class="meta">حاوره: ${theatre.author} | 22-11-2026</div><img src="${SRC}"><div class="txt"><p>${theatre.paragraphs[0]}</p><p><strong>كيف بدأت الفكرة؟</strong></p><p>بدأت من رسالة وصلت إلى العنوان الخطأ، وبقيت سنة على باب بيتنا ولم يفتحها أحد.</p><p><strong>ومن كتب النص؟</strong></p><p>معلمة من الحي. نعم.</p><p><strong>هل ستعرضونها في مدن أخرى؟</strong></p><p>نتمنى ذلك، لكن الديكور لا يدخل من أبواب القاعات الصغيرة.</p></div><div><b>قد يهمك</b>${further(theatre, (href, text) => `<p><a href="${href}">${text}</a></p>`)}</div></main>`,
    ),
  ),

  "a list of steps": read(
    {
      ...dates,
      paragraphs: [
        dates.paragraphs[0] as string,
        "خمس نصائح للمزارعين",
        "الري بعد الغروب، لا قبله",
        "تغطية العذوق بقماش أبيض",
        "ترك العشب حول الجذع",
        dates.paragraphs[4] as string,
      ],
    },
    page(
      dates.title,
      `<main><article><h1>${dates.title}</h1><p class="byline">${dates.author}، الواحة</p><time datetime="2026-11-22T06:00Z">٢٢ نوفمبر</time><figure><img src="${SRC}"></figure><p>${dates.paragraphs[0]}</p><h2>خمس نصائح للمزارعين</h2><ul><li>الري بعد الغروب، لا قبله</li><li>تغطية العذوق بقماش أبيض</li><li>ترك العشب حول الجذع</li></ul><p>${dates.paragraphs[4]}</p></article><section><h2>اقرأ أيضًا</h2>${further(dates, (href, text) => `<h3><a href="${href}">${text}</a></h3>`)}</section></main>`,
    ),
  ),

  "calls in bold with the link in the next line": read(
    clinic,
    page(
      clinic.title,
      `<div class="c"><h1>${clinic.title}</h1><ul class="info"><li>${clinic.author}</li><li>الأحد, 22 نوفمبر, 2026 - 11:40 صباحًا</li></ul><div class="img"><img src="${SRC}"></div><div class="e">${prose(clinic).slice(0, 2).join("")}<p><strong>موضوعات متعلقة:</strong></p>${further(clinic, (href, text) => `<p><strong><a href="${href}">${text}</a></strong></p>`)}${prose(clinic).slice(2).join("")}<p>يمكنكم متابعة أخبار الواحة عبر تطبيق نبض</p><p>لمتابعة آخر الأخبار تابعونا عبر <a href="https://whatsapp.com/channel/1">قناة واتساب</a></p></div></div>`,
    ),
    { byline: null },
  ),

  "buttons and counts in two languages": read(
    bridge,
    page(
      `${bridge.title} | Waha News`,
      `<div class="site"><div class="menu-bar"><ul>${menu}</ul></div><div class="single"><div class="cat-badge"><a href="/s/1">محليات</a></div><h1 class="single-title">${bridge.title}</h1><div class="single-meta"><span class="posted-by">By <a href="/author/salwa">${bridge.author}</a></span><span class="posted-on">Nov 22, 2026</span><span>3 min read</span><span>0 Comments</span></div><img class="hero" src="${SRC}"><div class="single-content">${prose(bridge).join("")}<div class="share-row"><span>Share on</span><a>Facebook</a><a>X</a><a>Copy link</a></div></div><div class="you-may"><h3>You may also like</h3>${further(bridge, (href, text) => `<div class="card"><a href="${href}"><img src="/t.jpg"><h4>${text}</h4></a></div>`)}</div><div class="nl"><h3>Subscribe to our newsletter</h3><p>اشترك في نشرتنا لتصلك أهم الأخبار كل صباح على بريدك، ويمكنك إلغاء الاشتراك متى شئت.</p></div></div></div>`,
    ),
  ),

  "a bulletin of a party's site": read(
    dates,
    page(
      dates.title,
      `<table width="100%" dir="rtl"><tr><td colspan="2"><marquee>عاجل: اجتماع طارئ للمكتب السياسي مساء اليوم</marquee></td></tr><tr><td valign="top" width="75%"><h2 align="center"><font color="red">${dates.title}</font></h2><p align="left"><font size="1">الأحد 12 جمادى الثانية 1448هـ - 22 تشرين الثاني 2026م</font></p><center><img src="${SRC}"></center><div align="justify"><font size="4">${dates.paragraphs.map((text) => (text === dates.heading ? `<p><u>${text}</u>` : `<p>${text}`)).join("\n")}</font></div><p align="left"><b>${dates.author}</b></p><hr><b>مقالات أخرى ذات صلة</b><ul>${further(dates, (href, text) => `<li><a href="${href}">${text}</a>`)}</ul></td><td valign="top"><b>أقسام الموقع</b><br>${menu}</td></tr></table>`,
    ),
    { byline: null },
  ),

  "a newsletter's box within the text": read(
    bridge,
    page(
      bridge.title,
      `<nav><ul>${menu}</ul></nav><main><h1>${bridge.title}</h1><p class="author-line"><a rel="author" href="/w/5">${bridge.author}</a></p><time datetime="2026-11-22T09:00:00+03:00"></time><img src="${SRC}"><div class="rich">${prose(bridge).slice(0, 3).join("")}<div class="cta-box"><h4>النشرة الصباحية</h4><p>سجل بريدك لتصلك أهم أخبار الواحة كل صباح، ولن نرسل إليك سوى ما يهمك.</p><input><button>اشترك</button></div>${prose(bridge).slice(3).join("")}</div><h3>مقالات قد تهمك</h3><ul>${further(bridge, (href, text) => `<li><a href="${href}">${text}</a></li>`)}</ul></main>`,
    ),
  ),
  "the outlet's name is a heading, too": read(
    bridge,
    page(
      `الواحة اليوم: ${bridge.title}`,
      `<header><h1>الواحة اليوم</h1><ul>${menu}</ul></header><main><h2>${bridge.title}</h2><div class="by">${bridge.author}</div><div>22 نوفمبر 2026</div><img src="${SRC}"><div class="words">${prose(bridge).join("")}</div></main><section><h4>أخبار ذات صلة</h4>${further(bridge, (href, text) => `<p><a href="${href}">${text}</a></p>`)}</section>`,
    ),
  ),
  "an embedded post": read(
    dates,
    page(
      dates.title,
      `<main><article><h1>${dates.title}</h1><div class="writer-name">${dates.author}</div><span class="time">22 نوفمبر 2026 | 10:00</span><img src="${SRC}"><div class="t">${prose(dates).slice(0, 2).join("")}<blockquote class="twitter-tweet"><p lang="ar" dir="rtl">موسم صعب علينا جميعا، ادعوا لنا بالمطر.</p>&mdash; مزارع من الجنوب (@farmer) <a href="https://twitter.com/farmer/status/1">November 21, 2026</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>${prose(dates).slice(2).join("")}</div></article><div class="mt"><h5>متعلقات</h5>${further(dates, (href, text) => `<p><a href="${href}">${text}</a></p>`)}</div></main>`,
    ),
  ),
  "a caption that is a paragraph": read(
    clinic,
    page(
      clinic.title,
      `<main><h4 class="big">${clinic.title}</h4><p>الأحد 22/11/2026 الساعة 14:22</p><p>${clinic.author} - الواحة</p><div class="text"><div class="wp-caption"><img src="${SRC}"><p class="wp-caption-text">الحافلة التي صارت عيادة تقف أمام مدرسة القرية، ويحيط بها الأطفال.</p></div>${prose(clinic).join("")}</div><div>إقرأ أيضا:</div>${further(clinic, (href, text) => `<div><a href="${href}">${text}</a></div>`)}</main>`,
    ),
    { byline: null },
  ),
  "words about the writer below the text": read(
    column,
    page(
      column.title,
      `<main><h1>${column.title}</h1><div><span>بقلم/ ${column.author}</span></div><div>نشر في: الأحد 22 نوفمبر 2026 - 08:00 م</div><img src="${SRC}"><div class="entry">${prose(column).join("")}</div><div class="bio"><h4>عن الكاتبة</h4><p>كاتبة من مدينة الساحل، تكتب مقالا كل أحد منذ عشرين عاما، وصدرت لها ثلاث مجموعات قصصية.</p></div></main>`,
    ),
    { related: [] },
  ),
  "calls to read on behind advertisements": read(
    theatre,
    page(
      `${theatre.title} « الواحة نت`,
      `<main><h1>${theatre.title}</h1><ul class="post-info"><li>المحرر الثقافي</li><li>22 نوفمبر 2026</li><li>ثقافة</li></ul><img src="${SRC}"><section>${prose(
        theatre,
      )
        .map(
          (one, at) =>
            `<div class="p">${one}</div>${at % 2 === 1 ? '<div class="adv"><span>إعلان</span><span>تابع القراءة بعد الإعلان</span></div>' : ""}`,
        )
        .join(
          "",
        )}</section><section><h3>المزيد من ثقافة</h3><div>${further(theatre, (href, text) => `<div class="c"><a href="${href}"><h4>${text}</h4></a></div>`)}</div></section></main>`,
    ),
    { byline: null, related: [] },
  ),
  "a poll below the text": read(
    bridge,
    page(
      bridge.title,
      `<main><h1>${bridge.title}</h1><div class="d">2026-11-22 15:20</div><img src="${SRC}"><div class="b">${prose(bridge).join("")}</div><div class="survey"><p>هل تؤيد منع السيارات من عبور الجسر القديم بعد أن انتهى ترميمه؟</p><label>نعم</label><label>لا</label><label>لا أدري</label></div><div class="rel-news"><span class="h">أخبار ذات علاقة</span>${further(bridge, (href, text) => `<a href="${href}">${text}</a>`)}</div></main>`,
    ),
    { byline: null },
  ),
  "the source in the last line": read(
    dates,
    page(
      dates.title,
      `<main><article><header><span>اقتصاد</span><h1>${dates.title}</h1><p>${dates.lead}</p></header><address>${dates.author}</address><time pubdate>٢٢/١١/٢٠٢٦</time><img src="${SRC}"><div>${prose(dates).join("")}<p>المصدر: الواحة + وكالات</p></div></article><aside><h2>ذات صلة</h2>${further(dates, (href, text) => `<a href="${href}">${text}</a>`)}</aside></main>`,
    ),
    { paragraphs: [dates.lead, ...dates.paragraphs], byline: null },
  ),
  "a page for telephones without a heading": read(
    clinic,
    page(
      clinic.title,
      `<div class="hd"><a href="/">الواحة</a></div><div class="ttl">${clinic.title}</div><div class="dt">22-11-2026 | 10:11</div><div class="im"><img src="${SRC}"></div><div class="tx">${clinic.paragraphs.join("<br/><br/>")}</div><div class="sh">شارك عبر: <a href="https://wa.me/x">واتساب</a></div><div class="rl"><div>اقرأ أيضا</div>${further(clinic, (href, text) => `<div><a href="${href}">${text}</a></div>`)}</div><div class="ft">جميع الحقوق محفوظة © الواحة 2026</div>`,
    ),
    { byline: null },
  ),
};
