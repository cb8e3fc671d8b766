import 'server-only';
import type { Locale } from '#lib/convention/names';
import { categoryName } from '#lib/convention/categories';
import { regionName } from '#lib/convention/regions';
import { stateName } from '#lib/convention/states';
import { tableWorkbook } from '#lib/documents/downloads/workbook';
import { translator } from '#lib/text/i18n';
import type { PlannedNeed, PlanSeen } from '#lib/assistance/plans/queries';

type Given = Readonly<{
  locale: Locale;
  plan: PlanSeen;
  needs: readonly PlannedNeed[];
  revision: number;
}>;
const statesIn = (needs: readonly PlannedNeed[]) =>
  new Set(needs.map(({ stateId }) => stateId)).size;

/** The needs of a plan as rows of text, the same in both files. */
function tableOf({ locale, needs }: Given): { heads: string[]; rows: string[][] } {
  const t = translator(locale);
  return {
    heads: [
      t('matches.need'),
      t('unmet.region'),
      t('accounts.state'),
      t('unmet.article'),
      t('unmet.category'),
      t('seen.names.priority'),
      t('matches.whichStatus'),
      t('needs.text'),
    ],
    rows: needs.map((need) => [
      need.reference ?? '–',
      regionName(need.region, locale),
      stateName(need.stateCode, locale),
      need.articles.length > 0
        ? need.articles.join('; ')
        : t('provisions.chapter', { chapter: need.chapter }),
      need.category ? categoryName(need.category, locale) : '–',
      need.priority ? String(need.priority) : '–',
      t(`matches.statuses.${need.status}`),
      need.text ?? '–',
    ]),
  };
}

const leadOf = ({ locale, needs, revision }: Given): string[] => {
  const t = translator(locale);
  return [
    t('plans.would', { needs: needs.length, states: statesIn(needs) }),
    t('plans.ours', { revision }),
  ];
};

export async function planWorkbook(given: Given): Promise<Uint8Array> {
  const { heads, rows } = tableOf(given);
  const t = translator(given.locale);
  return tableWorkbook(
    {
      columns: heads.map((text) => ({ text })),
      rows: rows.map(([first = '', ...cells]) => ({ header: { text: first }, cells })),
    },
    {
      sheet: t('plans.needs'),
      aboutSheet: t('plans.name'),
      rightToLeft: given.locale === 'ar',
      about: [given.plan.title, ...leadOf(given)],
    },
  );
}

/**
 * The plan as a Word document: what it would answer, and the needs as a table whose head repeats on
 * every page.
 */
export async function planDocument(given: Given): Promise<Uint8Array> {
  const {
    Document,
    HeadingLevel,
    Packer,
    PageOrientation,
    Paragraph,
    Table: WordTable,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = await import('docx');
  const { locale, plan } = given;
  const rightToLeft = locale === 'ar';
  const { heads, rows } = tableOf(given);
  const line = (text: string, bold = false) =>
    new Paragraph({
      bidirectional: rightToLeft,
      children: [new TextRun({ text, bold, rightToLeft })],
    });
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map((text) => new TableCell({ children: [line(text, head)] })),
    });
  const document = new Document({
    title: plan.title,
    creator: translator(locale)('site.name'),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE } },
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            bidirectional: rightToLeft,
            children: [new TextRun({ text: plan.title, rightToLeft })],
          }),
          ...leadOf(given).map((text) => line(text)),
          new WordTable({
            visuallyRightToLeft: rightToLeft,
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [row(heads, true), ...rows.map((cells) => row(cells, false))],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
