import type { Locale } from '#lib/convention/names';
import type { BarChart, FigureTable } from '#lib/documents/figures/figure';

/**
 * The finished note in one language: the one model from which the web page, the .docx, the PDF and
 * the plain text are rendered, so that they cannot differ. It holds all text; renderers add no words
 * and count nothing.
 */

/**
 * A part of a text with one format. A bound number has `value`; a run without it holds no counted
 * number.
 */
export type Run = Readonly<{
  text: string;
  /** The bound number in figures, where the text has it in words. */
  figures?: string;
  /** Key of the bound number, unique in the note: `overall.needs`. */
  value?: string;
  /** Address of the list of needs behind the number, without language (`/summaries/needs?…`). */
  href?: string;
  /** Key of the table, figure, heading or paragraph that the run refers to. */
  reference?: string;
  /** Number of the footnote whose mark this is; `text` is empty. */
  footnote?: number;
  /**
   * Marks of a draft: a held number, a number typed by hand, a claim that is false. `citation`:
   * digits that are a name, as in "resolution 4/1".
   */
  mark?: 'held' | 'typed' | 'false' | 'citation';
}>;
export type Runs = readonly Run[];

/** The table of an exhibit: its numbers are texts already, some of them bound. */
export type Table = FigureTable<string, Runs>;

type Captioned = Readonly<{
  key: string;
  /** `Figure III`, `Table 1`, in the language. */
  label: string;
  caption: Runs;
  note: Runs | null;
  table: Table;
}>;
export type Block =
  | Readonly<{
      kind: 'heading';
      key: string;
      level: 1 | 2 | 3;
      /** `II.`, `A.`, `1.` */
      number: string;
      runs: Runs;
    }>
  | Readonly<{ kind: 'paragraph'; key: string; number: number; runs: Runs }>
  | Readonly<{ kind: 'item'; key: string; label: string; runs: Runs }>
  | (Readonly<{ kind: 'table' }> & Captioned)
  | (Readonly<{ kind: 'figure'; description: string; chart: BarChart }> & Captioned);

/** A number in the annex: where it stands, its definition, rule and base, and the number itself. */
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
    symbol: string;
    /** `Distr.: General`, the date, the language, `Original: English`. */
    lines: readonly string[];
    body: string;
    session: string;
    place: string;
    agendaItem: string;
    /** What the asterisk after the agenda item says. */
    agendaNote?: string;
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
  /** A sentence with cut-off, revision and checksum, at the end and in the document's properties. */
  colophon: string;
  cutoff: string;
  revision: number;
  checksum: string;
  /** Labels that a document adds around its content. */
  labels: Readonly<{ contents: string; footnotes: string; draft: string | null; page: string }>;
}>;

/** The text of some runs. */
export const textOf = (runs: Runs): string => runs.map(({ text }) => text).join('');
