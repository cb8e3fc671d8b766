import { Confirmed } from '#components/ui/confirmed';
import type { Translate } from '#lib/text/i18n';

/** Closes an account, once it is said what that means. */
export const DeactivateButton = ({ t, name }: Readonly<{ t: Translate; name: string }>) => (
  <Confirmed
    summary={t('colleagues.deactivate')}
    label={t('colleagues.deactivateName', { name })}
    lead={t('confirm.deactivate', { name })}
  >
    <button className="button second" aria-label={t('colleagues.deactivateName', { name })}>
      {t('colleagues.deactivate')}
    </button>
  </Confirmed>
);
