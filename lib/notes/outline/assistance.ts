import {
  count,
  fact,
  groups,
  heading,
  paragraph,
  ranking,
  type Drawing,
  type Standard,
} from '#lib/notes/outline/blocks';
import { needStatuses } from '#lib/needs/met/vocabulary';
import type { AssistanceUnit, Value } from '#lib/notes/model/vocabulary';

const assisted = (of: AssistanceUnit, theme?: string, since?: true): Value => ({
  kind: 'assistance',
  of,
  ...(theme && { theme }),
  ...(since && { since }),
});

/** What was given, what is planned, and what went on after the previous note's cut-off. */
const given = (theme?: string): Readonly<Record<string, Value>> => ({
  activities: assisted('activities', theme),
  planned: assisted('planned', theme),
  states: assisted('states', theme),
  activitiesSince: assisted('activities', theme, true),
  statesSince: assisted('states', theme, true),
  beneficiariesSince: assisted('beneficiaries', theme, true),
  previousCutoff: fact('previousCutoff'),
});

/** What the assistance makes of the needs. */
const statuses: Readonly<Record<string, Value>> = {
  needs: count('needs'),
  ...Object.fromEntries(needStatuses.map((status) => [status, count('needs', { status })])),
  regions: ranking('region', { status: 'unmet' }, 5, 'count'),
};

/** Assistance provided: in all, what it makes of the needs, and theme by theme. */
export const assistance = ({ themes }: Drawing): Standard[] => [
  heading(1, 'assistance'),
  paragraph('assistance.overview', given()),
  paragraph('assistance.statuses', statuses),
  ...themes.flatMap((theme) => [
    heading(2, `theme.${theme}`, 'heading.name', { name: { kind: 'theme', code: theme } }),
    paragraph(
      `assistance.${theme}`,
      {
        ...given(theme),
        list: { kind: 'assisted', theme },
        beneficiaries: assisted('beneficiaries', theme),
        reported: { kind: 'reported', theme },
        ahead: { kind: 'reported', theme, planned: true },
      },
      'assistance.theme',
    ),
  ]),
];

export const further = ({ few }: Drawing): Standard[] => [
  heading(1, 'further'),
  paragraph('further.regional'),
  paragraph('further.topics'),
  ...(few.length > 0 ? [paragraph('further.few', { groups: groups(few) })] : []),
  paragraph('further.next'),
];
