import { groups, heading, paragraph, type Drawing, type Standard } from '#lib/notes/outline/blocks';
import type { AssistanceUnit, Value } from '#lib/notes/vocabulary';

const assisted = (of: AssistanceUnit, theme?: string): Value => ({ kind: 'assistance', of, ...(theme && { theme }) });

/** Assistance provided, theme by theme. */
export const assistance = ({ themes }: Drawing): Standard[] => [
  heading(1, 'assistance'),
  paragraph('assistance.overview', { activities: assisted('activities'), states: assisted('states') }),
  ...themes.flatMap((theme) => [
    heading(2, `theme.${theme}`, 'heading.name', { name: { kind: 'theme', code: theme } }),
    paragraph(`assistance.${theme}`, { activities: assisted('activities', theme), states: assisted('states', theme), list: { kind: 'assisted', theme }, beneficiaries: assisted('beneficiaries', theme) }, 'assistance.theme'),
  ]),
];

export const further = ({ few }: Drawing): Standard[] => [
  heading(1, 'further'), paragraph('further.regional'), paragraph('further.topics'),
  ...(few.length > 0 ? [paragraph('further.few', { groups: groups(few) })] : []),
  paragraph('further.next'),
];
