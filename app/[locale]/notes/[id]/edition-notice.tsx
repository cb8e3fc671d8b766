import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { toldRevision } from '#lib/notes/model/edition';
import type { EditionView } from '#lib/notes/store/queries';
import { formatDate, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; edition: EditionView['edition'] }>;

/** Says to those who work on a finished edition that the public cannot see it, and why. */
export const OutOfViewNotice = ({ t, notePath }: Pick<Props, 't'> & { notePath: string }) => (
  <Notice kind="warn">
    <p>
      {t('notes.audience.outOfView')} <a href={`${notePath}/checks`}>{t('notes.audience.which')}</a>
    </p>
  </Notice>
);

/** When the edition was published or frozen; nothing for a draft. */
export function EditionNotice({ locale, t, edition }: Props) {
  const { publishedAt, frozenAt } = edition;
  const revision = toldRevision(edition);
  if (publishedAt) {
    const date = formatDate(locale, publishedAt.slice(0, 10));
    return (
      <Notice kind="ok">
        <p>{t('notes.edition.published', { date })}</p>
      </Notice>
    );
  }
  if (!frozenAt || revision === null) return null;
  return (
    <Notice>
      <p>
        {t('notes.edition.frozen', {
          date: formatDate(locale, frozenAt.slice(0, 10)),
          revision: formatNumber(locale, revision),
        })}
      </p>
    </Notice>
  );
}
