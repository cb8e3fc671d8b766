import { regionCodes, type Region } from '#lib/convention/regions';
import { holds } from '#lib/notes/model/evaluate';
import {
  chaptersFact,
  count,
  fact,
  figure,
  groups,
  heading,
  item,
  named,
  paragraph,
  ranking,
  share,
  to,
  type Drawing,
  type Standard,
} from '#lib/notes/outline/blocks';
import type { Claim } from '#lib/notes/model/vocabulary';

const overview: readonly Standard[] = [
  heading(2, 'regions'),
  paragraph('regions.overview', {
    ...chaptersFact,
    summaries: count('summaries'),
    cycle: fact('cycle'),
    figure: to('figure.shares'),
  }),
  ...regionCodes.map((region) => {
    const own = { regions: [region] };
    return item(
      `regions.${region}`,
      {
        name: named('region', region),
        summaries: count('summaries', own),
        states: count('states', own),
        share: share('states', own, own, 'summaries'),
      },
      'regions.group',
    );
  }),
];

const shareOf = (regions: readonly Region[], text: string): Standard =>
  paragraph(text, {
    ...chaptersFact,
    groups: groups(regions),
    states: count('states', { regions }),
    summaries: count('summaries', { regions }),
    share: share('states', { regions }, { regions }, 'summaries'),
  });

/** One regional group article by article, with its figure and its matrix. */
const articlesOf = (region: Region): Standard[] => {
  const own = { regions: [region] };
  return [
    paragraph(
      `deep.${region}.articles`,
      {
        ...chaptersFact,
        name: named('region', region),
        needs: count('needs', own),
        top: ranking('article', own, 2, 'both'),
        low: ranking('article', own, 1, 'both', 'fewest'),
        general: count('needs', { ...own, row: 'general' }),
        generalShare: share('needs', { ...own, row: 'general' }, own),
        figure: to(`figure.articles.${region}`),
        table: to(`table.${region}`),
      },
      'deep.articles',
    ),
    figure(
      `figure.articles.${region}`,
      { name: 'region-articles', in: own },
      'caption.region-articles',
      { name: named('region', region) },
    ),
  ];
};

const matrixOf = (region: Region): Standard => ({
  key: `table.${region}`,
  kind: 'table',
  text: 'caption.matrix',
  values: { ...chaptersFact, name: named('region', region) },
  exhibit: { name: 'matrix', in: { regions: [region] } },
});

/** What no group leads in every category is not said. */
function lead({ deep, reading }: Drawing): Standard[] {
  const claims = deep.map((region): Claim => ({
    kind: 'place',
    over: 'region',
    in: {},
    item: region,
    order: 'most',
    place: 1,
    alone: true,
    each: 'category',
  }));
  const at = claims.findIndex((claim) => holds(claim, reading));
  return at < 0
    ? []
    : [
        paragraph('regions.lead', { leader: groups([deep[at]!]) }, 'regions.lead', {
          lead: claims[at]!,
        }),
      ];
}

function categoriesOf({ deep, categories }: Drawing): Standard[] {
  return [
    paragraph('regions.categories', {
      needs: count('needs'),
      groups: groups(deep),
      figure: to('figure.regions'),
    }),
    ...categories
      .filter((category) => category !== 'other')
      .map((category) =>
        item(
          `regions.${category}`,
          {
            name: named('category', category),
            needs: count('needs', { category }),
            share: share('needs', { regions: deep, category }, { category }),
          },
          'regions.category',
        ),
      ),
    paragraph('regions.example', {
      example: count('needs', { category: 'institution-building' }),
      exampleRegions: ranking('region', { category: 'institution-building' }, 5, 'share'),
    }),
  ];
}

/** Capacity-building in depth: how much of it, of which types, under which articles. */
const capacity = ({ deep }: Drawing): Standard[] => {
  const own = { category: 'capacity-building' } as const;
  return [
    paragraph('deep.capacity', {
      needs: count('needs', own),
      share: share('needs', own),
      both: count('needs', { ...own, regions: deep }),
      bothShare: share('needs', { ...own, regions: deep }, own),
      groups: groups(deep),
      figure: to('figure.capacity'),
    }),
    ...deep.flatMap((region) => [
      paragraph(
        `deep.${region}.types`,
        {
          name: named('region', region),
          types: ranking('type', { ...own, regions: [region] }, 3, 'both'),
          figure: to(`figure.types.${region}`),
        },
        'deep.types',
      ),
      figure(
        `figure.types.${region}`,
        { name: 'types', in: { ...own, regions: [region] } },
        'caption.types',
        { name: named('region', region) },
      ),
    ]),
  ];
};

const categoryOf = (category: Drawing['categories'][number], region: Region): Standard => {
  const own = { category, regions: [region] };
  return paragraph(
    `deep.${region}.${category}`,
    {
      ...chaptersFact,
      name: named('region', region),
      needs: count('needs', own),
      top: ranking('article', own, 6, 'both'),
      general: count('needs', { ...own, row: 'general' }),
      generalShare: share('needs', { ...own, row: 'general' }, own),
      without: { kind: 'list', over: 'article', in: own, which: 'without' },
    },
    'deep.category',
  );
};

export function byRegion(drawing: Drawing): Standard[] {
  const { deep, few, categories } = drawing;
  return [
    ...overview,
    ...(few.length > 1 ? [shareOf(few, 'regions.few')] : []),
    paragraph('regions.deep', {
      ...chaptersFact,
      groups: groups(deep),
      needs: count('needs', { regions: deep }),
      share: share('needs', { regions: deep }),
    }),
    figure('figure.shares', { name: 'share-of-states', in: {} }, 'caption.share-of-states'),
    ...(deep.length === 0
      ? []
      : [
          ...deep.flatMap(articlesOf),
          ...deep.map(matrixOf),
          ...categoriesOf(drawing),
          ...lead(drawing),
          figure(
            'figure.regions',
            { name: 'categories-by-region', in: {} },
            'caption.categories-by-region',
          ),
          ...categories
            .filter((category) => category !== 'other')
            .flatMap((category) => [
              heading(3, `trends.${category}`, 'heading.trends', {
                name: named('category', category),
                groups: groups(deep),
              }),
              ...(category === 'capacity-building' ? capacity(drawing) : []),
              ...deep.map((region) => categoryOf(category, region)),
              ...(category === 'capacity-building'
                ? [
                    figure(
                      'figure.capacity',
                      { name: 'category-by-article', in: { category } },
                      'caption.category-by-article',
                    ),
                  ]
                : []),
            ]),
        ]),
  ];
}
