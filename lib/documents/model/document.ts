import type { Locale } from '#lib/convention/names';
import type { BarChart, FigureTable } from '#lib/documents/figures/figure';

/**
 * The finished note in one language: the one shape from which the web page, the .docx, the PDF and
 * the plain text are made, so
 * that they cannot differ. Everything in it is text as it is read; whoever sets it adds no words
 * and counts nothing.
 */

/**
 * Some words of a sentence that are set alike. A bound number carries `value`; a run without it
 * holds no number that was counted.
 */
export type Run = Readonly<{
  text: string;
  /** The name of the bound number, unique in the note: `overall.needs`. */
  value?: string;
  /**
   * Where the needs behind it are listed: an address within the register, without language
   * (`/summaries/needs?…`).
   */
  href?: string;
  /** The key of the table, figure, heading or paragraph that is referred to. */
  reference?: string;
  /** The number of the footnote whose mark stands here; `text` is empty. */
  footnote?: number;
  /**
   * Marks of a draft: a number held back, one typed by hand, a claim that is not true. `citation`:
   * digits that are a name, as in "resolution 4/1".
   */
  mark?: 'held' | 'typed' | 'false' | 'citation';
}>;
export type Runs = readonly Run[];

/** The table of an exhibit: its numbers are texts already, some of them bound. */
export type Table = FigureTable<string, Runs>;

type Captioned = Readonly<{
  key: string;
  /** `Figure III`, `Table 1`, in the language. */ label: string;
  caption: Runs;
  note: Runs | null;
  table: Table;
}>;
export type Block =
  | Readonly<{
      kind: 'heading';
      key: string;
      level: 1 | 2 | 3;
      /** `II.`, `A.`, `1.` */ number: string;
      runs: Runs;
    }>
  | Readonly<{ kind: 'paragraph'; key: string; number: number; runs: Runs }>
  | Readonly<{ kind: 'item'; key: string; label: string; runs: Runs }>
  | (Readonly<{ kind: 'table' }> & Captioned)
  | (Readonly<{ kind: 'figure'; description: string; chart: BarChart }> & Captioned);

/** One number of the annex: what it is, how it was counted, and what it is. */
export type AnnexRow = Readonly<{
  value: string;
  place: string;
  definition: string;
  rule: string;
  base: string;
  shown: string;
}>;

export type FinishedNote = Readonly<{
  locale: Locale;
  head: Readonly<{
    /** `Distr.: General`, the symbol, the date, `Original: English`: each a line. */
    symbol: string;
    lines: readonly string[];
    body: string;
    session: string;
    place: string;
    agendaItem: string;
    title: string;
    author: string;
    summaryTitle: string;
    summary: Runs;
  }>;
  blocks: readonly Block[];
  footnotes: readonly Readonly<{ number: number; runs: Runs }>[];
  annex: Readonly<{
    title: string;
    introduction: string;
    columns: readonly [string, string, string, string, string];
    rows: readonly AnnexRow[];
  }>;
  /** Cut-off, revision and checksum, as a sentence at the end and in the document's properties. */
  colophon: string;
  cutoff: string;
  revision: number;
  checksum: string;
  /** Words that a document adds around its content. */
  words: Readonly<{ contents: string; footnotes: string; draft: string | null; page: string }>;
}>;

/** The text of some runs. */
export const textOf = (runs: Runs): string => runs.map(({ text }) => text).join('');
