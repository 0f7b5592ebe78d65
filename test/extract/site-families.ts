import type { FamilyPage } from "./family-page.ts";
import { STORIES, type ToldStory } from "./told-stories.ts";

export const FAMILY_URL = "https://waha.example/news/88421/the-story";
const IMAGE = "https://waha.example/uploads/2026/11/main-photo.jpg";
const DAY = "2026-11-22";
const SRC = "/uploads/2026/11/main-photo.jpg";
/** Where the further stories of a told one are. */
export const RELATED_PATHS = ["/n/501", "/n/502"];
const SITE = "صحيفة الواحة";
const MENU = ["سياسة", "اقتصاد", "رياضة", "ثقافة", "رأي", "منوعات"];
const LATEST = [
  "وزير النقل يعد بقطار سريع بين العاصمة والساحل قبل نهاية العقد",
  "انقطاع الكهرباء عن ثلاثة أحياء بسبب عطل في محطة التحويل",
  "منتخب الناشئين يفوز في أولى مبارياته بهدفين نظيفين",
  "طلاب الجامعة يطالبون بتأجيل الامتحانات إلى ما بعد العيد",
];
const menu = MENU.map((name, at) => `<li class="menu-item"><a href="/section/${at}">${name}</a></li>`).join("");
const latest = LATEST.map((text, at) => `<li><a href="/n/90${at}">${text}</a></li>`).join("");

const page = (head: string, body: string) =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">${head}</head><body class="rtl single">${body}</body></html>`;
const prose = ({ paragraphs, heading }: ToldStory, tag = "h2") =>
  paragraphs.map((text) => (text === heading ? `<${tag}>${text}</${tag}>` : `<p>${text}</p>`));
const further = ({ further: titles }: ToldStory, item: (href: string, text: string) => string) =>
  titles.map((text, at) => item(RELATED_PATHS[at] as string, text)).join("\n");

function answered(story: ToldStory, html: string, more: Partial<FamilyPage> = {}): FamilyPage {
  const { title, paragraphs, author } = story;
  return { html, title, paragraphs, day: DAY, image: IMAGE, byline: author, related: RELATED_PATHS, ...more };
}

const { bridge, dates, clinic, theatre, column } = STORIES;

/** Pages as the themes and programs of Arabic news sites make them. */
export const SITE_FAMILIES: Readonly<Record<string, FamilyPage>> = {
  "Newspaper theme": answered(
    bridge,
    page(
      `<title>${bridge.title} - ${SITE}</title><meta property="og:title" content="${bridge.title}" /><meta property="og:image" content="${IMAGE}" />`,
      `<div class="td-header-template-wrap"><div class="td-header-menu-wrap"><ul id="menu-main-1" class="sf-menu">${menu}</ul></div></div>
    <div class="td-main-content-wrap"><div class="td-container"><div class="td-crumb-container"><div class="entry-crumbs"><span><a class="entry-crumb" href="/">الرئيسية</a></span> <i class="td-icon-right"></i> <span><a class="entry-crumb" href="/section/1">اقتصاد</a></span></div></div>
    <div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content"><article id="post-12" class="post-12 post type-post status-publish hentry">
    <div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/section/1">اقتصاد</a></li></ul><header class="td-post-title"><h1 class="entry-title">${bridge.title}</h1><p class="td-post-sub-title">${bridge.lead}</p>
    <div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">بواسطة</div> <a href="/author/salwa">${bridge.author}</a><div class="td-author-line"> - </div></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="2026-11-22T10:12:00+03:00">نوفمبر 22, 2026</time></span><div class="td-post-views"><i class="td-icon-views"></i><span class="td-nr-views-12">1340</span></div></div></header></div>
    <div class="td-post-sharing-top"><a class="td-social-sharing-button" href="https://www.facebook.com/sharer.php?u=x"><div>Facebook</div></a><a href="https://twitter.com/intent/tweet"><div>Twitter</div></a></div>
    <div class="td-post-content tagdiv-type"><div class="td-post-featured-image"><figure><a href="${SRC}"><img class="entry-thumb" src="${SRC}" width="696" height="464"/></a><figcaption class="wp-caption-text">عمال يضعون آخر حجر في القوس الأوسط</figcaption></figure></div>
    ${prose(bridge).slice(0, 2).join("\n")}<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- إعلان -</span><ins class="adsbygoogle"></ins></div>
    <div class="td_block_wrap td_block_related_posts_inline"><div class="td-block-title-wrap"><h4 class="td-block-title"><span>اقرأ أيضا</span></h4></div>${further(bridge, (href, text) => `<div class="td_module_wrap"><h3 class="entry-title td-module-title"><a href="${href}">${text}</a></h3></div>`)}</div>
    ${prose(bridge).slice(2).join("\n")}</div>
    <footer><div class="td-post-source-tags"><ul class="td-tags td-post-small-box"><li><span>الوسوم</span></li><li><a href="/tag/1">الجسر</a></li></ul></div>
    <div class="td-post-next-prev"><div class="td-post-next-prev-content"><span>المقالة السابقة</span><a href="/n/901">${LATEST[1]}</a></div></div>
    <div class="td-author-name vcard author"><span class="fn"><a href="/author/salwa">${bridge.author}</a></span></div></footer></article></div></div>
    <div class="td-pb-span4 td-main-sidebar"><aside class="widget"><h4 class="block-title"><span>الأكثر شهرة</span></h4><ul>${latest}</ul></aside></div></div></div></div>`,
    ),
    { paragraphs: [bridge.lead, ...bridge.paragraphs] },
  ),

  JNews: answered(
    dates,
    page(
      `<title>${dates.title} - ${SITE}</title>`,
      `<div class="jeg_viewport"><div class="jeg_header_wrapper"><ul class="jeg_menu jeg_main_menu">${menu}</ul></div><div class="jeg_main"><div class="jeg_container"><div class="jeg_content jeg_singlepage"><div class="container">
    <div class="jeg_breadcrumbs jeg_breadcrumb_container"><div id="breadcrumbs"><span><a href="/">الصفحة الرئيسية</a></span><i class="fa fa-angle-right"></i><span><a href="/section/1">اقتصاد</a></span></div></div>
    <div class="entry-header"><h1 class="jeg_post_title">${dates.title}</h1><h2 class="jeg_post_subtitle">${dates.lead}</h2>
    <div class="jeg_meta_container"><div class="jeg_post_meta jeg_post_meta_1"><div class="meta_left"><div class="jeg_meta_author"><span class="meta_text">بواسطة</span> <a href="/author/mahmoud/">${dates.author}</a></div><div class="jeg_meta_date"><a href="/news/88421">22 نوفمبر، 2026</a></div><div class="jeg_meta_category"><span><span class="meta_text">في</span> <a href="/section/1">اقتصاد</a></span></div></div><div class="meta_right"><div class="jeg_meta_comment"><a href="#respond"><i class="fa fa-comment-o"></i> 0</a></div></div></div></div></div>
    <div class="row"><div class="jeg_main_content col-md-8"><div class="jeg_inner_content"><div class="jeg_featured featured_image"><a href="${SRC}"><div class="thumbnail-container"><img data-src="${SRC}" src="/jeg-empty.png" width="750"></div></a></div>
    <div class="jeg_share_top_container"><div class="jeg_share_button clearfix"><div class="jeg_share_stats"><div class="jeg_share_count"><div class="counts">491</div><span class="sharetext">شارك</span></div><div class="jeg_views_count"><div class="counts">1.4k</div><span class="sharetext">المشاهدات</span></div></div><a class="jeg_btn-facebook">شارك على فيسبوك</a><a class="jeg_btn-twitter">شارك على تويتر</a></div></div>
    <div class="entry-content no-share"><div class="content-inner">${prose(dates).slice(0, 3).join("\n")}<div class="jnews_inline_related_post_wrapper"><div class="jnews_inline_related_post"><div class="jeg_postblock_29"><div class="jeg_block_heading"><h3 class="jeg_block_title"><span>مقالات <strong>ذات صلة</strong></span></h3></div><div class="jeg_posts">${further(dates, (href, text) => `<article class="jeg_post"><div class="jeg_postblock_content"><h3 class="jeg_post_title"><a href="${href}">${text}</a></h3></div></article>`)}</div></div></div></div>
    ${prose(dates).slice(3).join("\n")}<div class="jeg_post_tags"><span>وسوم: </span><a href="/tag/9">التمور</a><a href="/tag/10">الواحات</a></div></div></div>
    <div class="jeg_prevnext_post"><a href="/n/902" class="post prev-post"><span class="caption">المقال السابق</span><h3 class="post-title">${LATEST[2]}</h3></a></div>
    <div class="jnews_comment_container"><div id="respond" class="comment-respond"><h3 id="reply-title">اترك تعليقاً <small><a>إلغاء الرد</a></small></h3><p class="comment-notes">لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p></div></div></div></div>
    <div class="jeg_sidebar col-md-4"><h3>أحدث المقالات</h3><ul>${latest}</ul></div></div></div></div></div></div></div>`,
    ),
    { paragraphs: [dates.lead, ...dates.paragraphs] },
  ),

  "Jannah theme": answered(
    clinic,
    page(
      `<title>${clinic.title} | ${SITE}</title>`,
      `<header id="theme-header"><div id="main-nav"><ul class="menu">${menu}</ul></div><div class="breaking"><span class="breaking-title">أخبار عاجلة</span><ul id="breaking-news-in-header">${latest}</ul></div></header>
    <div id="content" class="site-content container"><div class="main-content tie-col-md-8" role="main"><article id="the-post" class="container-wrapper post-content">
    <div class="featured-area"><div class="featured-area-inner"><figure class="single-featured-image"><img width="780" height="470" src="${SRC}" class="attachment-jannah-image-post size-jannah-image-post wp-post-image" alt=""></figure></div></div>
    <header class="entry-header-outer"><nav id="breadcrumb"><a href="/">الرئيسية</a><em class="delimiter">/</em><a href="/section/5">منوعات</a></nav><div class="entry-header"><span class="post-cat-wrap"><a class="post-cat" href="/section/5">منوعات</a></span><h1 class="post-title entry-title">${clinic.title}</h1>
    <div id="single-post-meta" class="post-meta clearfix"><span class="meta-item meta-author-wrapper"><span class="meta-author"><a href="/author/hind/" class="author-name" title="${clinic.author}"><span class="fa fa-user"></span> ${clinic.author}</a></span></span><span class="date meta-item tie-icon">22 نوفمبر، 2026</span><span class="meta-item last-updated">آخر تحديث: 23 نوفمبر، 2026</span><div class="tie-alignright"><span class="meta-comment tie-icon meta-item">0</span><span class="meta-views meta-item"><span class="tie-icon-fire"></span> 27 </span><span class="meta-reading-time meta-item"><span class="tie-icon-bookmark"></span> أقل من دقيقة</span></div></div></div></header>
    <div id="share-buttons-top" class="share-buttons share-buttons-top"><div class="share-links"><a class="facebook-share-button" href="https://www.facebook.com/sharer.php"><span class="social-text">فيسبوك</span></a><a href="https://twitter.com/intent/tweet"><span class="social-text">‫X</span></a><a href="https://linkedin.com"><span class="social-text">لينكدإن</span></a></div></div>
    <div class="entry-content entry clearfix">${prose(clinic, "h3").slice(0, 2).join("\n")}
    <div id="inline-related-post" class="mag-box mag-box-mini content-only"><div class="container-wrapper"><div class="widget-title the-global-title"><div class="the-subtitle">مقالات ذات صلة</div></div><div class="mag-box-container"><ul class="posts-items posts-list-container">${further(clinic, (href, text) => `<li class="widget-single-post-item"><div class="post-widget-body"><a class="post-title the-subtitle" href="${href}">${text}</a><div class="post-meta"><span class="date meta-item tie-icon">20 نوفمبر، 2026</span></div></div></li>`)}</ul></div></div></div>
    ${prose(clinic, "h3").slice(2).join("\n")}<div class="post-bottom-meta post-bottom-tags post-tags-modern"><div class="post-bottom-meta-title"><span class="tie-icon-tags"></span> الوسوم</div><span class="tagcloud"><a href="/tag/1">صحة</a></span></div></div>
    <div id="post-extra-info"><div class="theiaStickySidebar"><div class="single-post-meta post-meta"><span class="meta-author"><a class="author-name" href="/author/hind/">${clinic.author}</a></span><span class="date meta-item tie-icon">22 نوفمبر، 2026</span></div></div></div></article>
    <div class="post-components"><div class="about-author container-wrapper about-author-1"><div class="author-info"><h3 class="author-name"><a href="/author/hind/">${clinic.author}</a></h3><div class="author-bio">صحفية مستقلة تكتب عن الصحة والريف منذ خمسة عشر عاما، ولها كتاب عن قابلات الجبل.</div></div></div>
    <div id="comments" class="comments-area"><div id="add-comment-block"><div id="respond" class="comment-respond"><h3 id="reply-title">اترك تعليقاً</h3></div></div></div></div></div>
    <aside class="sidebar tie-col-md-4"><ul>${latest}</ul></aside></div>`,
    ),
  ),

  "Drupal 7": answered(
    theatre,
    page(
      `<title>${theatre.title} | ${SITE}</title><link rel="shortlink" href="/node/88421" />`,
      `<div id="page-wrapper"><div id="page"><div id="header"><div class="section clearfix"><div id="name-and-slogan"><div id="site-name"><strong><a href="/">${SITE}</a></strong></div></div></div></div>
    <div id="main-menu" class="navigation"><ul class="links inline">${menu}</ul></div><div id="main-wrapper"><div id="main"><div id="breadcrumb"><h2 class="element-invisible">أنت هنا</h2><div class="breadcrumb"><a href="/">الرئيسية</a> » <a href="/section/3">ثقافة</a></div></div>
    <div id="content" class="column"><div class="section"><a id="main-content"></a><h1 class="title" id="page-title">${theatre.title}</h1><div class="tabs"></div><div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content">
    <div id="node-88421" class="node node-article node-promoted node-full clearfix"><div class="meta submitted"><span property="dc:date dc:created">أُرسلت بواسطة <span class="username">${theatre.author}</span> في أحد, 11/22/2026 - 20:31</span></div>
    <div class="content clearfix"><div class="field field-name-field-image field-type-image"><div class="field-items"><div class="field-item even"><img src="${SRC}" width="480" height="320" alt="" /></div></div></div>
    <div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">${prose(theatre, "h4").join("<p>&nbsp;</p>")}</div></div></div>
    <div class="field field-name-field-tags field-type-taxonomy-term-reference"><h3 class="field-label">الكلمات الدلالية: </h3><ul class="links"><li><a href="/taxonomy/term/4">مسرح</a></li></ul></div></div>
    <div class="link-wrapper"><ul class="links inline"><li class="comment_forbidden first last"><span><a href="/user/login">سجل دخولك</a> أو <a href="/user/register">انشئ حسابا</a> لتتمكن من إضافة تعليق</span></li></ul></div></div></div></div>
    <div class="block block-views"><h2>مواضيع ذات علاقة</h2><div class="content"><div class="item-list"><ul>${further(theatre, (href, text) => `<li class="views-row"><span class="field-content"><a href="${href}">${text}</a></span></li>`)}</ul></div></div></div></div></div></div>
    <div id="sidebar-first" class="column sidebar"><div class="block"><h2>آخر الأخبار</h2><ul>${latest}</ul></div></div></div></div></div></div>`,
    ),
  ),

  "Joomla 4": answered(
    bridge,
    page(
      `<title>${bridge.title}</title><meta name="author" content="${bridge.author}">`,
      `<header class="header container-header full-width"><div class="grid-child"><div class="navbar-brand"><a class="brand-logo" href="/">${SITE}</a></div></div><div class="grid-child container-nav"><ul class="mod-menu mod-list nav">${menu}</ul></div></header>
    <div class="site-grid"><div class="grid-child container-component"><nav class="mod-breadcrumbs__wrapper"><ol class="mod-breadcrumbs breadcrumb"><li>أنت هنا: </li><li><a href="/">الرئيسية</a></li></ol></nav><main>
    <div class="com-content-article item-page"><meta itemprop="inLanguage" content="ar-AA"><div class="page-header"><h1>أخبار محلية</h1></div><div class="page-header"><h2>${bridge.title}</h2></div>
    <dl class="article-info text-muted"><dt class="article-info-term">التفاصيل</dt><dd class="createdby">كتب بواسطة: <span>${bridge.author}</span></dd><dd class="category-name">المجموعة: <a href="/section/0">أخبار محلية</a></dd><dd class="published"><span class="icon-calendar icon-fw"></span><time datetime="2026-11-22T08:00:00+00:00">نشر بتاريخ: 22 تشرين2/نوفمبر 2026</time></dd><dd class="hits"><span class="icon-eye"></span> الزيارات: 345</dd></dl>
    <figure class="left item-image"><img src="${SRC}" alt="" width="800"></figure><div class="com-content-article__body">${prose(bridge).join("\n")}
    <h3>مقالات ذات صلة</h3><ul>${further(bridge, (href, text) => `<li><a href="${href}">${text}</a></li>`)}</ul></div>
    <nav class="pagenavigation"><span class="pagination ms-0"><a class="btn btn-sm btn-secondary previous" href="/n/900"><span class="visually-hidden">المقال السابق: ${LATEST[0]}</span><span>السابق</span></a></span></nav></div></main></div>
    <div class="grid-child container-sidebar-right"><div class="card"><h3 class="card-header">أقرأ أيضا على موقعنا</h3></div></div></div>`,
    ),
  ),

  "Blogger of today": answered(
    dates,
    page(
      `<title>${dates.title}</title><meta content='${dates.title}' property='og:title'/><meta content='${IMAGE}' property='og:image'/>`,
      `<div class='centered'><header class='centered-top-container' role='banner'><div class='back-button-container'><a href='/'>رجوع</a></div><h1 class='replaced'><a href='/'>${SITE}</a></h1></header><main class='centered-bottom' id='main' role='main' tabindex='-1'>
    <div class='main section' id='page_body'><div class='widget Blog' data-version='2' id='Blog1'><div class='blog-posts hfeed container'><article class='post-outer-container'><div class='post-outer'><div class='post'>
    <h3 class='post-title entry-title'>${dates.title}</h3><div class='post-header'><div class='post-header-line-1'><span class='byline post-author vcard'><span class='post-author-label'>مرسلة بواسطة</span> <span class='fn'><a class='g-profile' href='/profile/1'><span>${dates.author}</span></a></span></span> <span class='byline post-timestamp'><a class='timestamp-link' href='/x'><time class='published' datetime='2026-11-22T06:40:00-08:00'>نوفمبر 22, 2026</time></a></span></div></div>
    <div class='post-body entry-content float-container' id='post-body-7'><p style="text-align: right;"></p><div class="separator" style="clear: both; text-align: center;"><a href="${SRC}" style="margin-left: 1em;"><img border="0" data-original-height="720" src="${SRC}" width="640" /></a></div><p></p>
    ${dates.paragraphs.map((text) => `<p style="text-align: right;"><span style="font-family: inherit; font-size: large;">${text === dates.heading ? `<b>${text}</b>` : text}</span></p><p style="text-align: right;"><span style="font-size: large;">&nbsp;</span></p>`).join("")}</div>
    <div class='post-bottom'><div class='post-footer'><div class='post-footer-line post-footer-line-1'><div class='byline post-share-buttons goog-inline-block'><button>مشاركة</button><ul><li><a>الحصول على الرابط</a></li><li><a>Facebook</a></li><li><a>بريد إلكتروني</a></li></ul></div></div></div></div></div></div>
    <section class='comments embed' id='comments'><h3 class='title'>تعليقات</h3><div id='Blog1_comments-block-wrapper'></div><p class='comment-footer'><a>إرسال تعليق</a></p></section>
    <div class='related-posts-container'><h3>قد يهمك أيضا</h3>${further(dates, (href, text) => `<div class='snippet-thumbnail-container'><a href='${href}'>${text}</a></div>`)}</div></article></div></div></div>
    <aside class='sidebar-container'><div class='widget PopularPosts'><h3 class='title'>المشاركات الشائعة</h3><ul>${latest}</ul></div></aside></main></div>`,
    ),
  ),

  "Next.js without class names that tell": answered(
    clinic,
    page(
      `<title>${clinic.title}</title>`,
      `<div id="__next"><div class="sc-a1 kxYz"><div class="sc-b2"><a href="/">${SITE}</a>${MENU.map((name, at) => `<a href="/section/${at}">${name}</a>`).join("")}</div></div>
    <div class="sc-c3"><div class="sc-d4"><div class="sc-e5"><a href="/section/5">منوعات</a></div><div class="sc-f6">${clinic.title}</div><div class="sc-g7">${clinic.lead}</div><div class="sc-h8"><a href="/author/hind">${clinic.author}</a><span> • </span><span>22 نوفمبر 2026</span></div>
    <div class="sc-i9"><img src="${SRC}" /><div class="sc-j0">تصوير: ${clinic.author}</div></div>
    <div class="sc-k1">${clinic.paragraphs.map((text) => `<div class="sc-l2"><div class="sc-m3">${text}</div></div>`).join("")}</div>
    <div class="sc-n4"><div class="sc-o5">مواضيع ذات صلة</div><div class="sc-p6">${further(clinic, (href, text) => `<a class="sc-q7" href="${href}"><div><img src="/t.jpg"/></div><div>${text}</div></a>`)}</div></div></div>
    <div class="sc-r8"><div class="sc-s9">الأكثر قراءة</div>${LATEST.map((text, at) => `<a href="/n/90${at}"><div>${text}</div></a>`).join("")}</div></div></div>
    <script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { article: { id: 1, title: clinic.title } } } })}</script>`,
    ),
    // So short a line between headline and text may as well be a caption or the site's own words: it is left out.
    { paragraphs: clinic.paragraphs },
  ),

  Brightspot: answered(
    theatre,
    page(
      `<title>${theatre.title}</title><script type="application/ld+json">${JSON.stringify({ "@context": "http://schema.org", "@type": "NewsArticle", headline: theatre.title, datePublished: "2026-11-22T18:01:25.300+0300", image: [{ "@type": "ImageObject", url: IMAGE }], author: [{ "@type": "Person", name: theatre.author }] })}</script>`,
      `<ps-header class="PH"><div class="PH-top-bar"><ul class="Navigation-items">${menu}</ul></div></ps-header><div class="ArticlePage-content"><main class="ArticlePage-main"><article class="ArticlePage-mainContent">
    <div class="ArticlePage-breadcrumbs"><a href="/section/3">ثقافة</a></div><div class="ArticlePage-topHeader"><h1 class="ArticlePage-headline">${theatre.title}</h1><h2 class="ArticlePage-subHeadline">${theatre.lead}</h2></div>
    <div class="ArticlePage-byline"><div class="ArticlePage-authors"><a href="/people/7">${theatre.author}</a></div><div class="ArticlePage-datePublished">22 نوفمبر 2026 18:01</div></div><div class="ArticlePage-actions"><ul class="ActionBar-items"><li><a>نسخ الرابط</a></li></ul></div>
    <div class="ArticlePage-lead"><figure class="Figure"><img class="Image" src="${SRC}?w=1200"><div class="Figure-content"><figcaption class="Figure-caption">مشهد من المسرحية ليلة الافتتاح</figcaption><div class="Figure-credit">الواحة</div></div></figure></div>
    <div class="ArticlePage-articleBody"><div class="RichTextArticleBody RichTextBody">${prose(theatre).slice(0, 4).join("")}<div class="Enhancement" data-align-center><div class="Enhancement-item"><div class="PromoB"><div class="PromoB-content"><div class="PromoB-label">اقرأ أيضا:</div>${further(theatre, (href, text) => `<div class="PromoB-title"><a class="Link" href="${href}">${text}</a></div>`)}</div></div></div></div>${prose(theatre).slice(4).join("")}</div></div>
    <div class="ArticlePage-tags"><div class="ArticlePage-tagsHeading">الوسوم</div><a class="Link" href="/tag/3">مسرح</a></div></article></main><aside class="ArticlePage-aside"><div class="List-header">المزيد من الأخبار</div><ul>${latest}</ul></aside></div>`,
    ),
    { paragraphs: [theatre.lead, ...theatre.paragraphs] },
  ),

  "tables and fonts of an old ASP site": answered(
    dates,
    page(
      `<title>${SITE} : ${dates.title}</title><meta http-equiv="Content-Type" content="text/html; charset=windows-1256">`,
      `<form name="form1" method="post" action="details.aspx?id=88421" id="form1"><input type="hidden" name="__VIEWSTATE" value="${"dDwtMTA4".repeat(300)}"><table align="center" width="980" border="0" cellpadding="0" cellspacing="0"><tr><td colspan="3"><table width="100%"><tr>${MENU.map((name, at) => `<td align="center" class="topmenu"><a href="section.aspx?id=${at}">${name}</a></td>`).join("")}</tr></table></td></tr>
    <tr><td width="180" valign="top"><table width="100%"><tr><td class="boxhead">الأكثر قراءة</td></tr>${LATEST.map((text, at) => `<tr><td class="boxitem"><a href="/n/90${at}">${text}</a></td></tr>`).join("")}</table></td>
    <td valign="top"><table width="100%"><tr><td class="path"><a href="/">الرئيسية</a> &gt;&gt; <a href="section.aspx?id=1">اقتصاد</a></td></tr><tr><td align="right"><font face="Tahoma" size="4" color="#003366"><b><span id="lblTitle">${dates.title}</span></b></font></td></tr>
    <tr><td align="right"><font size="2"><span id="lblDate">تاريخ النشر: 22/11/2026 08:40 ص</span> - عدد القراءات: <span id="lblHits">532</span></font></td></tr><tr><td align="right"><font size="2">كتب: <span id="lblAuthor">${dates.author}</span></font></td></tr>
    <tr><td align="left"><a href="print.aspx?id=88421">طباعة</a> | <a href="send.aspx?id=88421">أرسل إلى صديق</a> | تكبير الخط</td></tr>
    <tr><td align="justify" class="newsbody"><img src="${SRC}" align="left" width="300" hspace="5"><span id="lblDetails"><font face="Simplified Arabic" size="4">${dates.paragraphs.map((text) => (text === dates.heading ? `<b>${text}</b>` : text)).join("<br>\n&nbsp;<br>\n")}</font></span></td></tr>
    <tr><td align="right"><b>مواضيع مرتبطة</b></td></tr><tr><td><table>${further(dates, (href, text) => `<tr><td><img src="/bullet.gif"></td><td><a href="${href}">${text}</a></td></tr>`)}</table></td></tr>
    <tr><td><b>أضف تعليقك</b><br>الاسم: <input name="n"> <textarea name="c"></textarea></td></tr></table></td></tr><tr><td colspan="3" align="center"><font size="1">جميع الحقوق محفوظة لصحيفة الواحة 2026 - تصميم وبرمجة شركة الحلول</font></td></tr></table></form>`,
    ),
  ),

  Wix: answered(
    column,
    page(
      `<title>${column.title}</title><meta property="og:title" content="${column.title}"/><meta property="og:image" content="${IMAGE}"/><meta property="article:published_time" content="2026-11-22T09:00:00.000Z"/>`,
      `<div id="SITE_CONTAINER"><div id="main_MF"><header id="SITE_HEADER"><nav aria-label="Site"><ul>${menu}</ul></nav></header><main id="PAGES_CONTAINER"><div id="content-wrapper"><div class="_9SzCv"><div class="TPAMultiSection_k"><div class="post-page"><article class="uYFj">
    <div class="post-header"><ul class="YD7p"><li class="kMXn"><span data-hook="profile-link"><span title="${column.author}" class="tQ0Q user-name" data-hook="user-name">${column.author}</span></span></li><li><span title="22 نوفمبر 2026" class="time-ago" data-hook="time-ago">22 نوفمبر 2026</span></li><li><span title="1 دقائق قراءة" class="time-to-read" data-hook="time-to-read">1 دقيقة قراءة</span></li></ul></div>
    <h1 data-hook="post-title" class="H3vO"><span class="blog-post-title-font">${column.title}</span></h1><div class="post-content__body"><div data-hook="post-description"><div class="rich-content"><div id="viewer-a"><div data-hook="figure-IMAGE"><wow-image><img src="${SRC}" alt=""></wow-image></div></div>
    ${column.paragraphs.map((text, at) => `<p class="_2PHJq public-DraftStyleDefault-block" id="viewer-${at}"><span class="_2PHJq"><span>${text}</span></span></p><p id="viewer-x${at}"><span><br role="presentation"/></span></p>`).join("")}</div></div></div>
    <div class="post-footer"><div data-hook="view-count" class="eYQJ">12 مشاهدة</div><div data-hook="comment-count">0 تعليق</div><button aria-label="Like post">١</button></div></article>
    <section data-hook="recent-posts" class="related-posts"><div><h2>المنشورات ذات الصلة</h2><a href="/blog">إظهار الكل</a></div>${further(column, (href, text) => `<div class="post-list-item"><article><a href="${href}"><h2>${text}</h2></a></article></div>`)}</section></div></div></div></div></main></div></div>`,
    ),
  ),

  "AMP of a daily": answered(
    bridge,
    page(
      `<title>${bridge.title} - ${SITE}</title><link rel="canonical" href="${FAMILY_URL}">`,
      `<amp-sidebar id="menu" layout="nodisplay"><ul>${menu}</ul></amp-sidebar><header class="head"><a href="/"><amp-img src="/logo.png" width="120" height="40"></amp-img></a></header>
    <main><div class="art"><h1>${bridge.title}</h1><div class="info"><span class="wr">كتبت: ${bridge.author}</span><span class="dt">الأحد 22 نوفمبر 2026 | 11:05 صباحا</span></div><amp-img src="${SRC}" width="750" height="450" layout="responsive" alt="جسر الوادي بعد ترميمه"></amp-img><div class="cap">جسر الوادي بعد ترميمه</div>
    <amp-social-share type="facebook"></amp-social-share><div class="txt">${prose(bridge, "h3").slice(0, 3).join("")}<amp-ad type="adsense"></amp-ad><amp-twitter width="375" data-tweetid="1"><blockquote placeholder>الجسر مفتوح، تعالوا قبل الغروب، المشهد من فوقه لا ينسى — بلدية المدينة</blockquote></amp-twitter>${prose(bridge, "h3").slice(3).join("")}</div>
    <p class="follow">تابعنا على <a href="https://news.google.com/x">أخبار جوجل</a></p><div class="more"><h4>اقرأ أيضاً:</h4><ul>${further(bridge, (href, text) => `<li><a href="${href}">${text}</a></li>`)}</ul></div></div></main><footer class="ft">© 2026 ${SITE}. جميع الحقوق محفوظة</footer>`,
    ),
  ),

  "an opinion column": answered(
    column,
    page(
      `<title>${column.title} | ${SITE}</title>`,
      `<nav><ul>${menu}</ul></nav><div class="container"><ol class="breadcrumb"><li><a href="/">الرئيسية</a></li><li><a href="/opinion">رأي</a></li></ol><div class="opinion-page"><div class="writer"><a href="/author/layla"><img src="/writers/layla.jpg" width="90"></a><div class="writer-details"><a href="/author/layla">${column.author}</a><p>كاتبة وصحفية من مدينة الساحل، لها ثلاث مجموعات قصصية.</p></div></div>
    <h1 class="head">${column.title}</h1><span class="dateTime">22 نوفمبر 2026</span><div class="image"><img src="${SRC}" width="800"></div><div class="articleText" id="art">${prose(column).join("")}<p>المقالات المنشورة لا تعبر بالضرورة عن رأي صحيفة الواحة، وإنما عن رأي كاتبها.</p></div>
    <div class="share"><span>شارك المقال</span><a>فيسبوك</a><a>تويتر</a></div></div><div class="writer-more"><h3>اقرأ أيضا للكاتبة</h3>${further(column, (href, text) => `<div class="row"><a href="${href}">${text}</a></div>`)}</div></div><footer>${SITE}</footer>`,
    ),
  ),

  "line breaks under a lead in a heading": answered(
    theatre,
    page(
      `<title>${theatre.title}</title>`,
      `<div class="wrapper"><div class="topbar"><span class="today">الاثنين 23 نوفمبر 2026</span><ul>${menu}</ul></div><div class="col-md-8"><div class="news-details"><h1>${theatre.title}</h1><h2>${theatre.lead}</h2><div class="news-info"><i class="fa fa-user"></i> ${theatre.author} <i class="fa fa-clock"></i> الأحد 22 نوفمبر 2026 02:15 مساءً</div><div class="news-img"><img src="${SRC}" class="img-responsive"></div>
    <div class="fb-like"></div><div class="sharethis-inline-share-buttons">شارك</div><div class="details">${theatre.paragraphs.map((text) => (text === theatre.heading ? `<strong>${text}</strong>` : text)).join("<br />\n<br />\n")}<br /><br /><a href="https://t.me/waha">تابعونا على قناة الواحة في تيليغرام</a><br /></div>
    <div class="keywords">كلمات دلالية: <a href="/tag/1">مسرح</a> <a href="/tag/2">فن</a></div><div class="related-box"><div class="title-box">أخبار متعلقة</div>${further(theatre, (href, text) => `<div class="media"><a href="${href}"><h4>${text}</h4></a></div>`)}</div></div></div>
    <div class="col-md-4"><div class="title-box">آخر الأخبار</div><ul>${latest}</ul></div></div>`,
    ),
    { paragraphs: [theatre.lead, ...theatre.paragraphs] },
  ),

  "a page of several": answered(
    clinic,
    page(
      `<title>${clinic.title} - ${SITE}</title><meta name="author" content="${clinic.author}">`,
      `<header><nav><ul>${menu}</ul></nav></header><main><article><h1>${clinic.title}</h1><p class="meta">بقلم ${clinic.author} - 22 نوفمبر 2026 - آخر تحديث: 14:30</p><figure><img src="${SRC}"><figcaption>الحافلة في طريقها إلى القرية</figcaption></figure>
    <section class="content">${prose(clinic).join("")}<p><strong>اقرأ أيضا:</strong></p>${further(clinic, (href, text) => `<p><a href="${href}">${text}</a></p>`)}<div class="page-links">الصفحات: <span class="current">1</span> <a href="?page=2">2</a> <a href="?page=3">3</a></div><p><a href="?page=2">الصفحة التالية »</a></p></section></article></main><footer><p>حقوق النشر محفوظة لصحيفة الواحة. يمنع النسخ أو النقل إلا بإذن خطي من إدارة الصحيفة، وكل مخالف يعرض نفسه للمساءلة القانونية.</p></footer>`,
    ),
  ),

  "a block theme of WordPress": answered(
    bridge,
    page(
      `<title>${bridge.title} &#8211; ${SITE}</title>`,
      `<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="wp-block-group"><p class="wp-block-site-title"><a href="/">${SITE}</a></p><nav class="wp-block-navigation"><ul>${menu}</ul></nav></div></header>
    <main class="wp-block-group"><div class="wp-block-group"><h1 class="wp-block-post-title">${bridge.title}</h1><div class="wp-block-group is-layout-flex"><div class="wp-block-post-author-name"><a href="/author/salwa/">${bridge.author}</a></div><div class="wp-block-post-date"><time datetime="2026-11-22T07:00:00+00:00"><a href="/news/88421">22 نوفمبر 2026</a></time></div><div class="wp-block-post-terms"><a href="/category/local">محليات</a></div></div><figure class="wp-block-post-featured-image"><img width="1200" height="800" src="${SRC}"></figure></div>
    <div class="entry-content wp-block-post-content is-layout-constrained">${prose(bridge, 'h2 class="wp-block-heading"').join("\n").replaceAll('</h2 class="wp-block-heading">', "</h2>")}<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/donate">ادعم صحافتنا</a></div></div></div>
    <nav class="wp-block-group"><div class="post-navigation-link-previous"><span>السابق:</span> <a href="/n/903">${LATEST[3]}</a></div></nav><div class="wp-block-comments"><h2>التعليقات</h2><div id="respond"><h3>اترك تعليقاً</h3></div></div><div class="wp-block-query"><h2 class="wp-block-heading">قد يعجبك أيضاً</h2><ul class="wp-block-post-template">${further(bridge, (href, text) => `<li class="wp-block-post"><h3 class="wp-block-post-title"><a href="${href}">${text}</a></h3><div class="wp-block-post-date"><time datetime="2026-11-01">1 نوفمبر 2026</time></div></li>`)}</ul></div></main><footer class="wp-block-template-part"><p>صمم بواسطة <a href="https://wordpress.org">ووردبريس</a></p></footer></div>`,
    ),
  ),

  "a state agency": answered(
    clinic,
    page(
      `<title>وكالة الواحة للأنباء :: ${clinic.title} ${DAY.split("-").reverse().join("/")}</title>`,
      `<div id="hdr"><span id="lblToday">الإثنين 08 جمادى الآخرة 1448 هـ الموافق 23 نوفمبر 2026</span></div><div id="nav">${MENU.map((name, at) => `<a href="/section/${at}">${name}</a> | `).join("")}</div><div id="middle"><div class="catname">محليات</div><div class="newstitle">${clinic.title}</div><div class="newsdate">22/11/2026 | 09:47 ص</div>
    <img class="newsimg" src="${SRC}" width="420"><div class="newsbody"><p>الجبل - 22 - 11 (واحة) -- ${clinic.paragraphs[0]}</p>${prose(clinic, "b").slice(1).join("")}<p>(النهاية) ه ب</p></div><div class="printicons"><a>طباعة</a> <a>PDF</a></div>
    <div class="relnews"><div>أخبار ذات صلة</div>${further(clinic, (href, text) => `<div class="relitem"><a href="${href}">${text}</a></div>`)}</div></div><div id="ftr">وكالة الواحة للأنباء 2026 - كافة الحقوق محفوظة</div>`,
    ),
    { paragraphs: [`الجبل - 22 - 11 (واحة) -- ${clinic.paragraphs[0]}`, ...clinic.paragraphs.slice(1)], byline: null },
  ),

  "a video page": answered(
    theatre,
    page(
      `<title>بالفيديو | ${theatre.title}</title><script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "VideoObject", name: theatre.title, description: theatre.paragraphs[0], thumbnailUrl: [IMAGE], uploadDate: "2026-11-22T20:00:00+03:00", duration: "PT2M10S" })}</script>`,
      `<nav><ul>${menu}</ul></nav><main><div class="player" id="player" data-src="/v/1.m3u8"></div><h1>${theatre.title}</h1><div class="vdate">22 نوفمبر 2026</div><div class="vdesc"><p>${theatre.paragraphs[0]}</p></div><div class="more-videos"><h3>فيديوهات ذات صلة</h3>${further(theatre, (href, text) => `<div class="v"><a href="${href}"><img src="/t.jpg"><span>${text}</span><span class="dur">02:11</span></a></div>`)}</div></main>`,
    ),
    { paragraphs: [theatre.paragraphs[0] as string], byline: null },
  ),

  "a live blog": answered(
    bridge,
    page(
      `<title>${bridge.title}: تغطية مباشرة</title><meta property="og:image" content="${IMAGE}"><meta property="article:published_time" content="2026-11-22T09:00:00+03:00">`,
      `<nav><ul>${menu}</ul></nav><main><h1>${bridge.title}</h1><p class="lead">${bridge.lead}</p><img src="${SRC}"><div class="live-entries">${bridge.paragraphs
        .filter((text) => text !== bridge.heading)
        .map(
          (text, at) =>
            `<div class="entry" id="e${at}"><time>1${at}:05</time><div class="entry-text"><p>${text}</p></div><div class="entry-share"><a>مشاركة</a></div></div>`,
        )
        .join(
          "",
        )}</div><section class="rel"><h3>مواضيع ذات صلة</h3>${further(bridge, (href, text) => `<a href="${href}">${text}</a>`)}</section></main>`,
    ),
    {
      paragraphs: [bridge.lead, ...bridge.paragraphs.filter((text) => text !== bridge.heading)],
      byline: null,
    },
  ),
};
