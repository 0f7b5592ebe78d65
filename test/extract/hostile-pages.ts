// Pages that are made to hold a reader up. Large enough that work with the square of their length would never end.
const ARTICLE = `<h1>افتتاح محطة التحلية الجديدة على الساحل</h1><p>${"أعلنت الوزارة اليوم تشغيل المحطة الجديدة بعد عامين من العمل، وقالت إنها تخدم أربع مدن. ".repeat(4)}</p>`;
const around = (inner: string, head = "") =>
  `<html lang="ar"><head><title>الخبر | الصحيفة</title>${head}</head><body><article>${ARTICLE}${inner}</article></body></html>`;
const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;
const rss = (inner: string) => `<rss version="2.0"><channel><title>خلاصة</title>${inner}</channel></rss>`;
const MB = Number(process.env["HOSTILE_UNITS"] ?? 200_000);

/** By what is in them; made when they are asked for. */
export const HOSTILE_PAGES: Readonly<Record<string, () => string>> = {
  "100,000 nested elements": () => "<div>".repeat(100_000),
  "100,000 nested elements that are seldom closed": () => around("<p><b>".repeat(50_000)),
  "100,000 nested lists": () => around("<ul><li>".repeat(50_000)),
  "100,000 open formats": () => around("<b><i><u><font>".repeat(25_000)),
  "50,000 formats in tables": () => around("<table><b>".repeat(50_000)),
  "50,000 links in one another": () => around('<a href="/a">ا'.repeat(50_000)),
  "many elements": () => around("<br>".repeat(MB)),
  "many closing tags": () => around("</p>".repeat(MB)),
  "300,000 paragraphs": () => around("<p>خبر</p>".repeat(300_000)),
  "100,000 links": () => around('<a href="/news/12345">عنوان خبر طويل من ست كلمات هنا</a>'.repeat(100_000)),
  "4000 links of one card each": () =>
    `<body>${Array.from({ length: 4000 }, (_, index) => `<div class="card"><a href="/news/${index}/long-slug-of-words"><h3>عنوان الخبر رقم ${index} في هذه الصفحة الطويلة</h3></a><span class="date">منذ ٣ ساعات</span></div>`).join("")}</body>`,
  "20,000 headings of lists by readers": () =>
    `<body>${'<div><h3>الأكثر قراءة</h3></div><a href="/news/1/long-slug-of-words">عنوان الخبر الأول هنا</a>'.repeat(20_000)}`,
  "4000 rows of figures": () =>
    `<body>${Array.from({ length: 4000 }, (_, index) => `<a href="/game/${index}"><b>ا</b>${"<i>1</i>".repeat(15)}</a>`).join("")}`,
  "an address of dots and hyphens": () =>
    `<body>${`<a href="/${"a-.".repeat(600)}">عنوان الخبر الأول هنا</a>`.repeat(1000)}`,
  "one card of 100,000 texts": () =>
    `<body><div class="card"><a href="/news/1/long-slug-of-words"><h3>عنوان الخبر الأول في الصفحة</h3></a>${"<i>ا</i>".repeat(40_000)}</div></body>`,
  "300 cards of a heavy text": () =>
    `<body>${`<div class="card"><a href="/news/1/long-slug-of-words"><h3>عنوان الخبر الأول في الصفحة</h3></a><p>${"5 ".repeat(5000)}</p></div>`.repeat(300)}</body>`,
  "a class without end": () => around(`<div class="${"x ".repeat(2 * MB)}">نص</div>`),
  "a class of hyphens": () => around(`<div class="${"-_".repeat(2 * MB)}">نص</div>`),
  "10,000 attributes": () =>
    around(`<div ${Array.from({ length: 10_000 }, (_, index) => `data-a${index}="${index}"`).join(" ")}>نص</div>`),
  "page data without end": () =>
    `<title>خبر من الساحل</title><script type="application/json">${"[".repeat(1000)}${'{"title":"خبر من الساحل"},'.repeat(60_000)}{}${"]".repeat(1000)}</script>`,
  "100,000 attributes": () =>
    around(`<div ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(" ")}>نص</div>`),
  "100,000 attributes that hold brackets": () =>
    around(`<div ${Array.from({ length: 100_000 }, (_, index) => `a${index}=">"`).join(" ")}>نص</div>`),
  "100,000 tags that open within one another": () =>
    around(Array.from({ length: 100_000 }, (_, index) => `<a${index} `).join("")),
  "quotes that never end": () => around(`<a b="'`.repeat(MB)),
  "values of quotes": () => around(`<a ${`b='"' c="'" `.repeat(MB / 4)}>`),
  "a srcset without end": () => around(`<img srcset="${"/a.jpg 100w, ".repeat(300_000)}">`),
  "a data address without end": () => around(`<img src="data:image/png;base64,${"A".repeat(4 * MB)}">`),
  "a quote that never ends": () => around(`<a href="${"/x".repeat(2 * MB)}`),
  "a comment that never ends": () => `<!--${"-".repeat(4 * MB)}`,
  "many comments": () => around("<!---->".repeat(500_000)),
  "a tag that never ends": () => around(`<div ${"a=b ".repeat(MB)}`),
  "many openings of tags": () => around("<".repeat(4 * MB)),
  "openings of tags with letters": () => around("<a ".repeat(MB)),
  "a title of spaces": () => `<title>${" ".repeat(4 * MB)}x</title>`,
  "a title of separators": () => `<title>${" | ".repeat(MB)}</title><body>${ARTICLE}</body>`,
  "a heading of separators": () => around(`<h1>${" - ".repeat(MB)}</h1>`),
  "a heading of spaces": () => around(`<h1>${"ا ".repeat(MB)}</h1>`),
  "lines of spaces": () => around(`<p>ا${" \n\t".repeat(MB)}ا</p>`),
  "one word without end": () => around(`<p>${"ا".repeat(4 * MB)}</p>`),
  "one paragraph of digits": () => around(`<p>${"5".repeat(4 * MB)}</p>`),
  "dates without an end": () =>
    around(`<time>${"12 - 12 - ".repeat(400_000)}</time><p class="date">${"1 / 1 / ".repeat(400_000)}</p>`),
  "20,000 dates": () => around('<span class="date">13 كانون كانون 20201</span> '.repeat(20_000)),
  "20,000 times": () => around('<time datetime="x">٣ / ٣ / </time> '.repeat(20_000)),
  "times of long parents": () => around(`<div>${"<time>x</time>".repeat(20)}${"نص طويل ".repeat(300_000)}</div>`),
  "a JSON-LD without end": () =>
    around("", ld(`{"@type":"NewsArticle","headline":"${"ا".repeat(2 * MB)}","datePublished":"2026-01-01"}`)),
  "a JSON-LD nested without end": () => around("", ld("[".repeat(MB))),
  "a JSON-LD nested deeply": () => around("", ld(`${'{"mainEntity":'.repeat(20_000)}1${"}".repeat(20_000)}`)),
  "a JSON-LD of many nodes": () => around("", ld(`[${"{},".repeat(MB)}{}]`)),
  "a JSON-LD of many authors": () =>
    around("", ld(`{"@type":"NewsArticle","author":[${'{"name":"ا"},'.repeat(200_000)}{}]}`)),
  "a JSON-LD of commas": () => around("", ld(`[${", ".repeat(2 * MB)}`)),
  "a JSON-LD of comments": () => around("", ld("/*".repeat(2 * MB))),
  "a JSON-LD of control characters": () => around("", ld(`{"a":"${"\u0001\u0002 ".repeat(MB)}`)),
  "a JSON-LD of spaces": () => around("", ld(`${" ".repeat(2 * MB)}x`)),
  "10,000 JSON-LD blocks": () => around("", ld('{"@type":"NewsArticle"').repeat(10_000)),
  "a meta without end": () =>
    around(
      "",
      `<meta property="og:title" content="${"ا - ".repeat(MB)}"><meta name="author" content="${"ا ،".repeat(MB)}"><meta property="article:published_time" content="${"1-".repeat(MB)}">`,
    ),
  "100,000 metas": () => around("", '<meta property="a" content="b">'.repeat(100_000)),
  "scripts that never close": () => around("<script>".repeat(500_000)),
  entities: () => around(`<p>${"&amp;&nbsp;&#x627;&copy".repeat(150_000)}</p>`),
  ampersands: () => around(`<p>${"&".repeat(4 * MB)}</p>`),
  "direction marks": () => around(`<p>${"\u200f\u202b".repeat(MB)}ا</p>`),
  "letters with many marks": () => around(`<p>ا${"\u064b\u0651".repeat(MB)}</p>`),
  "zero width joiners": () => around(`<h1>${"\u200d\u0640".repeat(MB)}</h1>`),
  "10,000 equal paragraphs": () =>
    around("<p>هذه فقرة طويلة تتكرر في الصفحة مرة بعد مرة، وفيها ما يكفي من الكلمات.</p>".repeat(10_000)),
  "10,000 different paragraphs": () =>
    around(
      Array.from(
        { length: 10_000 },
        (_, index) => `<p>هذه الفقرة رقم ${index} من فقرات كثيرة، وفيها ما يكفي من الكلمات لتكون نصًا.</p>`,
      ).join(""),
    ),
  "10,000 pictures": () => around(`<img src="/a.jpg" alt="${"صورة طويلة الوصف ".repeat(10)}">`.repeat(10_000)),
  "10,000 related links": () =>
    around(
      `<div class="related"><h3>مقالات ذات صلة</h3>${Array.from({ length: 10_000 }, (_, index) => `<a href="/r/${index}">خبر ذو صلة رقم ${index}</a>`).join("")}</div>`,
    ),
  "20,000 headings of related links": () => around("<p>مواضيع ذات صلة</p>".repeat(20_000)),
  "an address of odd escapes": () => around(`<a href="/${"%d8%".repeat(400)}">${"عنوان ".repeat(6)}</a>`.repeat(2000)),
  "entries that never close": () => rss("<item>".repeat(600_000)),
  "entries within entries": () => rss(`${"<item>".repeat(200_000)}${"</item>".repeat(200_000)}`),
  "many entries": () => rss("<item><title>ا</title><link>/1</link></item>".repeat(100_000)),
  "entries of broken names": () => rss("<item><title>ا</titl><link>/1</item>".repeat(100_000)),
  "entries with open CDATA": () => rss("<item><title><![CDATA[ا</title></item>".repeat(100_000)),
  "an entry without end": () =>
    rss(`<item><title>ا</title><link>/1</link><description>${"&lt;p&gt;".repeat(500_000)}</description></item>`),
  "an entry of escapes": () => rss(`<item><title>${"&amp;amp;".repeat(400_000)}</title><link>/1</link></item>`),
  "an open title of tags": () => rss(`<item><title>${"<a ".repeat(MB)}`),
  "a title of tags": () => rss(`<item><title><![CDATA[${"<b ".repeat(MB)}]]></title><link>/1</link></item>`),
  "a thousand titles of quotes": () =>
    rss(`<item><title><![CDATA[${`<a b='"`.repeat(600)}]]></title><link>/1</link></item>`.repeat(900)),
  "feed roots in comments": () => `${"<!-- <rss ".repeat(400_000)}`,
  "nested feed elements": () => `<rss><channel>${"<a>".repeat(200_000)}</channel></rss>`,
  "feed attributes": () => `<rss ${"a='b' ".repeat(500_000)}><channel></channel></rss>`,
  "channels without end": () => `${"<channel>".repeat(400_000)}<item></item>`,
  "broken entries of many": () => rss(`<item><title>خبر & <b>x</title><link>/1</link><a></item>`.repeat(500)),
  "an entity bomb": () =>
    `<!DOCTYPE rss [<!ENTITY a "${"ا".repeat(1000)}">${Array.from({ length: 10 }, (_, index) => `<!ENTITY b${index} "${`&b${index - 1};`.repeat(20)}">`).join("")}]>${rss("<item><title>&b9;</title><link>/1</link></item>")}`,
  "a JSON feed nested without end": () => `{"version":"https://jsonfeed.org/version/1","items":${"[".repeat(2 * MB)}`,
  "a JSON feed of entries": () =>
    `{"version":"https://jsonfeed.org/version/1.1","title":"ا","items":[${'{"id":"1","url":"https://a.example/1","title":"خبر"},'.repeat(60_000)}{}]}`,
  "a sitemap of entries": () =>
    `<urlset>${"<url><loc>https://a.example/1</loc><news:news><news:title>خبر</news:title></news:news></url>".repeat(50_000)}</urlset>`,
  "a sitemap of open entries": () => `<urlset>${"<url><loc>".repeat(400_000)}</urlset>`,
  "an index of sitemaps": () =>
    `<sitemapindex>${"<sitemap><loc>https://a.example/1.xml</loc><lastmod>x</lastmod></sitemap>".repeat(60_000)}</sitemapindex>`,
  "a sitemap entry of dates": () =>
    `<urlset>${`<url><loc>https://a.example/1</loc><news:news><news:publication_date>${"1 يناير ".repeat(12_000)}</news:publication_date><news:title>خبر</news:title></news:news></url>`.repeat(40)}</urlset>`,
  zeros: () => "\u0000".repeat(4 * MB),
  "halves of pairs": () => around(`<p>${"\ud800".repeat(2 * MB)}</p>`),
};
