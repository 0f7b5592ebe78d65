/** The article that every template shows. */
export const STORY = {
  title: "مصنع الورق في السهل يعود إلى العمل بعد عامين من الصمت",
  paragraphs: [
    "عادت الآلات إلى الدوران في مصنع الورق في بلدة السهل أمس، بعد عامين من توقفه، وحضر العمال قبل موعد الدوام بساعة.",
    "وقال مدير المصنع إن الإنتاج سيبدأ بعشرين طنا في اليوم، «ثم يتضاعف في الربيع إذا بقيت أسعار اللب على حالها».",
    "ما الذي تغير؟",
    "اشترت جمعية من أهل البلدة نصف الأسهم، وتعهد المصرف الزراعي بقرض طويل لا تبدأ أقساطه قبل السنة الثانية.",
    "ويعمل في المصنع الآن مئة وأربعون شخصا، وتقول النقابة إن العدد كان ثلاثة أضعاف ذلك قبل الأزمة.",
  ],
  day: "2026-11-22",
  image: "https://news.example/media/2026/11/paper-mill.jpg",
  related: ["/n/1001/mill-closes", "/n/1002/pulp-prices"],
} as const;

const { title, paragraphs } = STORY;
const FURTHER = ["كيف أغلق مصنع الورق أبوابه قبل عامين", "أسعار لب الورق تهبط في الأسواق العالمية"];
const LATEST = [
  "أمطار متوقعة على الساحل حتى نهاية الأسبوع",
  "افتتاح معرض الكتاب في ساحة البلدية القديمة",
  "فريق السهل يتأهل إلى نصف نهائي الكأس",
  "حملة لتنظيف مجرى النهر قبل موسم الفيضان",
];

const further = (item: (href: string, text: string) => string) =>
  STORY.related.map((href, at) => item(href, FURTHER[at] as string)).join("\n");
const body = (paragraph: (text: string, at: number) => string) => paragraphs.map(paragraph).join("\n");
/** Paragraphs with a heading among them. */
const prose = body((text, at) => (at === 2 ? `<h3>${text}</h3>` : `<p>${text}</p>`));
const menu = ["سياسة", "اقتصاد", "رياضة", "ثقافة وفن"]
  .map((name, at) => `<li><a href="/s/${at}">${name}</a></li>`)
  .join("");
const latest = LATEST.map((text, at) => `<li><a href="/n/200${at}/x">${text}</a></li>`).join("");

interface Head {
  readonly title?: string;
  readonly more?: string;
}

function page(inside: string, { title: head = `${title} | صحيفة السهل`, more = "" }: Head = {}): string {
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${head}</title>${more}</head><body>${inside}</body></html>`;
}

/** Where they are read. */
export const TEMPLATE_URL = "https://news.example/n/77/paper-mill";

/** Pages as the programs behind news sites make them, none with more to hold on to than it really has. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  drupal: page(`<div class="region region-header"><ul class="menu nav navbar-nav">${menu}</ul></div>
    <div class="region region-content"><div class="block block-system block-system-main-block"><article class="node node--type-news node--view-mode-full">
    <h1 class="page-header"><span class="field field--name-title field--type-string">${title}</span></h1>
    <div class="field field--name-created">الأحد, 11/22/2026 - 14:05</div>
    <div class="field field--name-field-image"><img src="/media/2026/11/paper-mill.jpg" width="800" height="450" alt="المصنع"></div>
    <div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">${prose}</div>
    <div class="field field--name-field-tags field--label-above"><div class="field__label">الوسوم</div><a href="/tags/7">ورق</a> <a href="/tags/8">السهل</a></div>
    </article></div><div class="views-element-container block block-views"><h2 class="block-title">مواضيع ذات صلة</h2><div class="view view-related"><div class="view-content">
    ${further((href, text) => `<div class="views-row"><div class="views-field views-field-title"><a href="${href}">${text}</a></div></div>`)}</div></div></div></div>
    <div class="region region-sidebar-second"><h2>آخر الأخبار</h2><ul>${latest}</ul></div>`),

  blogger: page(
    `<div class='content-outer'><div class='content'><div class='main'><div class='widget Blog' id='Blog1'><div class='blog-posts hfeed'>
    <h2 class='date-header'><span>الأحد، 22 نوفمبر 2026</span></h2><div class='post hentry'><h3 class='post-title entry-title'>${title}</h3>
    <div class='post-body entry-content'><div dir="rtl" style="text-align: right;" trbidi="on"><div class="separator" style="clear: both;"><a href="/media/2026/11/paper-mill.jpg" imageanchor="1"><img border="0" src="/media/2026/11/paper-mill.jpg"></a></div><br />
    ${paragraphs.join("<br />\n<br />\n")}<br /></div><div style='clear: both;'></div></div>
    <div class='post-footer'><span class='post-author vcard'>مرسلة بواسطة <span class='fn'>السهل</span></span> في <a class='timestamp-link' href='/x'><abbr class='published'>2:05 م</abbr></a></div></div>
    <div class='related-posts'><h4>مقالات ذات صلة</h4><ul>${further((href, text) => `<li><a href='${href}'>${text}</a></li>`)}</ul></div>
    <div class='comments' id='comments'><h4>ليست هناك تعليقات:</h4><p class='comment-footer'><a href='/c'>إرسال تعليق</a></p></div></div>
    <div class='blog-pager' id='blog-pager'><a href='/n/1'>رسالة أحدث</a><a href='/n/2'>رسالة أقدم</a><a href='/'>الصفحة الرئيسية</a></div></div></div></div></div>`,
    { title: `صحيفة السهل: ${title}` },
  ),

  joomla:
    page(`<div id="sp-header"><ul class="sp-megamenu-parent">${menu}</ul></div><div id="k2Container" class="itemView">
    <div class="itemHeader"><span class="itemDateCreated">الأحد, 22 تشرين2/نوفمبر 2026 14:05</span><h2 class="itemTitle">${title}</h2><span class="itemAuthor">كتبه <a href="/u/3">مندوب السهل</a></span></div>
    <div class="itemToolbar"><ul><li>حجم الخط <a>تصغير حجم الخط</a> <a>تكبير حجم الخط</a></li><li><a rel="nofollow">طباعة</a></li></ul></div>
    <div class="itemBody"><div class="itemImageBlock"><span class="itemImage"><a class="modal" href="/media/2026/11/paper-mill.jpg"><img src="/media/2026/11/paper-mill.jpg" style="width:900px"></a></span></div>
    <div class="itemIntroText"><p>${paragraphs[0]}</p></div><div class="itemFullText">${paragraphs
      .slice(1)
      .map((text) => `<p>${text}</p>`)
      .join("")}</div></div>
    <div class="itemLinks"><div class="itemTagsBlock"><span>موسومة تحت</span><ul class="itemTags"><li><a href="/tag/1">ورق</a></li></ul></div></div>
    <div class="itemRelated"><h3>مواضيع ذات صلة</h3><ul>${further((href, text) => `<li><a class="itemRelTitle" href="${href}">${text}</a></li>`)}</ul></div></div>`),

  "tables of a web form": page(
    `<form method="post" action="./News.aspx?id=7" id="aspnetForm"><table width="100%"><tr><td class="menu"><ul>${menu}</ul></td><td>
    <table><tr><td><span id="ctl00_lblTitle" class="TitleBig">${title}</span></td></tr><tr><td><span id="ctl00_lblDate">22/11/2026 02:05:11 م</span></td></tr>
    <tr><td><img id="ctl00_img" src="/media/2026/11/paper-mill.jpg"></td></tr>
    <tr><td align="justify"><span id="ctl00_lblBody">${paragraphs.join("<br><br>")}</span></td></tr>
    <tr><td><b>أخبار ذات صلة</b><table>${further((href, text) => `<tr><td><a href="${href}">${text}</a></td></tr>`)}</table></td></tr></table></td></tr></table></form>`,
    { title: `صحيفة السهل - ${title}` },
  ),

  arc: page(
    `<header class="b-header"><nav><ul>${menu}</ul></nav></header><main><article><header class="b-article-header"><h1 class="b-headline">${title}</h1>
    <div class="b-subheadline"></div><time class="b-date" datetime="2026-11-22T11:05:00.000Z">22 نوفمبر 2026</time></header>
    <figure class="b-lead-art"><img src="/media/2026/11/paper-mill.jpg" width="1200"><figcaption class="a-caption">آلة الورق في مصنع السهل قبل تشغيلها (صحيفة السهل)</figcaption></figure>
    <div class="b-it-share-bar"><button>مشاركة</button></div>
    <div class="b-article-body">${body((text, at) => (at === 2 ? `<h2>${text}</h2>` : `<p class="c-paragraph">${text}</p>${at === 1 ? '<div class="c-ad">إعلان</div>' : ""}`))}
    ${further((href, text) => `<p class="c-paragraph"><b>اقرأ أيضًا: </b><a href="${href}">${text}</a></p>`)}</div></article></main>
    <aside class="b-right-rail"><h3>الأكثر قراءة</h3><ol>${latest}</ol></aside>`,
    { more: '<meta property="og:image" content="https://news.example/media/2026/11/paper-mill.jpg?w=1200">' },
  ),

  quintype:
    page(`<div id="header"><ul class="menu-items">${menu}</ul></div><div class="arr--story-page-template"><div class="story-grid-m__grid">
    <div class="arrow-component arr--headline"><h1>${title}</h1></div><div class="arr--publish-details"><div class="arr-date">نُشر في : 22 نوفمبر 2026، 2:05 م</div></div>
    <figure class="hero-image"><img src="/media/2026/11/paper-mill.jpg"></figure>
    ${body((text) => `<div class="arr--story-page-card-wrapper"><div class="story-element story-element-text"><div class="text-m_wrap"><div><p>${text}</p></div></div></div></div>`)}
    <div class="arr--story-page-card-wrapper"><div class="story-element story-element-text story-element-text-also-read"><div><h3>إقرأ أيضاً</h3>${further((href, text) => `<a href="${href}">${text}</a>`)}</div></div></div>
    </div></div>`),

  amp: page(
    `<amp-sidebar id="side"><ul>${menu}</ul></amp-sidebar><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${title}</h1>
    <div class="amp-wp-meta amp-wp-posted-on"><time datetime="2026-11-22T14:05:00+03:00">منذ يوم واحد</time></div></header>
    <figure class="amp-wp-article-featured-image"><amp-img src="/media/2026/11/paper-mill.jpg" width="1024" height="576" layout="responsive"></amp-img></figure>
    <div class="amp-wp-article-content">${prose}</div>
    <div class="amp-related-posts"><h4>قد يعجبك أيضاً</h4><ul>${further((href, text) => `<li><a href="${href}">${text}</a></li>`)}</ul></div>
    <footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">الوسوم: <a href="/t/1">ورق</a></div></footer></article>`,
    { more: '<link rel="canonical" href="https://news.example/n/77">' },
  ),

  "classes without meaning":
    page(`<div id="__next"><div class="css-1abc"><div class="css-2bcd"><ul>${menu}</ul></div><main class="css-3cde"><div class="css-4def"><div class="css-k1">اقتصاد</div><h1 class="css-5efg">${title}</h1>
    <div class="css-6fgh"><span>صحيفة السهل</span><span>22 نوفمبر 2026</span><span>14:05</span></div><div class="css-7ghi"><img alt="" src="/media/2026/11/paper-mill.jpg"></div>
    <div class="css-8hij">${body((text) => `<div class="css-9ijk">${text}</div>`)}
    <div class="css-0jkl"><span>اقرأ أيضاً</span>${further((href, text) => `<a href="${href}"><span>${text}</span></a>`)}</div></div></div></main><div class="css-aklm"><div>آخر الأخبار</div><ul>${latest}</ul></div></div></div>`),

  elementor:
    page(`<div class="elementor elementor-12 elementor-location-header"><div class="elementor-widget elementor-widget-nav-menu"><ul>${menu}</ul></div></div>
    <div data-elementor-type="single-post" class="elementor elementor-40 elementor-location-single post"><section class="elementor-section"><div class="elementor-container"><div class="elementor-column"><div class="elementor-widget-wrap">
    <div class="elementor-element elementor-widget elementor-widget-theme-post-title"><div class="elementor-widget-container"><h1 class="elementor-heading-title">${title}</h1></div></div>
    <div class="elementor-element elementor-widget elementor-widget-post-info"><div class="elementor-widget-container"><ul><li><time>22 نوفمبر، 2026</time></li><li>لا توجد تعليقات</li></ul></div></div>
    <div class="elementor-element elementor-widget elementor-widget-theme-post-featured-image"><div class="elementor-widget-container"><img src="/media/2026/11/paper-mill.jpg" width="800"></div></div>
    ${body((text) => `<div class="elementor-element elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>${text}</p></div></div>`)}
    <div class="elementor-element elementor-widget elementor-widget-share-buttons"><div>فيسبوك</div><div>تويتر</div><div>واتساب</div></div></div></div></div></section>
    <section class="elementor-section"><h4>أخبار ذات صلة</h4><div class="elementor-posts">${further((href, text) => `<article class="elementor-post"><h3 class="elementor-post__title"><a href="${href}">${text}</a></h3></article>`)}</div></section></div>`),

  "a heading that links to itself": page(
    `<div id="wrapper"><div id="header"><h1><a href="/">صحيفة السهل</a></h1></div><div id="page"><div id="content"><div class="post" id="post-77"><h2><a href="/n/77">${title}</a></h2><small>22 نوفمبر 2026 بواسطة admin</small>
    <div class="entry"><p><img src="/media/2026/11/paper-mill.jpg" class="alignright size-full"></p>${prose}<p>مقالات مشابهة:</p><ul>${further((href, text) => `<li><a href="${href}">${text}</a></li>`)}</ul></div>
    <p class="postmetadata">نشر في <a href="/c/1">اقتصاد</a> | 3 تعليقات</p></div></div><div id="sidebar"><ul>${latest}</ul></div></div></div>`,
    { title: `${title} « صحيفة السهل` },
  ),

  "fonts of an old editor": page(
    `<TABLE BORDER=0 WIDTH="760"><TR><TD COLSPAN=2><A HREF="/">الرئيسية</A> | <A HREF="/s/1">اقتصاد</A> | <A HREF="/s/2">رياضة</A></TD></TR><TR><TD VALIGN=top>
    <P ALIGN=center><B><FONT SIZE=5 COLOR="#800000">${title}</FONT></B></P><P><FONT SIZE=2>الأحد 22/11/2026</FONT></P><P ALIGN=center><IMG SRC="/media/2026/11/paper-mill.jpg" WIDTH=400></P>
    ${body((text) => `<P ALIGN=justify><FONT FACE="Simplified Arabic" SIZE=4>${text}</FONT>`)}
    <P><B>موضوعات ذات صلة</B>${further((href, text) => `<LI><A HREF="${href}">${text}</A>`)}</TD></TR></TABLE>`,
    { title },
  ),

  "a body in parts":
    page(`<nav><ul>${menu}</ul></nav><main><h1>${title}</h1><p class="date">الأحد 22 نوفمبر 2026 م - 2 جمادى الآخرة 1448 هـ</p><picture><source srcset="/media/2026/11/paper-mill.jpg 800w"><img data-src="/media/2026/11/paper-mill.jpg" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></picture>
    <div class="part"><p>${paragraphs[0]}</p><p>${paragraphs[1]}</p></div><div class="ad-slot"><p>إعلان</p></div><div class="part"><h2>${paragraphs[2]}</h2><p>${paragraphs[3]}</p></div><div class="ad-slot"><p>إعلان</p></div><div class="part"><p>${paragraphs[4]}</p></div>
    <div class="box"><h3>موضوعات متعلقة</h3>${further((href, text) => `<div><a href="${href}">${text}</a></div>`)}</div></main>`),
};
