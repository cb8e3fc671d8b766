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

/** That the form holds what was typed and never saved, and how to be rid of it. */
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
