import { Notice } from '#components/ui/page';
import type { ActivitiesPreview } from '#lib/assistance/imports/commands';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; by: string; preview: ActivitiesPreview }>;

/** The button that imports a file without faults, or how many rows are wrong. */
export function ImportConfirm({ locale, t, by, preview: { id, fingerprint, counts } }: Props) {
  const path = `/${locale}/assistance/import`;
  if (counts.wrong > 0) {
    return (
      <Notice kind="warn">
        <p>{t('assistance.importing.wrongLead', { count: counts.wrong })}</p>
        <p>
          <a href={path}>{t('assistance.import')}</a>
        </p>
      </Notice>
    );
  }
  return (
    <>
      <p className="lead">{t('assistance.importing.soundLead', counts)}</p>
      <form method="post" action={`${path}/${id}/confirm`}>
        <input type="hidden" name="by" value={by} />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <div className="buttons">
          <button className="button">{t('assistance.importing.confirm')}</button>
        </div>
      </form>
    </>
  );
}
