/** Paths of pages that every site has about itself. */
const SITE_PAGE =
  /\/(?:feed|rss|login|log-in|signin|register|signup|logout|contact(?:-us)?|about(?:-us)?|privacy(?:-policy)?|terms(?:-[\w-]+)?|cookie-policy|advertise|sitemap|rss-feeds?|newsletter|wp-login\.php|wp-admin|اتصل-بنا|من-نحن|سياسة-الخصوصية)(?:\.\w+)?\/?$/iu;

/** Whether a readable path is that of a page about the site itself: how to reach it, what it does with data. */
export const isSitePage = (path: string) => SITE_PAGE.test(path);

/** A path with its Arabic readable; as it is where that fails. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
