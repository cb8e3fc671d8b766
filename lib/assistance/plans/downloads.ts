import 'server-only';
import type { Locale } from '#lib/convention/names';
import { categoryName } from '#lib/convention/categories';
import { regionName } from '#lib/convention/regions';
import { stateName } from '#lib/convention/states';
import { tableWorkbook } from '#lib/documents/downloads/workbook';
import { translator } from '#lib/text/i18n';
import type { PlannedNeed, PlanView } from '#lib/assistance/plans/queries';

type PlanContent = Readonly<{
  locale: Locale;
  plan: PlanView;
  needs: readonly PlannedNeed[];
  revision: number;
}>;
const countStates = (needs: readonly PlannedNeed[]) =>
  new Set(needs.map(({ stateId }) => stateId)).size;

/** The needs of a plan as text rows, the same in both files. */
function planTable({ locale, needs }: PlanContent): { columns: string[]; rows: string[][] } {
  const t = translator(locale);
  return {
    columns: [
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

const introduction = ({ locale, needs, revision }: PlanContent): string[] => {
  const t = translator(locale);
  return [
    t('plans.would', { needs: needs.length, states: countStates(needs) }),
    t('plans.ours', { revision }),
  ];
};

export async function planWorkbook(content: PlanContent): Promise<Uint8Array> {
  const { columns, rows } = planTable(content);
  const t = translator(content.locale);
  return tableWorkbook(
    {
      columns: columns.map((text) => ({ text })),
      rows: rows.map(([first = '', ...cells]) => ({ header: { text: first }, cells })),
    },
    {
      sheet: t('plans.needs'),
      aboutSheet: t('plans.name'),
      rightToLeft: content.locale === 'ar',
      about: [content.plan.title, ...introduction(content)],
    },
  );
}

/** The plan as a Word document, with the header row repeated on every page. */
export async function planDocument(content: PlanContent): Promise<Uint8Array> {
  const docx = await import('docx');
  const { locale, plan } = content;
  const rightToLeft = locale === 'ar';
  const { columns, rows } = planTable(content);
  const line = (text: string, bold = false) =>
    new docx.Paragraph({
      bidirectional: rightToLeft,
      children: [new docx.TextRun({ text, bold, rightToLeft })],
    });
  const row = (cells: readonly string[], isHeader: boolean) =>
    new docx.TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: cells.map((text) => new docx.TableCell({ children: [line(text, isHeader)] })),
    });
  const document = new docx.Document({
    title: plan.title,
    creator: translator(locale)('site.name'),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: docx.PageOrientation.LANDSCAPE },
          },
        },
        children: [
          new docx.Paragraph({
            heading: docx.HeadingLevel.HEADING_1,
            bidirectional: rightToLeft,
            children: [new docx.TextRun({ text: plan.title, rightToLeft })],
          }),
          ...introduction(content).map((text) => line(text)),
          new docx.Table({
            visuallyRightToLeft: rightToLeft,
            width: { size: 100, type: docx.WidthType.PERCENTAGE },
            rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}
