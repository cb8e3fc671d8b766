import { redirect } from 'next/navigation';
import { InvitationLink } from '#components/accounts/invitation-link';
import { Notice, Page } from '#components/ui/page';
import { currentSubmission } from '#lib/http/form-page';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../../missing-page';

/** Shows the link of an invitation once, in the answer to the form that created it. */
export default async function Invited({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/accounts`);
  if (actor.role !== 'administrator' && actor.role !== 'focal-point')
    return <ForbiddenPage locale={locale} />;
  const isAdministrator = actor.role === 'administrator';
  const listPath = isAdministrator ? `/${locale}/accounts` : `/${locale}/accounts/colleagues`;
  const answer = currentSubmission();
  if (!answer) redirect(listPath);
  const [token, name, email, review] = ['token', 'name', 'email', 'review'].map((field) =>
    textOf(answer.form, field),
  ) as [string, string, string, string];
  const isMailed = textOf(answer.form, 'mailed') === 'yes';
  const isReset = textOf(answer.form, 'purpose') === 'reset';
  const linkTitle = t(isReset ? 'accounts.resetLinkTitle' : 'accounts.linkTitle', { name });
  const title = token || isMailed ? linkTitle : name;
  return (
    <Page title={title} site={t('site.name')}>
      <h1>{title}</h1>
      {token ? (
        <InvitationLink
          locale={locale}
          t={t}
          origin={environment().publicUrl.origin}
          token={token}
          email={email}
          days={Number(textOf(answer.form, 'days'))}
        />
      ) : (
        <Notice kind="ok">
          <p>
            {isMailed ? t('forgotten.linkMailed', { email }) : t('accounts.assigned', { name })}
          </p>
        </Notice>
      )}
      <p>
        {review ? (
          <a href={`/${locale}/reviews/${review}`}>{t('accounts.back')}</a>
        ) : (
          <a href={listPath}>
            {isAdministrator ? t('accounts.backToAccounts') : t('colleagues.title')}
          </a>
        )}
      </p>
    </Page>
  );
}
