import {
  chaptersValue,
  countValue,
  factValue,
  groupsValue,
  headingBlock,
  paragraphBlock,
  rankingValue,
  type OutlineContext,
  type StandardBlock,
} from '#lib/notes/outline/blocks';
import { needStatuses } from '#lib/needs/fulfilment/vocabulary';
import type { AssistanceUnit, BoundValue } from '#lib/notes/model/vocabulary';

const assistanceValue = (of: AssistanceUnit, theme?: string, since?: true): BoundValue => ({
  kind: 'assistance',
  of,
  ...(theme && { theme }),
  ...(since && { since }),
});

/** Values of assistance provided, planned, and going on after the previous note's cut-off. */
const assistanceValues = (theme?: string): Readonly<Record<string, BoundValue>> => ({
  activities: assistanceValue('activities', theme),
  planned: assistanceValue('planned', theme),
  states: assistanceValue('states', theme),
  activitiesSince: assistanceValue('activities', theme, true),
  statesSince: assistanceValue('states', theme, true),
  beneficiariesSince: assistanceValue('beneficiaries', theme, true),
  previousCutoff: factValue('previousCutoff'),
});

/** Counts of needs by their status of assistance. */
const statusValues: Readonly<Record<string, BoundValue>> = {
  needs: countValue('needs'),
  related: countValue('needs', { related: true }),
  ...Object.fromEntries(needStatuses.map((status) => [status, countValue('needs', { status })])),
  regions: rankingValue('region', { status: 'unmet' }, 5, 'count'),
};

/**
 * The descriptions of the activities of a theme, in as many paragraphs as they have now. What comes
 * later with a higher number stands in the last one.
 */
function descriptionBlocks(
  { reading: counts }: Pick<OutlineContext, 'reading'>,
  theme: string,
): StandardBlock[] {
  const { printed } = counts.assistance(theme, counts.hasPrevious);
  const parts = new Set([1, ...printed.map(({ part }) => part)]);
  const last = Math.max(...parts);
  return [...parts]
    .toSorted((a, b) => a - b)
    .map((part) =>
      paragraphBlock(
        `assistance.${theme}.described.${part}`,
        {
          described: { kind: 'described', theme, part, ...(part === last && { onwards: true }) },
        },
        'assistance.described',
      ),
    );
}

/** Assistance provided: overview, the status of needs, and each theme. */
export const assistance = ({ themes, chapters, ...context }: OutlineContext): StandardBlock[] => [
  headingBlock(
    1,
    'assistance',
    chapters.join() === 'II' ? 'heading.assistance-prevention' : 'heading.assistance',
  ),
  paragraphBlock('assistance.subjects', { ...chaptersValue, subjects: { kind: 'subjects' } }),
  paragraphBlock('assistance.overview', assistanceValues()),
  paragraphBlock('assistance.statuses', statusValues),
  ...themes.flatMap((theme) => [
    headingBlock(2, `theme.${theme}`, 'heading.name', { name: { kind: 'theme', code: theme } }),
    ...descriptionBlocks(context, theme),
    paragraphBlock(
      `assistance.${theme}`,
      {
        ...assistanceValues(theme),
        list: { kind: 'assisted', theme },
        beneficiaries: assistanceValue('beneficiaries', theme),
        reported: { kind: 'reported', theme },
        ahead: { kind: 'reported', theme, planned: true },
      },
      'assistance.theme',
    ),
  ]),
];

export const further = ({ regionsWithFew }: OutlineContext): StandardBlock[] => [
  headingBlock(1, 'further'),
  paragraphBlock('further.regional'),
  paragraphBlock('further.topics'),
  ...(regionsWithFew.length > 0
    ? [paragraphBlock('further.few', { groups: groupsValue(regionsWithFew) })]
    : []),
  paragraphBlock('further.next'),
  paragraphBlock('further.report', {
    nextChapters: factValue('nextChapters'),
    nextSession: factValue('nextSession'),
  }),
];
