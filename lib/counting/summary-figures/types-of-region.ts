import { regionName, type Region } from '#lib/convention/regions';
import type { FigureContext, NameOf } from '#lib/counting/summary-figures/context';
import { textHeadings } from '#lib/counting/summary-figures/headings';
import { regionSentence, sentence } from '#lib/counting/summary-figures/sentences';
import {
  bar,
  countCell,
  shareCell,
  shareLength,
  summaryFigure,
  totalCell,
  type SummaryFigure,
} from '#lib/counting/summary-figures/summary-figure';
import type { Count } from '#lib/counting/count/count-types';
import { regionColour, type BarRow } from '#lib/documents/figures/figure';
import { formatNumber, formatPercent } from '#lib/text/format';

const numbersInNote: Readonly<Partial<Record<Region, number>>> = { AFR: 8, APG: 9 };

/** One scale for all regional groups, so that their figures can be compared. */
const maxShare = (counted: Count['types']) =>
  Math.max(
    0,
    ...counted
      .filter(({ region }) => region !== null)
      .flatMap(({ types }) => types.map(({ share }) => shareLength(share))),
  );

/**
 * Figures 8 and 9, and the same for the other regional groups: the types of capacity-building that
 * needs are of.
 */
export function typesOfRegion(
  context: FigureContext,
  region: Region,
  nameOf: NameOf,
): SummaryFigure {
  const { locale, t, count, opens } = context;
  const { mentions, types } = count.types.find((each) => each.region === region)!;
  const rows = types.map(({ type, mentions: n, share }): BarRow => ({
    label: nameOf(type),
    bars: [
      bar(regionColour(region), shareLength(share), formatNumber(locale, n), {
        note: `· ${formatPercent(locale, share.percent)}`,
        href: opens?.('needs', { type, region }),
      }),
    ],
  }));
  const items = types.map(({ type, mentions: n }) => ({ key: type, n }));
  return summaryFigure(context, {
    id: `types-${region}`,
    number: numbersInNote[region],
    caption: t('figures.typesOfRegion', { region: regionName(region, locale) }),
    rules: [t('figures.typesRule', { count: mentions })],
    rows,
    max: maxShare(count.types),
    percent: true,
    table: {
      columns: textHeadings(t('summaries.type'), t('summaries.mentions'), t('summaries.share')),
      note: t('summaries.sharesNote'),
      rows: [
        ...types.map(({ type, mentions: n, share }) => ({
          header: { text: nameOf(type) },
          cells: [totalCell(n, opens?.('needs', { type, region })), shareCell(share)],
        })),
        {
          header: { text: t('summaries.total') },
          cells: [countCell(mentions), ''],
          sum: true,
        },
      ],
    },
    sentence: regionSentence(context, region, () => sentence(context, 'type', items, nameOf)),
  });
}
