import { phrases } from "../lib/arabic/phrases.ts";

const PART_NAMES = phrases`
  // The site around the article.
  nav(?:bar|igation)?|menu|breadcrumbs?|side-?bar|footer|toolbar|skip-?links?|login|search(?:form|-?box)?
  pagination|pager|prev-?next|post-?navigation|apps?-?links
  // Other articles.
  related|jp-relatedposts|yarpp|recommend(?:ed|ations?)?|read-?(?:also|more|next)|more-?(?:news|stories|posts)
  inline-?related|also-?read|most-?(?:read|viewed|popular)|trending|popular|ticker|breaking
  // Sharing, following, subscribing.
  share|sharing|sharedaddy|social(?:s|-?media|-?icons|-?share)?|addtoany|a2a|google-?news|follow-?us|newsletter
  subscri(?:be|ption)
  // Advertising and notices.
  promo(?:tion)?|advert(?:s|isement)?|ads?|ad-(?:slot|unit|container|wrapper)|banner|sponsor(?:ed)?|cookies?|gdpr
  consent|popup|modal
  // What readers write.
  comments?|commentlist|disqus|respond|reply|rating|ratings|poll|vote|quiz|feedback
  // About the article: who, when, on what, how long.
  author-?(?:box|bio|info)|about-?author|post-?meta|entry-?meta|byline|tags?|tag-?(?:list|cloud|links)|post-?tags
  keywords|toc|ez-toc-container|eztoc|table-?of-?contents|print|copyright|footnotes?|disclaimer|scroll-?hint
  // What a program made of it, and what speaks it.
  ai-?summary|summary-?ai|audio-?(?:box|player|bar)|listen(?:-?(?:box|player|to-?article))?|read-?speaker|tts
  text-?to-?speech|speech-?player
  // Offers to those who do not pay; «paywall» alone is what sites call the text behind it.
  (?:paywall|regwall|piano)-?(?:offer|box|message|prompt|overlay|banner|modal|gate|cta)
  subscribe-?(?:wall|box|cta|prompt)|support-?us|donat(?:e|ion)
  // Under pictures, and what only screen readers say.
  caption|wp-caption-text|credit|screen-reader-text|sr-only|visually-?hidden|d-none
  // Posts of other sites, and figures of matches and the weather.
  twitter-(?:tweet|video)|instagram-media|tiktok-embed|weather
  match-?(?:card|box|widget|cent(?:er|re)|stats|score)|score-?(?:board|card|box|widget)|live-?score|standings
  league-?table
`;
/** Classes, ids and roles of parts that hold no text of the article. */
export const FURNITURE_NAMES = new RegExp(
  `(?:^|\\s)widgets?(?=$|[\\s_-])|(?:^|[\\s_-])(?:${PART_NAMES})(?=$|[\\s_-])`,
  "i",
);

/** Classes and ids of what is longer than many an article and never one: what readers write, and what the law wants said. */
export const FOREIGN_NAMES =
  /(?:^|[\s_-])(?:comments?(?!-(?:open|closed))|commentlist|disqus|respond|replies|cookies?|consent|gdpr|newsletter)(?=$|[\s_-])/i;

/** Classes and ids of parts that hold the article's text, whatever else they are called. */
export const CONTENT_NAMES =
  /(?:^|[\s_-])(?:articlebody|article-?(?:body|content|text)|post-?(?:body|content|text)|entry-?content|story-?(?:body|content)|news-?(?:body|content|text)|content-?(?:body|text|inner))(?=$|[\s_])/i;
