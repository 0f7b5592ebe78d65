import { expect, test } from "vitest";
import { readSite } from "../../src/extract/site.ts";

const SITE = "https://www.marfa.example/";
const page = (head: string) => `<!doctype html><html lang="ar-SA"><head>${head}</head><body></body></html>`;

test.each([
  {
    why: "the site's own name",
    head: `<title>الرئيسية</title><meta property="og:site_name" content=" صحيفة  المرفأ ">`,
    name: "صحيفة المرفأ",
  },
  {
    why: "a name beside «الرئيسية»",
    head: "<title>الصفحة الرئيسية | صحيفة المرفأ اليومية</title>",
    name: "صحيفة المرفأ اليومية",
  },
  {
    why: "a name before a slogan",
    head: "<title>المرفأ - أخبار المدينة والميناء لحظة بلحظة</title>",
    name: "المرفأ",
  },
  { why: "a title that is only a name", head: "<title>المرفأ&nbsp;اليوم</title>", name: "المرفأ اليوم" },
  {
    why: "a template that was not filled",
    head: `<title>المرفأ</title><meta property="og:site_name" content="{{site}}">`,
    name: "المرفأ",
  },
  { why: "nothing", head: "", name: "" },
  {
    why: "a name without end",
    head: `<meta property="og:site_name" content="${"أ".repeat(5000)}">`,
    name: "أ".repeat(80),
  },
])("a site has its name: $why", ({ head, name }) => expect(readSite(page(head), SITE).name).toBe(name));

test.each([
  { html: `<html lang="ar-EG"><title>المرفأ</title>`, language: "ar" },
  { html: `<html lang="en-US"><title>المرفأ اليوم</title>`, language: "ar" },
  { html: `<html lang="fa"><title>روزنامه</title>`, language: "fa" },
  { html: `<html lang="en"><title>The Harbour</title>`, language: "en" },
  { html: `<html><meta property="og:locale" content="fr_FR"><title>Le Port</title>`, language: "fr" },
  { html: `<html lang="x{{lang}}"><title>12</title>`, language: null },
])("a site has the language of $html", ({ html, language }) => expect(readSite(html, SITE).language).toBe(language));
