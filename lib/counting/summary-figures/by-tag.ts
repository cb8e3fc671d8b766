import type { Region } from '#lib/convention/regions';
import type { FigureContext, NameOf } from '#lib/counting/summary-figures/context';
import { regionColumns, textHeadings } from '#lib/counting/summary-figures/headings';
import { needsCells, needsParts } from '#lib/counting/summary-figures/region-needs';
import { sentence } from '#lib/counting/summary-figures/sentences';
import {
  bar,
  countCell,
  shareCell,
  summaryFigure,
  totalCell,
  type SummaryFigure,
} from '#lib/counting/summary-figures/summary-figure';
import { formatNumber, formatPercent } from '#lib/text/format';

/** The needs that bear on the cross-cutting issues, and the States that have such needs. */
export function needsByTag(context: FigureContext, nameOf: NameOf): SummaryFigure {
  const { locale, t, opens, count } = context;
  const { tags, totals } = count;
  const hrefOf = (tag: string) => (region: Region) => opens?.('needs', { tag, region });
  const rows = tags.map(({ tag, needs, states, share: { percent }, byRegion }) => {
    const needsBar = {
      value: needs,
      parts: needsParts(byRegion, hrefOf(tag)),
      text: formatNumber(locale, needs),
      note: `· ${formatPercent(locale, percent)}`,
    };
    const statesBar = bar('plain', states, formatNumber(locale, states), {
      thin: true,
      note: t('figures.states', { count: states }),
      href: opens?.('states', { tag }),
    });
    return { label: nameOf(tag), bars: [needsBar, statesBar] };
  });
  const items = tags.map(({ tag, needs }) => ({ key: tag, n: needs }));
  return summaryFigure(context, {
    id: 'tags',
    caption: t('figures.tags'),
    rules: [t('figures.statesRule'), t('figures.tagsRule', { count: totals.needs })],
    rows,
    max: Math.max(0, ...tags.map(({ needs }) => needs)),
    divided: true,
    table: {
      columns: [
        { text: t('summaries.tag') },
        ...regionColumns(locale),
        ...textHeadings(
          t('summaries.needsColumn'),
          t('summaries.shareOfNeeds'),
          t('summaries.statesColumn'),
        ),
      ],
      rows: tags.map(({ tag, needs, states, share, byRegion }) => ({
        header: { text: nameOf(tag) },
        cells: [
          ...needsCells(byRegion, hrefOf(tag)),
          totalCell(needs, opens?.('needs', { tag })),
          shareCell(share),
          countCell(states, opens?.('states', { tag })),
        ],
      })),
    },
    sentence: sentence(context, 'tag', items, nameOf),
  });
}
