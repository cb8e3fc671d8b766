import { redirect } from 'next/navigation';
import { InvitationLink } from '#components/accounts/invitation-link';
import { Notice, Page } from '#components/ui/page';
import { currentSubmission } from '#lib/http/form-page';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';

/**
 * Confirms a handover to the focal point, whom it has signed out. The page exists only as the answer
 * to that form.
 */
export default async function HandedOver({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const answer = currentSubmission();
  if (!answer) redirect(`/${locale}`);
  const [token, name, email] = ['token', 'name', 'email'].map((field) =>
    textOf(answer.form, field),
  ) as [string, string, string];
  const title = t('colleagues.doneTitle', { name });
  return (
    <Page title={title} site={t('site.name')}>
      <h1>{title}</h1>
      <Notice kind="ok">
        <p>{t('colleagues.doneText')}</p>
      </Notice>
      {token ? (
        <InvitationLink
          locale={locale}
          t={t}
          origin={environment().publicUrl.origin}
          token={token}
          email={email}
          days={Number(textOf(answer.form, 'days'))}
        />
      ) : null}
      {textOf(answer.form, 'mailed') ? <p>{t('forgotten.linkMailed', { email })}</p> : null}
      <p>
        <a href={`/${locale}`}>{t('pages.home')}</a>
      </p>
    </Page>
  );
}
