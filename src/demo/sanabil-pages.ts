import { escapeHtml as e } from "./escape-html.ts";
import type { PublishedArticle } from "./news-article.ts";
import { renderDay, renderLevantTime } from "./news-date.ts";
import { drawLandscape } from "./news-drawing.ts";
import type { OutletPages, PageContext } from "./outlet.ts";

const NAME = "صحيفة السنابل";
const STYLE = `*{box-sizing:border-box}body{margin:0;font:17px/1.85 "Noto Sans Arabic",Tahoma,sans-serif;background:#fffdf7;color:#2b2418}a{color:#8a4b08;text-decoration:none}
#top{text-align:center;padding:18px;border-bottom:3px double #b98a3a}#top .brand{font:700 34px "Noto Naskh Arabic",serif;color:#5c3706}#menu{display:flex;justify-content:center;gap:18px;flex-wrap:wrap;padding:8px;background:#f3e7c9}
.today{font-size:13px;color:#8d7b58}.page{max-width:880px;margin:20px auto;padding:0 16px}.teaser{display:flex;gap:16px;border-bottom:1px solid #e6d9b8;padding:16px 0}.teaser svg{width:170px;height:96px;border-radius:6px;flex:none}.teaser .headline{font-size:20px;font-weight:700;line-height:1.6}
.d-none{display:none}.when,.social,.src{font-size:14px;color:#8d7b58}.intro{font-weight:700}.also{background:#f8efd9;padding:8px 14px;border-radius:6px}.comments{border-top:1px solid #e6d9b8;margin-top:26px}.comments input,.comments textarea{width:100%;padding:8px;margin:4px 0;border:1px solid #d9c796;border-radius:6px;font:inherit}
#to-top{position:fixed;inset-inline-end:16px;bottom:16px;background:#5c3706;color:#fff;border-radius:50%;width:40px;height:40px;display:grid;place-items:center}footer{background:#5c3706;color:#f3e7c9;text-align:center;padding:16px;font-size:14px}@media(max-width:600px){.teaser svg{width:96px;height:64px}}`;

/** The outlet that has no feed, and whose dates only a reader can read. */
export const sanabilPages: OutletPages = {
  renderHome: (context, articles, heading) =>
    shell(
      context,
      heading ? `${heading} - ${NAME}` : NAME,
      `<div class="page">${heading ? `<h1>${e(heading)}</h1>` : ""}${articles.map(teaser).join("\n")}</div>`,
    ),

  renderArticle(context, article, earlier) {
    const [readAlso, ...related] = earlier;
    const paragraphs = article.paragraphs.map((paragraph, index) => {
      const line =
        index === 2 && readAlso
          ? `<p class="also"><strong>إقرأ أيضاً:</strong> <a href="${e(readAlso.path)}">${e(readAlso.title)}</a></p>`
          : "";
      return `${line}<p>${e(paragraph)}</p>`;
    });
    const more =
      related.length > 0
        ? `<div class="linked-news"><h4>مواضيع ذات صلة:</h4>${related.map((other) => `<div><a href="${e(other.path)}" title="${e(other.title)}">${e(other.title)}</a></div>`).join("")}</div>`
        : "";
    const body = `<div class="page"><div class="news-head"><span class="src">${e(article.section)}</span><h1>${e(article.title)}</h1><div class="when">${renderLevantTime(article.publishedAt)}</div>
<div class="social"><span>انشر الخبر:</span> <a href="#">رسالة</a> | <a href="#">بريد</a> | <a href="#">نسخ</a></div></div>
<div class="picture">${drawLandscape(article.id, "صورة رمزية")}<div class="src">صورة رمزية - أرشيف الصحيفة</div></div>
<div class="intro">${e(article.lead)}</div>
<div class="news-text"><span class="d-none">${e(article.title)}</span>${paragraphs.join("\n")}<p class="src">السنابل - قسم ${e(article.section)}</p></div>
${more}
<div class="comments"><h4>أضف تعليقًا</h4><form action="/comment" method="post"><label>الاسم <input name="name"></label><label>التعليق <textarea name="text" rows="3"></textarea></label><button>أرسل</button></form><p>التعليقات المنشورة تعبّر عن آراء أصحابها، ولا تُنشر قبل مراجعتها.</p></div></div>`;
    return shell(context, `${article.title} - ${NAME}`, body);
  },

  renderMissing: (context) =>
    shell(
      context,
      `خطأ 404 - ${NAME}`,
      `<div class="page"><h1>عذرًا، لا توجد صفحة بهذا العنوان</h1><p><a href="/">الصفحة الأولى</a></p></div>`,
    ),
};

function shell(context: PageContext, title: string, body: string): string {
  return `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${e(title)}</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><style>${STYLE}</style></head>
<body><div id="top"><a class="brand" href="/">🌾 السنابل</a><div class="today">${renderDay(context.now)}</div></div><div id="menu"><a href="/">الأولى</a>${context.sections.map((name) => `<a href="/section/${encodeURIComponent(name)}">${e(name)}</a>`).join("")}</div>
<form id="site-form" action="/search"><div class="d-none"><input name="q" placeholder="ابحث في الصحيفة"></div></form>
${body}
<a id="to-top" href="#top" title="إلى الأعلى">↑</a><footer>${NAME}: صحيفة تجريبية، أخبارها من نسج الخيال.</footer></body></html>`;
}

function teaser(article: PublishedArticle): string {
  return `<div class="teaser"><a href="${e(article.path)}" aria-label="${e(article.title)}">${drawLandscape(article.id, "صورة رمزية")}</a><div><span class="src">${e(article.section)}</span><div class="headline"><a href="${e(article.path)}">${e(article.title)}</a></div><div class="when">${renderLevantTime(article.publishedAt)}</div></div></div>`;
}
