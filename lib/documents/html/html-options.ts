/** Labels in the language of the note that are no part of the note itself. */
export type HtmlLabels = Readonly<{
  /** Label of the link from a footnote back to its mark. */
  back: string;
  /** Labels of the marks of a draft; null in a finished document. */
  marks: Readonly<{ held: string; typed: string; false: string }> | null;
  /** What opens the table of a figure; without it the table stands open beneath its chart. */
  figureTable?: string | undefined;
}>;

/** Where the annex is as a document of its own, and whether it also stands folded beneath the note. */
export type AnnexOptions = Readonly<{ address: string; isFolded: boolean }>;

/**
 * How the note is rendered as HTML. `links`: whether numbers link to the needs behind them in the
 * register. `base`: the register's address without the language, empty within the register itself.
 */
export type HtmlOptions = Readonly<{
  links: 'register' | 'none';
  base: string;
  labels: HtmlLabels;
  annex?: AnnexOptions;
}>;
