import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ locale: Locale; t: Translate; by: string; mail: number; jobs: number }>;

/** How much mail and how many documents were given up, and the button that tries them again. */
export function GivenUp({ locale, t, by, mail, jobs }: Props) {
  if (mail + jobs === 0) return null;
  return (
    <section>
      <h2>{t('operation.givenUp.title')}</h2>
      <p>{t('operation.givenUp.counts', { mail, jobs })}</p>
      <form method="post" action={`/${locale}/admin/operation/repeat`}>
        <input type="hidden" name="by" value={by} />
        <div className="buttons">
          <button className="button">{t('operation.givenUp.repeat')}</button>
        </div>
      </form>
    </section>
  );
}
