import { regionName, type Region } from '#lib/convention/regions';
import type { FigureContext } from '#lib/counting/summary-figures/context';
import { articleHeading, articleText, textHeadings } from '#lib/counting/summary-figures/headings';
import { needsParts } from '#lib/counting/summary-figures/region-needs';
import { articlesSentence, regionSentence } from '#lib/counting/summary-figures/sentences';
import {
  bar,
  countCell,
  summaryFigure,
  totalCell,
  type SummaryFigure,
} from '#lib/counting/summary-figures/summary-figure';
import { articlesTable } from '#lib/counting/summary-figures/tables';
import type { Count } from '#lib/counting/count/count-types';
import { regionColour, type BarRow, type Part } from '#lib/documents/figures/figure';
import { formatNumber } from '#lib/text/format';

type Article = Count['articles'][number];

/** The needs of each article, and below them the States that have them. */
function articleRows(
  { locale, t, opens, count }: FigureContext,
  region: Region | undefined,
  parts: (article: Article) => readonly Part[],
): BarRow[] {
  return count.articles.map((counted) => {
    const { article, needs, states } = counted;
    const needsBar = {
      value: needs,
      parts: parts(counted),
      text: formatNumber(locale, needs),
      note: t('figures.needs', { count: needs }),
    };
    const statesBar = bar('plain', states, formatNumber(locale, states), {
      thin: true,
      note: t('figures.states', { count: states }),
      href: opens?.('states', { article, region }),
    });
    return { label: articleText(article, locale), bars: [needsBar, statesBar] };
  });
}

const maxNeeds = ({ articles }: Count) => Math.max(...articles.map(({ needs }) => needs));

/** Figure 2: needs and States by article. */
export function needsByArticle(context: FigureContext): SummaryFigure {
  const { t, chapter, count, opens } = context;
  return summaryFigure(context, {
    id: 'figure-2',
    number: 2,
    caption: t('figures.needsByArticle', { chapter }),
    rules: [t('figures.statesRule'), t('figures.articlesRule')],
    rows: articleRows(context, undefined, ({ article, byRegion }) =>
      needsParts(byRegion, (region) => opens?.('needs', { article, region })),
    ),
    max: maxNeeds(count),
    divided: true,
    table: articlesTable(context),
    sentence: articlesSentence(context, count.articles),
  });
}

const numbersInNote: Readonly<Partial<Record<Region, number>>> = { AFR: 5, APG: 6 };

/**
 * Figures 5 and 6, and the same for the other regional groups. The count has this group alone.
 */
export function articlesOfRegion(context: FigureContext, region: Region): SummaryFigure {
  const { locale, t, chapter, count, opens } = context;
  return summaryFigure(context, {
    id: `articles-${region}`,
    number: numbersInNote[region],
    caption: t('figures.articlesOfRegion', { region: regionName(region, locale), chapter }),
    rules: [t('figures.statesRule'), t('figures.articlesRule')],
    rows: articleRows(context, region, ({ article, needs }) => [
      {
        fill: regionColour(region),
        value: needs,
        href: opens?.('needs', { article, region }),
      },
    ]),
    max: maxNeeds(count),
    table: {
      columns: textHeadings(
        t('summaries.article'),
        t('summaries.needsColumn'),
        t('summaries.statesColumn'),
      ),
      note: t('summaries.articlesNote'),
      rows: count.articles.map(({ article, needs, states }) => ({
        header: articleHeading(context, article),
        cells: [
          totalCell(needs, opens?.('needs', { article, region })),
          countCell(states, opens?.('states', { article, region })),
        ],
      })),
    },
    sentence: regionSentence(context, region, () => articlesSentence(context, count.articles)),
  });
}
