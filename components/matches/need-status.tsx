import { StatusTag } from '#components/ui/page';
import type { Translate } from '#lib/text/i18n';
import type { Confirmation, NeedStatus } from '#lib/needs/fulfilment/vocabulary';

const marks: Readonly<Record<NeedStatus, string>> = {
  unmet: '○',
  planned: '◔',
  current: '◑',
  met: '●',
};

/** The status of a need by its assistance, as a mark and a word. */
export const NeedStatusTag = ({ t, status }: { t: Translate; status: NeedStatus }) => (
  <StatusTag code={`need-${status}`} mark={marks[status]} label={t(`matches.statuses.${status}`)} />
);

/** What the State says about the claim that a need is answered. */
export function confirmationText(
  t: Translate,
  confirmation: Confirmation,
  answered: boolean,
): string {
  if (confirmation === 'none') return t('matches.claims.awaiting');
  if (confirmation === 'disputed' && answered) return t('matches.claims.answered');
  return t(`matches.claims.${confirmation}`);
}
