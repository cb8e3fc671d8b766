import {
  countValue,
  factValue,
  groupsValue,
  headingBlock,
  paragraphBlock,
  partOfRanking,
  rankingValue,
  shareValue,
  type OutlineContext,
  type StandardBlock,
} from '#lib/notes/outline/blocks';

/** Topics of training in technical skills, and in general skills and knowledge. */
const technicalTopics = [
  'procurement-accounting-audit',
  'procurement-and-administration',
  'research-and-data',
  'databases',
  'statistics',
  'technology-tools',
  'risk-management',
  'investigation-and-asset-tracing',
  'prosecution-and-case-management',
  'money-laundering',
  'criminal-law',
  'asset-declarations',
  'conflicts-of-interest',
  'political-party-financing',
];
const generalTopics = [
  'prevention-tools-and-plans',
  'prevention-and-ethics',
  'codes-of-conduct',
  'governance-monitoring-evaluation',
  'judicial-integrity',
  'whistle-blowing',
  'access-to-information',
  'participation-of-society',
  'private-sector',
  'bribery',
  'international-cooperation',
];

const practices = { tag: 'good-practices' };
const training = { tag: 'training' };

function goodPractices({ detailedRegions }: OutlineContext): StandardBlock[] {
  const inRegions = { regions: detailedRegions };
  const ofRegions = { ...practices, ...inRegions };
  return [
    headingBlock(3, 'good-practices'),
    paragraphBlock('cross.good-practices', {
      needs: countValue('needs', practices),
      states: countValue('states', practices),
      all: countValue('needs'),
      share: shareValue('needs', practices),
      top: rankingValue('article', practices, 1, 'both'),
    }),
    ...(detailedRegions.length > 0
      ? [
          paragraphBlock('cross.good-practices-deep', {
            groups: groupsValue(detailedRegions),
            needs: countValue('needs', ofRegions),
            states: countValue('states', ofRegions),
            all: countValue('needs', inRegions),
            share: shareValue('needs', ofRegions, inRegions),
            top: rankingValue('article', ofRegions, 1, 'both'),
          }),
        ]
      : []),
    paragraphBlock('cross.good-practices-fields', {
      categories: rankingValue('category', practices, 7, 'count'),
      topics: rankingValue('topic', practices, 99, 'count'),
    }),
  ];
}

function trainingNeeds({ detailedRegions }: OutlineContext): StandardBlock[] {
  return [
    headingBlock(3, 'training'),
    paragraphBlock('cross.training', {
      needs: countValue('needs', training),
      states: countValue('states', training),
      statesShare: shareValue('states', training),
      all: countValue('needs'),
      share: shareValue('needs', training),
      categories: rankingValue('category', training, 7, 'count'),
    }),
    ...(detailedRegions.length > 0
      ? [
          paragraphBlock('cross.training-deep', {
            groups: groupsValue(detailedRegions),
            states: countValue('states', { ...training, regions: detailedRegions }),
          }),
        ]
      : []),
    paragraphBlock('cross.training-skills', {
      technical: partOfRanking('topic', training, 'count', { among: technicalTopics }),
      general: partOfRanking('topic', training, 'count', { among: generalTopics }),
      targets: rankingValue('target', training, 99, 'count'),
    }),
  ];
}

/** Good practices and training, which cut across the categories. */
export const crossCutting = (context: OutlineContext): StandardBlock[] => [
  headingBlock(2, 'cross-cutting', 'heading.cross-cutting', { cycle: factValue('cycle') }),
  ...goodPractices(context),
  ...trainingNeeds(context),
];
