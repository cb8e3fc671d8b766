import { regionCodes, type Region } from '#lib/convention/regions';
import { claimHolds } from '#lib/notes/model/evaluate';
import {
  chaptersValue,
  countValue,
  factValue,
  figureBlock,
  groupsValue,
  headingBlock,
  itemBlock,
  nameValue,
  paragraphBlock,
  rankingValue,
  shareValue,
  referenceValue,
  type OutlineContext,
  type StandardBlock,
} from '#lib/notes/outline/blocks';
import type { Claim } from '#lib/notes/model/vocabulary';

const overviewBlocks: readonly StandardBlock[] = [
  headingBlock(2, 'regions', 'heading.regions', chaptersValue),
  paragraphBlock('regions.overview', {
    ...chaptersValue,
    summaries: countValue('summaries'),
    cycle: factValue('cycle'),
    figure: referenceValue('figure.shares'),
  }),
  ...regionCodes.map((region) => {
    const own = { regions: [region] };
    return itemBlock(
      `regions.${region}`,
      {
        name: nameValue('region', region),
        summaries: countValue('summaries', own),
        states: countValue('states', own),
        share: shareValue('states', own, own, 'summaries'),
      },
      'regions.group',
    );
  }),
];

const shareParagraph = (regions: readonly Region[], text: string): StandardBlock =>
  paragraphBlock(text, {
    ...chaptersValue,
    groups: groupsValue(regions),
    states: countValue('states', { regions }),
    summaries: countValue('summaries', { regions }),
    share: shareValue('states', { regions }, { regions }, 'summaries'),
  });

/** The analysis of one regional group by article, with its figure. */
const articleBlocks = (region: Region): StandardBlock[] => {
  const own = { regions: [region] };
  return [
    paragraphBlock(
      `deep.${region}.articles`,
      {
        ...chaptersValue,
        name: nameValue('region', region),
        needs: countValue('needs', own),
        top: rankingValue('article', own, 2, 'both'),
        low: rankingValue('article', own, 1, 'both', 'fewest'),
        general: countValue('needs', { ...own, row: 'general' }),
        generalShare: shareValue('needs', { ...own, row: 'general' }, own),
        figure: referenceValue(`figure.articles.${region}`),
        table: referenceValue(`table.${region}`),
      },
      'deep.articles',
    ),
    figureBlock(
      `figure.articles.${region}`,
      { name: 'region-articles', in: own },
      'caption.region-articles',
      { name: nameValue('region', region) },
    ),
  ];
};

const matrixBlock = (region: Region): StandardBlock => ({
  key: `table.${region}`,
  kind: 'table',
  text: 'caption.matrix',
  values: { ...chaptersValue, name: nameValue('region', region) },
  exhibit: { name: 'matrix', in: { regions: [region] } },
});

/** States which regional group leads in every category, if one does. */
function leadBlocks({ detailedRegions, reading: counts }: OutlineContext): StandardBlock[] {
  const claims = detailedRegions.map((region): Claim => ({
    kind: 'place',
    over: 'region',
    in: {},
    item: region,
    order: 'most',
    place: 1,
    alone: true,
    each: 'category',
  }));
  const at = claims.findIndex((claim) => claimHolds(claim, counts));
  return at < 0
    ? []
    : [
        paragraphBlock(
          'regions.lead',
          { leader: groupsValue([detailedRegions[at]!]) },
          'regions.lead',
          {
            lead: claims[at]!,
          },
        ),
      ];
}

function categoryOverview({ detailedRegions, categories }: OutlineContext): StandardBlock[] {
  return [
    paragraphBlock('regions.categories', {
      needs: countValue('needs'),
      groups: groupsValue(detailedRegions),
      figure: referenceValue('figure.regions'),
    }),
    ...categories
      .filter((category) => category !== 'other')
      .map((category) =>
        itemBlock(
          `regions.${category}`,
          {
            name: nameValue('category', category),
            needs: countValue('needs', { category }),
            share: shareValue('needs', { regions: detailedRegions, category }, { category }),
          },
          'regions.category',
        ),
      ),
    paragraphBlock('regions.example', {
      example: countValue('needs', { category: 'institution-building' }),
      exampleRegions: rankingValue('region', { category: 'institution-building' }, 5, 'share'),
    }),
  ];
}

/** Capacity-building in detail: its share, types and articles. */
const capacityBlocks = ({ detailedRegions }: OutlineContext): StandardBlock[] => {
  const own = { category: 'capacity-building' } as const;
  return [
    paragraphBlock('deep.capacity', {
      needs: countValue('needs', own),
      share: shareValue('needs', own),
      both: countValue('needs', { ...own, regions: detailedRegions }),
      bothShare: shareValue('needs', { ...own, regions: detailedRegions }, own),
      groups: groupsValue(detailedRegions),
      figure: referenceValue('figure.capacity'),
    }),
    ...detailedRegions.flatMap((region) => [
      paragraphBlock(
        `deep.${region}.types`,
        {
          name: nameValue('region', region),
          types: rankingValue('type', { ...own, regions: [region] }, 3, 'both'),
          figure: referenceValue(`figure.types.${region}`),
        },
        'deep.types',
      ),
      figureBlock(
        `figure.types.${region}`,
        { name: 'types', in: { ...own, regions: [region] } },
        'caption.types',
        { name: nameValue('region', region) },
      ),
    ]),
  ];
};

const categoryParagraph = (
  category: OutlineContext['categories'][number],
  region: Region,
): StandardBlock => {
  const own = { category, regions: [region] };
  return paragraphBlock(
    `deep.${region}.${category}`,
    {
      ...chaptersValue,
      name: nameValue('region', region),
      needs: countValue('needs', own),
      top: rankingValue('article', own, 6, 'both'),
      general: countValue('needs', { ...own, row: 'general' }),
      generalShare: shareValue('needs', { ...own, row: 'general' }, own),
      without: { kind: 'list', over: 'article', in: own, which: 'without' },
    },
    'deep.category',
  );
};

export function byRegion(context: OutlineContext): StandardBlock[] {
  const { detailedRegions, regionsWithFew, categories } = context;
  return [
    ...overviewBlocks,
    ...(regionsWithFew.length > 1 ? [shareParagraph(regionsWithFew, 'regions.few')] : []),
    paragraphBlock('regions.deep', {
      ...chaptersValue,
      groups: groupsValue(detailedRegions),
      needs: countValue('needs', { regions: detailedRegions }),
      share: shareValue('needs', { regions: detailedRegions }),
    }),
    figureBlock('figure.shares', { name: 'share-of-states', in: {} }, 'caption.share-of-states'),
    ...(detailedRegions.length === 0
      ? []
      : [
          ...detailedRegions.flatMap(articleBlocks),
          ...detailedRegions.map(matrixBlock),
          ...categoryOverview(context),
          ...leadBlocks(context),
          figureBlock(
            'figure.regions',
            { name: 'categories-by-region', in: {} },
            'caption.categories-by-region',
          ),
          ...categories
            .filter((category) => category !== 'other')
            .flatMap((category) => [
              headingBlock(3, `trends.${category}`, 'heading.trends', {
                name: nameValue('category', category),
                groups: groupsValue(detailedRegions),
              }),
              ...(category === 'capacity-building' ? capacityBlocks(context) : []),
              ...detailedRegions.map((region) => categoryParagraph(category, region)),
              ...(category === 'capacity-building'
                ? [
                    figureBlock(
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
