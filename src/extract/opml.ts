import { generateOpml, parseOpml as readOpml } from "feedsmith";

/** A feed as lists of feeds carry it. */
export interface OpmlFeed {
  readonly title: string;
  readonly url: string;
  readonly homeUrl: string | null;
}

interface Outline {
  readonly text?: string | undefined;
  readonly title?: string | undefined;
  readonly xmlUrl?: string | undefined;
  readonly htmlUrl?: string | undefined;
  readonly outlines?: readonly Outline[] | undefined;
}

/** The feeds of an OPML file (http://opml.org/spec2.opml), folders flattened, in order; undefined when it is none. */
export function parseOpml(text: string): OpmlFeed[] | undefined {
  try {
    const opml = readOpml(text) as { readonly body?: { readonly outlines?: readonly Outline[] } };
    return (opml.body?.outlines ?? []).flatMap(feedsOf);
  } catch {
    return undefined;
  }
}

function feedsOf(outline: Outline): OpmlFeed[] {
  const own =
    outline.xmlUrl === undefined
      ? []
      : [
          {
            title: outline.title ?? outline.text ?? outline.xmlUrl,
            url: outline.xmlUrl,
            homeUrl: outline.htmlUrl ?? null,
          },
        ];
  return [...own, ...(outline.outlines ?? []).flatMap(feedsOf)];
}

/** An OPML file of these feeds, of which it needs at least one. */
export function renderOpml(feeds: readonly OpmlFeed[]): string {
  const outlines = feeds.map((feed) => ({
    text: feed.title,
    title: feed.title,
    type: "rss",
    xmlUrl: feed.url,
    ...(feed.homeUrl === null ? {} : { htmlUrl: feed.homeUrl }),
  }));
  return generateOpml({ head: { title: "Mujaz" }, body: { outlines } });
}
