import { escapeHtml as e } from "./escape-html.ts";
import type { PublishedArticle } from "./news-article.ts";
import { renderDay, renderIsoTime } from "./news-date.ts";
import { drawLandscape } from "./news-drawing.ts";
import type { OutletPages, PageContext } from "./outlet.ts";

const NAME = "مرفأ الأخبار";
const STYLE = `*{box-sizing:border-box}body{margin:0;font:17px/1.9 "Noto Naskh Arabic","Noto Sans Arabic",Tahoma,serif;color:#1c2b33;background:#f4f7f8}
a{color:#0b6e7a;text-decoration:none}a:hover{text-decoration:underline}.bar{background:#0b3c49;color:#fff;padding:10px 6vw;display:flex;gap:26px;align-items:center;flex-wrap:wrap}
.bar a{color:#dff3f5}.bar nav{display:flex;gap:18px;flex-wrap:wrap}.logo{font-size:26px;font-weight:700;color:#fff}.wrap{max-width:1080px;margin:24px auto;padding:0 16px;display:grid;grid-template-columns:1fr 280px;gap:28px}
.card,.post,.side{background:#fff;border-radius:10px;padding:18px 22px;box-shadow:0 1px 3px #0002;margin-bottom:18px}.card h2{margin:.2em 0;font-size:21px}.card svg{width:100%;height:150px;border-radius:8px}
.meta,.share,.tags{color:#6b7f88;font-size:14px}.post h1{line-height:1.5;margin:.2em 0}.post figure{margin:14px 0}.post figure svg{width:100%;border-radius:8px}figcaption{font-size:13px;color:#6b7f88}
.readmore{border-inline-start:4px solid #e0a53b;background:#fdf7ea;padding:8px 14px;margin:16px 0}.related ul,.side ol{padding-inline-start:20px}footer{background:#0b3c49;color:#cfe3e6;text-align:center;padding:18px;font-size:14px}
@media(max-width:800px){.wrap{grid-template-columns:1fr}}`;

/** The outlet that has a feed, JSON-LD and machine-readable dates. */
export const marfaPages: OutletPages = {
  renderHome: (context, articles, heading) =>
    shell(
      context,
      heading ?? `${NAME} | أخبار المدن والناس`,
      "",
      `<main class="list">${heading ? `<h1>${e(heading)}</h1>` : ""}${articles.map(card).join("")}</main>`,
      articles,
    ),

  renderArticle(context, article, earlier) {
    const url = `${context.baseUrl}${article.path}`;
    const [readAlso, ...related] = earlier;
    const published = renderIsoTime(article.publishedAt);
    const linkedData = {
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: article.title,
      datePublished: published,
      dateModified: published,
      articleSection: article.section,
      image: [`${context.baseUrl}/img/${article.id}.svg`],
      author: { "@type": "Organization", name: NAME },
      publisher: { "@type": "Organization", name: NAME },
      mainEntityOfPage: url,
    };
    const head = `<link rel="canonical" href="${e(url)}"><meta property="og:type" content="article"><meta property="og:title" content="${e(article.title)} | ${NAME}"><meta property="og:image" content="${context.baseUrl}/img/${article.id}.svg"><meta property="og:url" content="${e(url)}"><meta name="description" content="${e(article.lead)}"><meta property="article:published_time" content="${published}"><meta property="article:section" content="${e(article.section)}">
<script type="application/ld+json">${JSON.stringify(linkedData).replaceAll("<", "\\u003c")}</script>`;
    const paragraphs = article.paragraphs.map((paragraph, index) => {
      const box =
        index === 1 && readAlso
          ? `<div class="readmore">اقرأ أيضًا: <a href="${e(readAlso.path)}">${e(readAlso.title)}</a></div>`
          : "";
      return `<p>${e(paragraph)}</p>${box}`;
    });
    const more =
      related.length > 0
        ? `<section class="related"><h3>مقالات ذات صلة</h3><ul>${related.map(link).join("")}</ul></section>`
        : "";
    const body = `<main><article class="post" id="post-${article.id}"><nav class="crumbs meta"><a href="/">الرئيسة</a> › <a href="/section/${encodeURIComponent(article.section)}">${e(article.section)}</a></nav>
<h1 class="post-title">${e(article.title)}</h1>
<div class="meta"><span class="author">${NAME}</span> · <time datetime="${published}">${renderDay(article.publishedAt)}</time></div>
<div class="share">شارك: <a href="#" aria-label="نسخ الرابط">انسخ الرابط</a> · <a href="#">البريد</a> · <a href="#">طباعة</a></div>
<figure>${drawLandscape(article.id, "رسم توضيحي")}<figcaption>رسم توضيحي</figcaption></figure>
<div class="post-content"><p><strong>${e(article.lead)}</strong></p>${paragraphs.join("\n")}</div>
<div class="tags">الوسوم: <a href="/section/${encodeURIComponent(article.section)}">#${e(article.section.replaceAll(" ", "_"))}</a></div>${more}</article></main>`;
    return shell(context, `${article.title} | ${NAME}`, head, body, earlier);
  },

  renderMissing: (context) =>
    shell(
      context,
      `الصفحة غير موجودة | ${NAME}`,
      "",
      `<main class="post"><h1>الصفحة غير موجودة</h1><p>ربما نُقلت أو حُذفت. <a href="/">عد إلى الصفحة الرئيسة</a>.</p></main>`,
      [],
    ),
};

/** The outlet's RSS feed: title, link, time and the lead of each article. Source: https://www.rssboard.org/rss-specification */
export function renderMarfaFeed({ baseUrl }: PageContext, articles: readonly PublishedArticle[]): string {
  const entries = articles.map(
    (article) =>
      `<item><title>${e(article.title)}</title><link>${e(baseUrl + article.path)}</link><guid isPermaLink="true">${e(baseUrl + article.path)}</guid><pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate><category>${e(article.section)}</category><description>${e(article.lead)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${NAME}</title><link>${baseUrl}/</link><description>أخبار المدن والناس</description><language>ar</language><atom:link href="${baseUrl}/feed" rel="self" type="application/rss+xml"/>
${entries.join("\n")}
</channel></rss>`;
}

function shell(
  context: PageContext,
  title: string,
  head: string,
  body: string,
  latest: readonly PublishedArticle[],
): string {
  return `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${e(title)}</title>
<link rel="alternate" type="application/rss+xml" title="${NAME}" href="/feed"><link rel="icon" href="/icon.svg" type="image/svg+xml"><meta property="og:site_name" content="${NAME}">${head}<style>${STYLE}</style></head>
<body class="rtl fix-menu"><header class="bar"><a class="logo" href="/">⚓ ${NAME}</a><nav>${context.sections.map((name) => `<a href="/section/${encodeURIComponent(name)}">${e(name)}</a>`).join(" ")}</nav></header>
<div class="wrap">${body}<aside><div class="side"><h3>الأكثر قراءة</h3><ol>${latest.slice(0, 4).map(link).join("")}</ol></div></aside></div>
<footer>${NAME}: صحيفة تجريبية، أخبارها من نسج الخيال. جميع الحقوق محفوظة.</footer></body></html>`;
}

function card(article: PublishedArticle): string {
  return `<article class="card"><a href="${e(article.path)}">${drawLandscape(article.id, "رسم توضيحي")}</a><span class="meta">${e(article.section)}</span><h2><a href="${e(article.path)}">${e(article.title)}</a></h2><p>${e(article.lead)}</p><time class="meta" datetime="${renderIsoTime(article.publishedAt)}">${renderDay(article.publishedAt)}</time></article>`;
}

function link(article: PublishedArticle): string {
  return `<li><a href="${e(article.path)}">${e(article.title)}</a></li>`;
}
