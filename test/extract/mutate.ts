// Damage to pages as servers, lines and people do it. The same seed gives the same damage.

/** Numbers from 0 up to but not including 1. Source: the mulberry32 generator, in the public domain. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TOKENS = [
  "<",
  ">",
  "</",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "&",
  "&#x",
  "&#1114112;",
  "&amp;amp;lt;",
  '"',
  "'",
  "\u0000",
  "\uFEFF",
  "\u202E",
  "\u0640\u0640",
  "\u064B\u064B\u064B",
  "<script>",
  "</script>",
  "<form>",
  "<template>",
  "<svg>",
  "<math><mi>",
  "<table><tr>",
  "<a href=",
  '<base href="//">',
  '<base href="javascript:x">',
  '<html hidden class="menu sidebar comments">',
  "<h1>",
  "</p>",
  "</div></div></div>",
  "</body></html>",
  "<?xml version='1.0' encoding='utf-16'?>",
  "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
  "<item>",
  "</item>",
  "<entry>",
  "</channel>",
  "<title>",
  "<link>",
  "٩٩٩٩/٩٩/٩٩",
  "31 شباط 2026 25:61",
  "منذ 99999999999999999999 ساعة",
  "0000-00-00T00:00:00Z",
  "+275760-09-13",
  "1e999",
  '{"@type":"NewsArticle","headline":',
  "<a <b <c ",
  '="',
  "='>",
  "اقرأ أيضًا:",
  "http://[::1]/%E0%A4%A",
  "//:@/",
  "%ff%fe",
];

type Damage = (page: Uint8Array, other: Uint8Array, random: () => number) => Uint8Array;

const at = (page: Uint8Array, random: () => number) => Math.floor(random() * (page.length + 1));
const joined = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);
const spliced = (page: Uint8Array, from: number, count: number, put: Uint8Array) =>
  joined(page.subarray(0, from), put, page.subarray(from + count));

const DAMAGES: readonly Damage[] = [
  // bytes that were changed on the way
  (page, _, random) => {
    const broken = Uint8Array.from(page);
    for (let count = 1 + random() * 20; count > 0 && broken.length > 0; count--)
      broken[Math.floor(random() * broken.length)] = Math.floor(random() * 256);
    return broken;
  },
  // cut off
  (page, _, random) => page.subarray(0, at(page, random)),
  // begun late
  (page, _, random) => page.subarray(Math.floor((at(page, random) * random()) / 4)),
  // a part is missing
  (page, _, random) => spliced(page, at(page, random), Math.floor(random() * 2000), Buffer.alloc(0)),
  // a part comes again, or many times
  (page, _, random) => {
    const from = at(page, random);
    const part = page.subarray(from, from + Math.floor(random() * 1500));
    const times = random() < 0.2 ? 50 : 2;
    return spliced(page, from, 0, joined(...Array.from({ length: times }, () => part)));
  },
  // two pages in one
  (page, other, random) => joined(page.subarray(0, at(page, random)), other.subarray(at(other, random))),
  (page, other, random) => {
    const from = at(other, random);
    return spliced(page, at(page, random), 0, other.subarray(from, from + Math.floor(random() * 5000)));
  },
  // something is put in
  (page, _, random) => {
    let broken = page;
    for (let count = 1 + random() * 5; count > 0; count--) {
      const token = TOKENS[Math.floor(random() * TOKENS.length)] as string;
      broken = spliced(broken, at(broken, random), Math.floor(random() * 8), Buffer.from(token));
    }
    return broken;
  },
  // tags change places or names
  (page, _, random) => {
    const text = Buffer.from(page).toString("latin1");
    const tags = [...text.matchAll(/<[^<>]{1,300}>/g)];
    const one = tags[Math.floor(random() * tags.length)];
    const two = tags[Math.floor(random() * tags.length)];
    if (one === undefined || two === undefined) return page;
    const swapped = text.slice(0, one.index) + two[0] + text.slice(one.index + one[0].length);
    return Buffer.from(random() < 0.3 ? swapped.replaceAll(two[0], one[0]) : swapped, "latin1");
  },
  // values are lost or grow
  (page, _, random) => {
    const text = Buffer.from(page).toString("latin1");
    const values = [...text.matchAll(/"[^"<>]{0,300}"/g)];
    const one = values[Math.floor(random() * values.length)];
    if (one === undefined) return page;
    const value = random() < 0.5 ? '""' : `"${one[0].slice(1, -1).repeat(1 + Math.floor(random() * 200))}"`;
    return Buffer.from(text.slice(0, one.index) + value + text.slice(one.index + one[0].length), "latin1");
  },
  // saved in another encoding
  (page, _, random) => {
    const text = Buffer.from(page).toString("utf8");
    return random() < 0.5 ? Buffer.from(text, "utf16le") : Buffer.from(Buffer.from(page).toString("latin1"), "utf8");
  },
];

/** One to four damages to a page, the first of them made with parts of another. */
export function mutated(page: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let broken = page;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--)
    broken = (DAMAGES[Math.floor(random() * DAMAGES.length)] as Damage)(broken, other, random);
  return broken;
}
