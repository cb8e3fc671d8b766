import { redirect } from 'next/navigation';
import { Notice, Page } from '#components/ui/page';
import { currentAnswer } from '#lib/answer';
import { signedIn } from '#lib/auth';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/env';
import { textOf } from '#lib/form';
import { translator } from '#lib/i18n';
import { ForbiddenPage } from '../../missing-page';

/** Shows a new link once, in the answer to the form that made it. */
export default async function Invited({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/accounts`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const answer = currentAnswer();
  if (!answer) redirect(`/${locale}/accounts`);
  const [token, name, email, review] = ['token', 'name', 'email', 'review'].map((field) => textOf(answer.form, field)) as [string, string, string, string];
  const link = `${environment().publicUrl.origin}/${locale}/accounts/invitations/${token}`;
  const title = t('accounts.linkTitle', { name });
  return (
    <Page title={title} site={t('site.name')}>
      <h1>{title}</h1>
      {token ? (
        <>
          <p className="prose">{t('accounts.linkLead', { email, days: Number(textOf(answer.form, 'days')) })}</p>
          <p className="note" id="link-label">{t('accounts.link')}</p>
          <p><a className="token" aria-describedby="link-label" href={link} dir="ltr">{link}</a></p>
        </>
      ) : <Notice kind="ok"><p>{t('accounts.assigned', { name })}</p></Notice>}
      <p>{review ? <a href={`/${locale}/reviews/${review}`}>{t('accounts.back')}</a> : <a href={`/${locale}/accounts`}>{t('accounts.backToAccounts')}</a>}</p>
    </Page>
  );
}
