import { Faults } from '#lib/needs/imports/pipeline/faults';
import { parseNeedRow, type NeedRow, type NeedRules } from '#lib/needs/imports/needs/row';
import type { FileKind, PublicationChoice } from '#lib/needs/imports/pipeline/vocabulary';
import { parseStateRow, type StateRow } from '#lib/needs/imports/states/row';
import { needDraft, type Codes } from '#lib/needs/model/schema';
import { csv, fileOf } from '#tests/support/imports/files';
import { CsvFile } from '#lib/needs/imports/pipeline/csv-file';
import type { Row } from '#lib/files/tables/row';

/** A small vocabulary, so that what is allowed can be written out by hand. */
const codes: Codes = {
  subcategories: [
    { code: 'cb-training', category: 'capacity-building' },
    { code: 'cb-other', category: 'capacity-building' },
    { code: 'pm-other', category: 'policymaking' },
  ],
  topics: ['statistics', 'databases'],
  types: ['staff-training'],
  tags: ['training', 'good-practices'],
};

const rules: NeedRules = {
  codes,
  draft: needDraft(codes),
  isState: (code) => ['KEN', 'UGA'].includes(code),
  hasReview: (code, cycle) => code === 'KEN' || cycle === 1,
};

async function judged<T>(
  kind: FileKind,
  content: string,
  judge: (row: Row, csvFile: CsvFile) => T | undefined,
) {
  const faults = new Faults();
  const file = new CsvFile(await fileOf(kind, content), faults, () => undefined);
  const found: T[] = [];
  for await (const rows of file.rows())
    for (const row of rows) found.push(...[judge(row, file)].filter((each) => each !== undefined));
  return { found, faults: faults.lines().map((line) => line.replace(`${kind}.csv:`, '')) };
}

/** What the lines of a needs file mean, and what is wrong with them, as `LINE: COLUMN: message`. */
export const needsIn = (content: string): Promise<{ found: NeedRow[]; faults: string[] }> =>
  judged('needs', content, (row, file) => parseNeedRow(row, rules, file.reporterFor(row)));

/**
 * The same of a states file, on 1 June 2026. The register knows KEN, of the African group, AFR-01,
 * and AFR-02, whose summary of the second cycle was published on 1 April 2020.
 */
export const statesIn = (
  content: string,
  published: PublicationChoice = 'completed',
): Promise<{ found: StateRow[]; faults: string[] }> =>
  judged('states', content, (row, file) =>
    parseStateRow(
      row,
      {
        regionOf: (code) => (['KEN', 'AFR-01', 'AFR-02'].includes(code) ? 'AFR' : undefined),
        publishedOnOf: (code, cycle) => (code === 'AFR-02' && cycle === 2 ? '2020-04-01' : null),
        published,
        today: '2026-06-01',
      },
      file.reporterFor(row),
    ),
  );

/** One sound need, some of its cells changed. */
export function need(cells: Readonly<Record<string, string>> = {}): string {
  const sound = {
    ref: 'N1',
    state: 'KEN',
    cycle: '2',
    chapter: 'II',
    articles: '5',
    category: 'capacity-building',
    subcategory: 'cb-training',
    topics: '',
    types: '',
    tags: '',
    priority: '',
  };
  return Object.values({ ...sound, ...cells })
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',');
}

/** What is wrong with a need of which some cells are changed, as `COLUMN: message`. */
export async function faultsOfNeed(cells: Readonly<Record<string, string>>): Promise<string[]> {
  const { faults } = await needsIn(csv('needs', need(cells)));
  return faults.map((fault) => fault.replace(/^2: /, ''));
}
