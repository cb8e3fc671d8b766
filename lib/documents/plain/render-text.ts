import type { Block, FinishedNote, Runs, Table } from '#lib/documents/model/document';
import { paragraphNumber } from '#lib/documents/html/paragraph-number';

/** The text of some runs; the mark of a footnote is its number in brackets. */
const plainText = (runs: Runs): string =>
  runs.map(({ text, footnote }) => (footnote === undefined ? text : `[${footnote}]`)).join('');
/** Replaces line breaks and control characters, which would break a line or column, by a space. */
const oneTextLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/gu, ' ').trimEnd();

// Characters of East Asian fonts are two columns wide; combining marks take none.
function displayWidthOfCharacter(character: string): number {
  if (/[\p{Mn}\p{Cf}]/u.test(character)) return 0;
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character) ? 2 : 1;
}
const displayWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + displayWidthOfCharacter(character), 0);

/** Aligns the columns of a table by spaces: the first to the left, the others to the right. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat(Math.max(0, widths[column]! - displayWidth(cell)));
        return column === 0 ? cell + padding : padding + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

const tableLines = ({ columns, rows }: Table): string[] =>
  alignColumns([
    columns.map(oneTextLine),
    ...rows.map(({ header, cells }) => [
      oneTextLine(header),
      ...cells.map((cell) => oneTextLine(plainText(cell))),
    ]),
  ]);

function blockLines(block: Block, { locale }: FinishedNote): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', oneTextLine(`${block.number} ${plainText(block.runs)}`.trim())];
    case 'paragraph':
      return [oneTextLine(`${paragraphNumber(locale, block.number)} ${plainText(block.runs)}`)];
    case 'item':
      return [oneTextLine(`    ${block.label} ${plainText(block.runs)}`)];
    default:
      return [
        oneTextLine(`${block.label} ${plainText(block.caption)}`),
        ...(block.kind === 'figure' && block.description ? [oneTextLine(block.description)] : []),
        ...tableLines(block.table),
        ...(block.note ? [oneTextLine(plainText(block.note))] : []),
      ];
  }
}

/** Renders the note as plain text: no markup, no wrapped lines, footnotes at the end. */
export function renderText(note: FinishedNote): string {
  const {
    head: {
      symbol,
      lines,
      body,
      session,
      place,
      agendaItem,
      agendaNote,
      title,
      author,
      summaryTitle,
      summary,
    },
    blocks,
    footnotes,
    labels: words,
    colophon,
  } = note;
  const parts = [
    ...(words.draft ? [[words.draft]] : []),
    [symbol, ...lines],
    [body, session, place, agendaItem],
    [title],
    [author],
    [summaryTitle, '', plainText(summary)],
    ...(agendaNote ? [[agendaNote]] : []),
    ...blocks.map((block) => blockLines(block, note)),
    ...(footnotes.length > 0
      ? [
          ['', words.footnotes],
          ...footnotes.map(({ number, runs }) => [`[${number}] ${plainText(runs)}`]),
        ]
      : []),
    ['', colophon],
  ];
  return `${parts.map((part) => part.map(oneTextLine).join('\n')).join('\n\n')}\n`;
}
