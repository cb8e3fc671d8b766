import {
  chaptersValue,
  countValue,
  factValue,
  figureBlock,
  headingBlock,
  nameValue,
  paragraphBlock,
  rankingValue,
  shareValue,
  referenceValue,
  type OutlineContext,
  type StandardBlock,
} from '#lib/notes/outline/blocks';
import type { BoundValue } from '#lib/notes/model/vocabulary';

const assessmentBlocks: readonly StandardBlock[] = [
  headingBlock(1, 'analysis', 'heading.analysis', chaptersValue),
  headingBlock(2, 'overall'),
  paragraphBlock('overall.new', {
    ...chaptersValue,
    before: factValue('previousCutoff'),
    previous: factValue('previousSymbol'),
    figure: referenceValue('figure.states'),
    newSummaries: countValue('summaries', { since: true }),
    newStates: countValue('states', { since: true }),
    newNeeds: countValue('needs', { since: true }),
    summaries: countValue('summaries'),
    states: countValue('states'),
    needs: countValue('needs'),
  }),
  figureBlock('figure.states', { name: 'states-by-region', in: {} }, 'caption.states-by-region', {
    cycle: factValue('cycle'),
  }),
  paragraphBlock('overall.articles', {
    top: rankingValue('article', {}, 4, 'name'),
    low: rankingValue('article', {}, 3, 'name', 'fewest'),
    figure: referenceValue('figure.articles'),
    categories: referenceValue('figure.categories'),
  }),
  figureBlock('figure.articles', { name: 'needs-by-article', in: {} }, 'caption.needs-by-article'),
  figureBlock('figure.categories', { name: 'by-category', in: {} }, 'caption.by-category'),
];

/** The topics of the training that is asked for within capacity-building. */
const trainingBlocks: readonly StandardBlock[] = [
  paragraphBlock('category.training', {
    needs: countValue('needs', { category: 'capacity-building', type: 'staff-training' }),
    topics: rankingValue(
      'topic',
      { category: 'capacity-building', type: 'staff-training' },
      99,
      'count',
    ),
  }),
];

/** Whether needs for good practices in cooperation name topics, as they do in other categories. */
function cooperationBlock(): StandardBlock {
  const practices = { tag: 'good-practices' } as const;
  const own = { ...practices, category: 'international-cooperation' } as const;
  return paragraphBlock(
    'category.cooperation',
    {
      needs: countValue('needs', own),
      own: rankingValue('topic', own, 99, 'count'),
      others: rankingValue('topic', practices, 99, 'name'),
    },
    'category.cooperation',
    { none: { kind: 'no-topic', in: own } },
  );
}

function categoryBlocks(
  category: OutlineContext['categories'][number],
  place: number,
): StandardBlock[] {
  const own = { category };
  const rank = { over: 'category', in: {}, item: category, order: 'most' } as const;
  const values: Record<string, BoundValue> = {
    name: nameValue('category', category),
    needs: countValue('needs', own),
    states: countValue('states', own),
    all: countValue('states'),
    share: shareValue('needs', own),
    place: { kind: 'place', ...rank },
    regions: rankingValue('region', own, 5, 'share'),
  };
  return [
    headingBlock(3, `category.${category}`, 'heading.name', {
      name: nameValue('category', category),
    }),
    // The categories are in the order of their needs; the claim becomes false when that order changes.
    paragraphBlock(`category.${category}.size`, values, 'category.size', {
      place: { kind: 'place', ...rank, place, alone: false },
    }),
    paragraphBlock(
      `category.${category}.subcategories`,
      { subcategories: rankingValue('subcategory', own, 99, 'both') },
      'category.subcategories',
    ),
    paragraphBlock(
      `category.${category}.topics`,
      { topics: rankingValue('topic', own, 99, 'count') },
      'category.topics-named',
    ),
    ...(category === 'capacity-building' ? trainingBlocks : []),
    ...(category === 'international-cooperation' ? [cooperationBlock()] : []),
    ...(category === 'institution-building'
      ? [
          paragraphBlock('category.institutions', {
            aiming: countValue('needs', {
              category: 'capacity-building',
              tag: 'aims-at-institutions',
            }),
            mention: countValue('needs', {
              category: 'institution-building',
              tag: 'mentions-capacity-building',
            }),
          }),
        ]
      : []),
  ];
}

export function overall({ categories, reading: counts }: OutlineContext): StandardBlock[] {
  const needs = (category: string) =>
    counts.count({}, 'now').categories.find((each) => each.category === category)?.needs ?? 0;
  const place = (category: string) =>
    1 + categories.filter((other) => needs(other) > needs(category)).length;
  return [
    ...assessmentBlocks,
    ...categories.flatMap((category) => categoryBlocks(category, place(category))),
  ];
}
