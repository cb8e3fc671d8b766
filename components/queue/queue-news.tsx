import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { NeedView } from '#lib/needs/store/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  lookedAt: string | null;
  needs: readonly NeedView[];
}>;

/**
 * How much has changed since the reviewer last looked, and the button that says that they have
 * looked now.
 */
export function QueueNews({ locale, t, by, lookedAt, needs }: Props) {
  const changed = needs.filter(({ updatedAt }) => lookedAt !== null && updatedAt > lookedAt).length;
  return (
    <form method="post" action={`/${locale}/needs/looked`} className="tools">
      <input type="hidden" name="by" value={by} />
      <span>
        {lookedAt === null
          ? t('queue.neverLooked')
          : t('queue.newCount', { count: changed, at: formatInstant(locale, lookedAt) })}
      </span>
      <button className="as-link">{t('queue.looked')}</button>
    </form>
  );
}
