/** A few sentences of an article in its own words (`extractive`), or a checked answer of a model. */
export interface Summary {
  readonly articleId: string;
  readonly text: string;
  /** Which sentences of the article were taken, in order; empty for a model's. */
  readonly sentenceIndexes: readonly number[];
  readonly method: "extractive" | "model";
  readonly madeAt: number;
}

/** How long a summary may be; both hold at once. */
export interface SummaryLimits {
  readonly sentences: number;
  readonly words: number;
}

/** What readers get who chose no length. */
export const DEFAULT_SUMMARY_LIMITS: SummaryLimits = { sentences: 3, words: 60 };
