import 'server-only';
import { categoryCodes, type Category } from '#lib/convention/categories';
import type { Cycle } from '#lib/convention/chapters';
import { locales } from '#lib/convention/names';
import { headerFaults, matchColumns } from '#lib/files/tables/columns';
import type { FaultValues, FileFault } from '#lib/files/tables/faults';
import { parseFile, TooManyRows, type ParsedFile } from '#lib/files/tables/parse-file';
import { readTable } from '#lib/files/tables/read-table';
import { Row } from '#lib/files/tables/row';
import { quoteCell } from '#lib/needs/imports/pipeline/faults';
import { Labels } from '#lib/needs/imports/needs/labels';
import { unreadableCharacterIn } from '#lib/needs/imports/needs/row-faults';
import {
  articlesOfCycle,
  assessmentColumns,
  type AssessmentAnswer,
} from '#lib/needs/model/self-assessment-rows';
import type { Vocabulary } from '#lib/needs/store/queries';
import { foldText } from '#lib/text/folding';
import { asciiDigits } from '#lib/text/written';
import { translator } from '#lib/text/i18n';

export type AssessmentFileOptions = Readonly<{
  cycle: Cycle;
  vocabulary: Vocabulary;
  /** The name of the sheet, where a workbook has several. */
  sheet?: string;
}>;
type Column = (typeof assessmentColumns)[number];
type ReportFault = (column: Column, key: string, values?: FaultValues) => void;

const maxAnswers = 200;
const required: readonly Column[] = ['article', 'description'];

/** Returns the column that a heading names, in any of the six languages or by its code. */
function columnNamed(name: string): Column | undefined {
  const wanted = foldText(name);
  return assessmentColumns.find(
    (column) =>
      wanted === column ||
      locales.some(
        (locale) => foldText(translator(locale)(`selfAssessment.columns.${column}`)) === wanted,
      ),
  );
}

/** Parses a row, and reports all that is wrong with it. */
function parseRow(
  row: Row<Column>,
  labels: Labels,
  articles: readonly number[],
  report: ReportFault,
): AssessmentAnswer {
  const article = Number(/\d{1,2}/.exec(asciiDigits(row.text('article')))?.[0] ?? 0);
  const category = labels.codeOf('category', row.text('category'));
  if (!articles.includes(article))
    report('article', 'unknownArticle', { value: quoteCell(row.text('article')) });
  if (category !== '' && !categoryCodes.includes(category as Category))
    report('category', 'unknownCategory', { value: quoteCell(category) });
  if (row.text('description') === '') report('description', 'describeNeed');
  for (const column of ['description', 'provided'] as const) {
    const unreadable = unreadableCharacterIn(row.text(column));
    if (unreadable) report(column, 'unreadable', { value: unreadable });
  }
  return {
    article,
    category,
    description: row.text('description'),
    provided: row.text('provided'),
  };
}

/**
 * Parses the answers of a checklist about technical assistance: rows of article, category,
 * description and by whom it is provided already.
 */
export const parse = (
  content: Uint8Array,
  { cycle, vocabulary, sheet }: AssessmentFileOptions,
): Promise<ParsedFile> =>
  parseFile(content, async () => {
    const table = await readTable(content, (name) => columnNamed(name) !== undefined, sheet);
    const columns = matchColumns(table.names, { columnNamed, required });
    const inHeader = headerFaults(columns, (name) => ({
      column: name,
      value: quoteCell(name),
    })).filter(({ key }) => key !== 'repeatedColumn');
    if (inHeader.length > 0) return { faults: inHeader };
    if (table.records.length > maxAnswers) throw new TooManyRows(maxAnswers);

    const labels = new Labels(vocabulary);
    const articles = articlesOfCycle(cycle);
    const faults: FileFault<string>[] = [];
    const { length: wanted } = table.names;
    for (const { line, cells } of table.records)
      if (cells.length !== wanted)
        faults.push({ line, key: 'wrongCells', values: { found: cells.length, wanted } });
    const answers = table.records
      .filter(({ cells }) => cells.length === wanted)
      .map(({ line, cells }) =>
        parseRow(new Row(line, columns.places, cells), labels, articles, (column, key, values) =>
          faults.push({ line, column, key, values }),
        ),
      );
    for (const { column, ...fault } of table.cellFaults ?? [])
      if (column < table.names.length) faults.push({ ...fault, column: table.names[column] });
    faults.push(...table.faults);
    if (faults.length > 0)
      return { faults: faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
    return answers.length === 0 ? { faults: [{ key: 'noRows' }] } : { value: answers };
  });
