import { type Answering, hurriedFetcher, PUBLIC_IP, type Site, smallWorld, startSite } from "./sites.ts";

export const HTML = "<html><title>خبر</title></html>";
export const html: Answering = (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(HTML);
export const rules =
  (text: string): Answering =>
  (_, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end(text);

const open: { close(): Promise<void> }[] = [];

/** Ends all that this test started. */
export async function closeAll(): Promise<void> {
  for (const each of open.splice(0).reverse()) await each.close();
}

/** A site that gives these answers until the test is over. */
export async function site(answer: Answering, robots?: Answering, ip = PUBLIC_IP): Promise<Site> {
  const started = await startSite(ip, answer, robots ? { robots } : {});
  open.push(started);
  return started;
}

/** A fetcher that knows these sites alone. */
export function fetcherFor(sites: readonly Site[], options: Parameters<typeof hurriedFetcher>[1] = {}) {
  const fetcher = hurriedFetcher(smallWorld(sites.map(({ port }) => port)), options);
  open.push(fetcher);
  return fetcher;
}
