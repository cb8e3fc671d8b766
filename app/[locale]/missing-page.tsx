import { headers } from 'next/headers';
import { currentActor } from '#lib/sessions/auth';
import { Page } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { Failure } from '#lib/base/errors';
import { translator } from '#lib/text/i18n';
import { setPageStatus } from '#lib/http/page-status';

/** Signing in, offered at every address alike: whether anything is there is not told. */
async function SignInOffer({ locale }: { locale: Locale }) {
  if ((await currentActor()).role !== 'public') return null;
  const t = translator(locale);
  const path = (await headers()).get('x-register-path') ?? `/${locale}`;
  const query = new URLSearchParams({ next: path });
  return (
    <p>
      {t('pages.signInLead')} <a href={`/${locale}/accounts/sign-in?${query}`}>{t('nav.signIn')}</a>
    </p>
  );
}

/** The one page for what does not exist and for what the reader may not see. */
export function MissingPage({ locale }: { locale: Locale }) {
  setPageStatus(404);
  const t = translator(locale);
  return (
    <Page title={t('pages.notFoundTitle')} site={t('site.name')}>
      <h1>{t('pages.notFoundTitle')}</h1>
      <p className="lead">{t('pages.notFoundText')}</p>
      <SignInOffer locale={locale} />
      <p>
        <a href={`/${locale}`}>{t('pages.home')}</a>
      </p>
    </Page>
  );
}

/** The page for a reader whose role may not use an existing page. */
export function ForbiddenPage({ locale }: { locale: Locale }) {
  setPageStatus(403);
  const t = translator(locale);
  return (
    <Page title={t('pages.forbiddenTitle')} site={t('site.name')}>
      <h1>{t('pages.forbiddenTitle')}</h1>
      <p className="lead">{t('pages.forbiddenText')}</p>
      <p>
        <a href={`/${locale}`}>{t('pages.home')}</a>
      </p>
    </Page>
  );
}

/** The page for a reader who may not use a page, or may not know that it exists. */
export const refusedPage = (locale: Locale, { kind }: Failure) =>
  kind === 'forbidden' ? <ForbiddenPage locale={locale} /> : <MissingPage locale={locale} />;
