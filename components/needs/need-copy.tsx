import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ t: Translate; action: string; by: string; copy: string }>;

/**
 * Makes a new draft of a need. It carries the id that the copy will have, so that sending it twice
 * makes one.
 */
export const NeedCopy = ({ t, action, by, copy }: Props) => (
  <form method="post" action={action}>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="copy" value={copy} />
    <div className="buttons">
      <button className="button second">{t('copies.button')}</button>
    </div>
  </form>
);
