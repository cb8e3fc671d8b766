import {
  countValue,
  factValue,
  groupsValue,
  headingBlock,
  paragraphBlock,
  rankingValue,
  shareValue,
  type OutlineContext,
  type StandardBlock,
} from '#lib/notes/outline/blocks';

/** Good practices and training, which cut across the categories. */
export function crossCutting({ detailedRegions }: OutlineContext): StandardBlock[] {
  const practices = { tag: 'good-practices' };
  const training = { tag: 'training' };
  const inDeep = detailedRegions.length > 0;
  return [
    headingBlock(2, 'cross-cutting', 'heading.cross-cutting', { cycle: factValue('cycle') }),
    headingBlock(3, 'good-practices'),
    paragraphBlock('cross.good-practices', {
      needs: countValue('needs', practices),
      states: countValue('states', practices),
      all: countValue('needs'),
      share: shareValue('needs', practices),
      top: rankingValue('article', practices, 1, 'both'),
    }),
    ...(inDeep
      ? [
          paragraphBlock('cross.good-practices-deep', {
            groups: groupsValue(detailedRegions),
            needs: countValue('needs', { ...practices, regions: detailedRegions }),
            states: countValue('states', { ...practices, regions: detailedRegions }),
            all: countValue('needs', { regions: detailedRegions }),
            share: shareValue(
              'needs',
              { ...practices, regions: detailedRegions },
              { regions: detailedRegions },
            ),
            top: rankingValue('article', { ...practices, regions: detailedRegions }, 1, 'both'),
          }),
        ]
      : []),
    paragraphBlock('cross.good-practices-topics', {
      topics: rankingValue('topic', practices, 5, 'count'),
    }),
    headingBlock(3, 'training'),
    paragraphBlock('cross.training', {
      needs: countValue('needs', training),
      states: countValue('states', training),
      statesShare: shareValue('states', training),
      all: countValue('needs'),
      share: shareValue('needs', training),
      categories: rankingValue('category', training, 7, 'count'),
    }),
    ...(inDeep
      ? [
          paragraphBlock('cross.training-deep', {
            groups: groupsValue(detailedRegions),
            states: countValue('states', { ...training, regions: detailedRegions }),
          }),
        ]
      : []),
    paragraphBlock('cross.training-topics', {
      topics: rankingValue('topic', training, 5, 'count'),
    }),
  ];
}
