import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ t: Translate; action: string; by: string; newId: string }>;

/** Copies a need into a new draft. The form carries the id of the copy: sent twice, it makes one. */
export const NeedCopy = ({ t, action, by, newId }: Props) => (
  <form method="post" action={action}>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="copy" value={newId} />
    <div className="buttons">
      <button className="button second">{t('copies.button')}</button>
    </div>
  </form>
);
