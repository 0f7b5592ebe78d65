/** A page with what a careful reader would take from it. */
export interface FamilyPage {
  readonly html: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** `""`: the page does not say. */
  readonly day: string;
  readonly image: string;
  readonly byline: string | null;
  /** Paths. */
  readonly related: readonly string[];
}
