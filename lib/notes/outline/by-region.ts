import type { Category } from '#lib/convention/categories';
import { regionCodes, type Region } from '#lib/convention/regions';
import { claimHolds, membersOf } from '#lib/notes/model/evaluate';
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
  partOfRanking,
  rankingValue,
  shareValue,
  referenceValue,
  type OutlineContext,
  type StandardBlock,
} from '#lib/notes/outline/blocks';
import type { BoundValue, Claim, ValueFilter } from '#lib/notes/model/vocabulary';

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

/** That a regional group has a place in every category. */
const placeClaim = (region: Region, place: number): Claim => ({
  kind: 'place',
  over: 'region',
  in: {},
  item: region,
  order: 'most',
  place,
  alone: true,
  each: 'category',
});

/** States which regional group leads in every category, if one does. */
function leadBlocks({ detailedRegions, reading: counts }: OutlineContext): StandardBlock[] {
  const claims = detailedRegions.map((region) => placeClaim(region, 1));
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

/** The regional group that comes second in every category, if one does. */
function followBlocks({ detailedRegions, reading: counts }: OutlineContext): StandardBlock[] {
  const [leader, follower] = [1, 2].map((place) =>
    detailedRegions.find((region) => claimHolds(placeClaim(region, place), counts)),
  );
  if (!leader || !follower) return [];
  return [
    paragraphBlock(
      'regions.followed',
      { leader: groupsValue([leader]), follower: groupsValue([follower]) },
      'regions.followed',
      { second: placeClaim(follower, 2) },
    ),
  ];
}

/** How the needs of a regional group are spread over the articles that are not named. */
function spreadBlocks(
  { reading: counts }: OutlineContext,
  key: string,
  filter: ValueFilter,
  name: BoundValue,
  named: Readonly<{ top: number; low: number }>,
): StandardBlock[] {
  const claims = (['even', 'uneven'] as const).map((is) => ({
    kind: 'spread' as const,
    in: filter,
    ...named,
    is,
  }));
  const claim = claims.find((each) => claimHolds(each, counts));
  const { top, low } = named;
  if (!claim || (top === 0 && claim.is === 'uneven')) return [];
  return [
    paragraphBlock(
      key,
      {
        name,
        needs: countValue('needs', filter),
        ...(top > 0 && {
          first: rankingValue('article', filter, top, 'name'),
          low: rankingValue('article', filter, low, 'name', 'fewest'),
        }),
      },
      top > 0 ? `deep.${claim.is}` : 'deep.even-all',
      { spread: claim },
    ),
  ];
}

/** The type of capacity-building that is sought most in two regional groups, and those after it. */
function sharedTypes({ detailedRegions, reading: counts }: OutlineContext): StandardBlock[] {
  const [one, other, third] = detailedRegions;
  if (!one || !other || third) return [];
  const filterOf = (region: Region): ValueFilter => ({
    category: 'capacity-building',
    regions: [region],
  });
  const firstIn = (region: Region, item: string): Claim => ({
    kind: 'place',
    over: 'type',
    in: filterOf(region),
    item,
    order: 'most',
    place: 1,
    alone: true,
  });
  const type = membersOf(counts, 'type', filterOf(one)).find(({ code }) =>
    [one, other].every((region) => claimHolds(firstIn(region, code), counts)),
  )?.code;
  if (!type) return [];
  const ranked = (region: Region, part: Readonly<{ from?: number; to?: number }>) =>
    partOfRanking('type', filterOf(region), part.from ? 'both' : 'share', part);
  return [
    paragraphBlock(
      'deep.types-shared',
      {
        one: nameValue('region', one),
        other: nameValue('region', other),
        oneFirst: ranked(one, { to: 1 }),
        otherFirst: ranked(other, { to: 1 }),
        oneNext: ranked(one, { from: 2, to: 4 }),
        otherNext: ranked(other, { from: 2, to: 4 }),
      },
      'deep.types-shared',
      { shared: firstIn(other, type) },
    ),
  ];
}

const askPlaces = ['first', 'second', 'third'] as const;

/** What the needs of a regional group in a category ask for: in all, and by the articles most named. */
function askBlocks(
  context: OutlineContext,
  category: OutlineContext['categories'][number],
  region: Region,
): StandardBlock[] {
  const own = { category, regions: [region] } as const;
  const articles = membersOf(context.reading, 'article', own)
    .filter(({ n }) => n > 1)
    .toSorted((a, b) => b.n - a.n)
    .slice(0, askPlaces.length)
    .map(({ code }) => code);
  const values = Object.fromEntries(
    articles.flatMap((article, at) => [
      [`${askPlaces[at]}Article`, nameValue('article', article)],
      [askPlaces[at]!, rankingValue('subcategory', { ...own, article }, 99, 'name')],
    ]),
  );
  return [
    paragraphBlock(
      `deep.${region}.${category}.asks`,
      {
        ...chaptersValue,
        needs: countValue('needs', own),
        subs: rankingValue('subcategory', own, 99, 'share'),
        general: rankingValue('topic', { ...own, row: 'general' }, 99, 'count'),
        ...values,
      },
      `deep.asks.${articles.length}`,
    ),
    ...spreadBlocks(
      context,
      `deep.${region}.${category}.spread`,
      own,
      nameValue('region', region),
      { top: category === 'institution-building' ? 2 : 0, low: 0 },
    ),
    ...(category === 'institution-building'
      ? [
          paragraphBlock(
            `deep.${region}.${category}.mentions`,
            {
              name: nameValue('region', region),
              mention: countValue('needs', { ...own, tag: 'mentions-capacity-building' }),
            },
            'deep.mentions',
          ),
        ]
      : []),
  ];
}

/** What one category looks like in each of the regional groups that are looked at closely. */
function trendBlocks(context: OutlineContext, category: Category): StandardBlock[] {
  const { detailedRegions } = context;
  const heading = headingBlock(3, `trends.${category}`, 'heading.trends', {
    name: nameValue('category', category),
    groups: groupsValue(detailedRegions),
  });
  if (category !== 'capacity-building')
    return [
      heading,
      ...detailedRegions.flatMap((region) => [
        categoryParagraph(category, region),
        ...askBlocks(context, category, region),
      ]),
    ];
  return [
    heading,
    ...capacityBlocks(context),
    ...sharedTypes(context),
    ...detailedRegions.map((region) => categoryParagraph(category, region)),
    figureBlock(
      'figure.capacity',
      { name: 'category-by-article', in: { category } },
      'caption.category-by-article',
    ),
  ];
}

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
          ...detailedRegions.flatMap((region) => [
            ...articleBlocks(region),
            ...spreadBlocks(
              context,
              `deep.${region}.spread`,
              { regions: [region] },
              nameValue('region', region),
              { top: 1, low: 1 },
            ),
          ]),
          ...detailedRegions.map(matrixBlock),
          ...categoryOverview(context),
          ...leadBlocks(context),
          ...followBlocks(context),
          figureBlock(
            'figure.regions',
            { name: 'categories-by-region', in: {} },
            'caption.categories-by-region',
          ),
          ...categories
            .filter((category) => category !== 'other')
            .flatMap((category) => trendBlocks(context, category)),
        ]),
  ];
}
