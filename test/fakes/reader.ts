import { takeReading } from "../../src/extract/readings.ts";
import type { PageReader } from "../../src/ports.ts";

/** Reads pages here and now, without a thread and without a bound in time. */
export const plainReader: PageReader = {
  article: async ({ html, url }, options) => takeReading("article", html, url, options),
  explanation: async ({ html, url }, options) => takeReading("explanation", html, url, options),
  headlines: async ({ html, url }, options) => takeReading("headlines", html, url, options),
  feeds: async ({ html, url }) => takeReading("feeds", html, url),
  site: async ({ html, url }) => takeReading("site", html, url),
};
