import 'server-only';
import { categoryCodes, type Category } from '#lib/convention/categories';
import { locales } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { quoted } from '#lib/needs/imports/faults';
import { Labels } from '#lib/needs/imports/labels';
import { unreadableIn } from '#lib/needs/imports/need-faults';
import { tableIn, whatWasRead, type FileFault, type FileRead } from '#lib/needs/imports/read-file';
import { TooManyRows, type Destination } from '#lib/needs/imports/sheet';
import {
  articlesOfCycle,
  assessmentColumns,
  type AssessmentAnswer,
} from '#lib/needs/model/self-assessment-rows';

type Column = (typeof assessmentColumns)[number];
const mostRows = 200;

const folded = (name: string) => name.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
const named = (name: string): Column | undefined =>
  assessmentColumns.find(
    (column) =>
      folded(name) === column ||
      locales.some(
        (locale) => folded(translator(locale)(`selfAssessment.columns.${column}`)) === folded(name),
      ),
  );

/**
 * Reads the answers of a checklist about technical assistance: rows of article, category,
 * description and by whom it is provided already.
 */
export const readAssessmentFile = (
  content: Uint8Array,
  { cycle, vocabulary }: Destination,
): Promise<FileRead> =>
  whatWasRead(content, async () => {
    const { names, records, complaints } = await tableIn(
      content,
      (name) => named(name) !== undefined,
    );
    const columns = names.map(named);
    const faults: FileFault[] = [];
    const wanted = ['article', 'description'] as const;
    if (columns.every((column) => column === undefined))
      return { faults: [{ line: 1, key: 'noKnownColumn' }] };
    faults.push(
      ...wanted
        .filter((column) => !columns.includes(column))
        .map((column) => ({ line: 1, column, key: 'missingColumn' as const })),
    );
    faults.push(
      ...names.flatMap((name, i) =>
        columns[i] === undefined
          ? [
              {
                line: 1,
                column: name,
                key: 'unknownColumn' as const,
                values: { value: quoted(name) },
              },
            ]
          : [],
      ),
    );
    if (faults.length > 0) return { faults };
    if (records.length > mostRows) throw new TooManyRows();

    const labels = new Labels(vocabulary);
    const articles = articlesOfCycle(cycle);
    const answers = records.map(({ line, cells }): AssessmentAnswer => {
      const cell = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim();
      const say = (column: Column, key: FileFault['key'], values?: FileFault['values']) => {
        faults.push({ line, column, key, values });
      };
      const article = Number(/\d{1,2}/.exec(cell('article'))?.[0] ?? 0);
      const category = labels.codeOf('category', cell('category'));
      if (!articles.includes(article))
        say('article', 'unknownArticle', { value: quoted(cell('article')) });
      if (category !== '' && !categoryCodes.includes(category as Category))
        say('category', 'unknownCategory', { value: quoted(category) });
      if (cell('description') === '') say('description', 'describeNeed');
      for (const column of ['description', 'provided'] as const)
        if (unreadableIn(cell(column)))
          say(column, 'unreadable', { value: unreadableIn(cell(column))! });
      return { article, category, description: cell('description'), provided: cell('provided') };
    });
    faults.push(...complaints);
    if (faults.length > 0)
      return { faults: faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
    return answers.length === 0 ? { faults: [{ key: 'noRows' }] } : { value: answers };
  });
