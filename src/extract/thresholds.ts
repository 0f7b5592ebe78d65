/**
 * Every number that decides what of an article's page is its article. Bounds against endless pages stand where they are used.
 *
 * `npm run bench -- thresholds` shows for each what Arabic pages lose when it is smaller or larger: it is to lie well within the
 * range in which they lose nothing.
 */
export const ARTICLE = {
  /** A paragraph that counts as evidence of the article has at least so many letters. */
  evidenceUnits: 40,
  /** Between the headline and the text a line of so many is the lead; captions are shorter. */
  leadUnits: 66,
  /** What the letters of a paragraph without marks of prose count. */
  plainWeight: 0.3,
  /** A part that holds so much of the evidence holds the article, and so does one with so many times what the next part has. */
  evidenceShare: 0.68,
  farMore: 5,
  /**
   * An `article` element with the headline in it, or a part that others are made like, is the article's if it
   * holds so much of the evidence.
   */
  articleShare: 0.15,
  /** So many elements beside a part are looked at for one made like it. */
  alikeBeside: 3,
  /** Paragraphs that stand side by side in one element are the article if they are so much of it. */
  homeShare: 0.6,

  /** Text that is more link than this leads somewhere else. */
  linkText: 0.54,
  /** A heading of something else ends the article if no more of the evidence than this comes after it. */
  restAtHome: 0.1,
  /** A part that begins with a heading of related links is about them, unless it holds more of the evidence. */
  relatedShare: 0.5,
  /** So much evidence is no mere invitation to read on. */
  invitationUnits: 50,
  /** A part that shows figures between names has so many lines at the least. */
  cardLines: 3,
  /** No heading of a part is longer, and no furniture that begins as sentences may. */
  headingUnits: 60,
  /** Shorter lines may well be said twice; beside the paragraphs, so often, they are a refrain. */
  repeatedUnits: 80,
  refrains: 3,
  /** A part that says so many long paragraphs again, and no other, is a copy. */
  copiedParagraphs: 2,
  /** A quotation of so many that another paragraph has too is set there to catch the eye. */
  quotedUnits: 12,
  /** So many captions are the text of a page that has no other. */
  galleryCaptions: 3,
  /** The beginning of the headline, so long, is the headline. */
  fragmentUnits: 12,

  /** A part that holds more of the page's text than this is the page, whatever its class says … */
  mostOfPage: 0.4,
  /** … and so is one that holds this much and the heading. */
  muchOfPage: 0.1,
  /** Shorter descriptions of images are no captions. */
  captionUnits: 20,
  /** A table whose cells are longer lays out the page; one with heads may say more in a cell. */
  cellUnits: 120,
  headCellUnits: 260,
  /** The structured data are believed where the page shows less of their text than this. */
  shownShare: 0.45,

  /** A heading is the title if so many of its words are the metadata's, else a text that is so much of a title of theirs. */
  titleAgreement: 0.5,
  mostOfTitle: 0.6,
  /** A heading that is less of the shortest title than this counts by its length. */
  partOfTitle: 0.5,
  /** Shorter texts are no headline where nothing says that they are. */
  shownTitleUnits: 10,
  /** A text that only the page's data have is longer than so many titles. */
  drawnTitles: 2,
  /** Behind a separator so few words are the site's name. */
  siteWords: 4,

  /** So many blocks around the headline are looked through for a visible date. */
  blocksBefore: 4,
  blocksAfter: 14,
  /** A line with the date is no longer: who, where, the day of the week, the date by two calendars, the time. */
  dateUnits: 200,
  dateWords: 22,
  /** With a full stop behind them more words are a sentence. */
  sentenceWords: 6,
  /** In a longer text «منذ ساعتين» is part of what it tells. */
  agoUnits: 60,
  /** Where no element is the article's, so many levels around the headline are its surroundings. */
  levelsAround: 1,

  /** A byline is no longer; a name has at most so many words. */
  bylineUnits: 120,
  nameWords: 6,
  /** A byline stands at most so many elements before the headline, or behind it where the text comes first. */
  bylineAbove: 40,
  bylineBelow: 20,

  /** Narrower pictures are no main image. */
  imageWidth: 70,
  /** A picture over the headline is at most so many elements before it. */
  aboveHeadline: 40,

  /** Shorter texts of links are no titles. */
  relatedUnits: 15,
  /** A link alone in its line among the paragraphs is a title from so many words on. */
  relatedWords: 5,
  /** Where the links of a heading are looked for: so many elements beside it, so many levels above. */
  besideHeading: 3,
  highestPart: 4,
  /** A block of related links has at most so many; more is a listing. */
  mostLinks: 24,

  /** Furniture lines are no longer, those of rules and disclaimers apart. */
  furnitureUnits: 160,
  rulesUnits: 600,
};

/** Every number that decides which links of a page are headlines; shown by the same command. */
export const LISTING = {
  /** Links with at least this score are headlines. */
  score: 3,
  /** What a title counts by where it stands. */
  heading: 2.5,
  named: 2,
  /** What its words count, from so many and from so many more on; what speaks against a word or two. */
  someWords: 4,
  manyWords: 6,
  fewWords: 2,
  fewWordsCost: 2,
  /** What it counts that some words stand with a picture in one link. */
  pictured: 0.7,
  /** What an address counts that is like an article's, and one that is like those of the sure headlines. */
  address: 1,
  knownAddress: 1.6,
  /** Like an article's: so many digits in a row, so many words or letters in its last part, a code so long, so many parts. */
  addressDigits: 3,
  slugWords: 3,
  slugUnits: 18,
  codeUnits: 8,
  addressParts: 4,
  /** Without counting their address headlines are sure from this score on; what it costs to be addressed like none of so many. */
  sure: 3,
  sureLinks: 5,
  strangeCost: 1.25,
  /** What a link counts as one of so many of one make, whose titles have so many words: they are a list. */
  familyScore: 2,
  family: 4,
  familyWords: 4,
  /** How many levels say how a link is made. If so much of a list are headlines, all of it is. */
  makeLevels: 6,
  mostOfFamily: 0.5,
  /** A name on an element that holds more of the links than this, and parts that only a page has, is about the page itself. */
  pageShare: 0.6,
  /** A link of so many words is a title. */
  titleWords: 3,
  /** So many pieces of at most some words each, figures among them, are none. */
  rowPieces: 4,
  /** Shorter texts are none. */
  titleUnits: 8,
  /** A card is at most so many levels above its link. */
  highestCard: 8,
  /** And a heading or name so many around it. */
  levelsAround: 3,
  /** A line with the date is no longer. */
  dateUnits: 80,
  dateWords: 10,
};
