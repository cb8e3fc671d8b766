/** Words of the reader's language that the note itself does not bring along. */
export type HtmlLabels = Readonly<{
  /** Said of the link from a footnote back to its mark. */
  back: string;
  /** Marks of a draft, in words; null in a finished document, which bears none. */
  marks: Readonly<{ held: string; typed: string; false: string }> | null;
}>;

/**
 * Where numbers lead: to the needs behind them in the register, whose address without language
 * `base` is (nothing within the register
 * itself), or nowhere.
 */
export type NoteLinks = Readonly<{ links: 'register' | 'none'; base: string; words: HtmlLabels }>;
