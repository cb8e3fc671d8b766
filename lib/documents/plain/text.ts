import type { Block, FinishedNote, Runs, Table } from '#lib/documents/model/document';
import { paragraphNumber } from '#lib/documents/html/paragraph-number';

/** The words of some runs; the mark of a footnote is its number in brackets. */
const said = (runs: Runs): string =>
  runs.map(({ text, footnote }) => (footnote === undefined ? text : `[${footnote}]`)).join('');
/** A line is a line: what is broken within a text or would break a column is one space. */
const line = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/gu, ' ').trimEnd();

// Two columns for what East Asian fonts set twice as wide, none for what stands above or below a
// letter.
function columnsOfSign(sign: string): number {
  if (/[\p{Mn}\p{Cf}]/u.test(sign)) return 0;
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(sign) ? 2 : 1;
}
const columnsOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + columnsOfSign(sign), 0);

/**
 * Rows as columns that are aligned by spaces; the first begins its lines, the others end where
 * their column ends.
 */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => columnsOf(row[at] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const room = ' '.repeat(Math.max(0, widths[at]! - columnsOf(cell)));
        return at === 0 ? cell + room : room + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

const tableLines = ({ columns, rows }: Table): string[] =>
  aligned([
    columns.map(line),
    ...rows.map(({ header, cells }) => [line(header), ...cells.map((cell) => line(said(cell)))]),
  ]);

function blockLines(block: Block, { locale }: FinishedNote): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', line(`${block.number} ${said(block.runs)}`.trim())];
    case 'paragraph':
      return [line(`${paragraphNumber(locale, block.number)} ${said(block.runs)}`)];
    case 'item':
      return [line(`    ${block.label} ${said(block.runs)}`)];
    default:
      return [
        line(`${block.label} ${said(block.caption)}`),
        ...(block.kind === 'figure' && block.description ? [line(block.description)] : []),
        ...tableLines(block.table),
        ...(block.note ? [line(said(block.note))] : []),
      ];
  }
}

/** The annex number by number, because its texts are too long for columns. */
const annexLines = ({ annex: { title, introduction, columns, rows } }: FinishedNote): string[] => [
  line(title),
  '',
  line(introduction),
  ...rows.flatMap(({ place, definition, rule, base, shown }) => [
    '',
    ...[place, definition, rule, base, shown].map((text, at) => line(`${columns[at]}: ${text}`)),
  ]),
];

/** The note as plain text: no markup, no line broken to fit, footnotes at the end. */
export function noteText(note: FinishedNote): string {
  const {
    head: { symbol, lines, body, session, place, agendaItem, title, author, summaryTitle, summary },
    blocks,
    footnotes,
    words,
    colophon,
  } = note;
  const parts = [
    ...(words.draft ? [[words.draft]] : []),
    [symbol, ...lines],
    [body, session, place, agendaItem],
    [title],
    [author],
    [summaryTitle, '', said(summary)],
    ...blocks.map((block) => blockLines(block, note)),
    ...(footnotes.length > 0
      ? [
          ['', words.footnotes],
          ...footnotes.map(({ number, runs }) => [`[${number}] ${said(runs)}`]),
        ]
      : []),
    ['', ...annexLines(note)],
    ['', colophon],
  ];
  return `${parts.map((part) => part.map(line).join('\n')).join('\n\n')}\n`;
}
