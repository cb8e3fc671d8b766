import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  id: string;
  by: string;
  savedAt: string;
  entered: boolean;
}>;

/** Tells that the form shows an autosave, with a button to discard it. */
export function UnsavedNotice({ locale, t, id, by, savedAt, entered }: Props) {
  return (
    <Notice kind="ok">
      <p>{t('form.unsaved', { at: formatInstant(locale, savedAt) })}</p>
      <form method="post" action={`/${locale}/needs/${id}/discard`}>
        <input type="hidden" name="by" value={by} />
        {entered ? <input type="hidden" name="entered" value="1" /> : null}
        <button className="as-link">{t('form.discard')}</button>
      </form>
    </Notice>
  );
}
