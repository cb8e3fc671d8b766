import 'server-only';
import { packWorkbook } from '#lib/files/tables/pack-workbook';
import { chapterList, codeLists, observationsOf, structureId } from '#lib/api/data/observations';
import type { Locale } from '#lib/convention/names';
import type { Count } from '#lib/counting/count/count-types';
import type { Translate } from '#lib/text/i18n';
import { directionOf } from '#lib/text/languages';

type Described = Readonly<{
  locale: Locale;
  t: Translate;
  count: Count;
  period: string;
  /** The parameters that the numbers were asked for with. */
  filters: readonly (readonly [string, string])[];
}>;

const head = (texts: readonly string[]) =>
  texts.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
const said = (value: string) => (value === '' ? null : { value, type: String, wrap: true });

/**
 * The numbers of a count as a workbook: dates as dates and numbers as numbers, with sheets of the
 * method, of the filters and the revision, and of the codes.
 */
export async function countWorkbook({
  locale,
  t,
  count,
  period,
  filters,
}: Described): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const rightToLeft = directionOf(locale) === 'rtl';
  const lists = [...Object.entries(codeLists), ['CHAPTER', chapterList] as const];
  const codes = lists.flatMap(([list, all]) =>
    all.map(({ id, names }) => [said(list), said(id), said(names[locale] ?? id)]),
  );
  const cutoff = { value: new Date(`${period}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  const numbers = observationsOf(count).map(({ area, article, category, needs }) => [
    said(area),
    said(article),
    said(category),
    cutoff,
    { value: needs, type: Number },
  ]);
  const about = [
    ['STRUCTURE_ID', structureId],
    ['REVISION', String(count.revision)],
    ...filters,
  ].map(([name, value]) => [said(name!), said(value!)]);
  return packWorkbook(
    writeWorkbook([
      {
        sheet: t('api.data.numbers'),
        rightToLeft,
        stickyRowsCount: 1,
        columns: [{ width: 12 }, { width: 12 }, { width: 28 }, { width: 14 }, { width: 12 }],
        data: [head(['REF_AREA', 'ARTICLE', 'CATEGORY', 'TIME_PERIOD', 'OBS_VALUE']), ...numbers],
      },
      {
        sheet: t('api.data.method'),
        rightToLeft,
        columns: [{ width: 100 }],
        data: [[said(t('summaries.howCountedText'))], [said(t('figure.base'))]],
      },
      {
        sheet: t('api.data.filters'),
        rightToLeft,
        columns: [{ width: 24 }, { width: 60 }],
        data: about,
      },
      {
        sheet: t('api.data.codes'),
        rightToLeft,
        columns: [{ width: 16 }, { width: 28 }, { width: 70 }],
        data: codes,
      },
    ]),
  );
}
