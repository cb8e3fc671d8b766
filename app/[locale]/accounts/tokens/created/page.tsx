import { redirect } from 'next/navigation';
import { Page } from '#components/ui/page';
import { textOf } from '#lib/http/form';
import { currentSubmission } from '#lib/http/form-page';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';

/** Shows a new token once, in the answer to the form that created it. */
export default async function TokenCreated({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  await requireSignIn(locale, `/${locale}/accounts/tokens`);
  const answer = currentSubmission();
  if (!answer) redirect(`/${locale}/accounts/tokens`);
  const [token, name] = [textOf(answer.form, 'token'), textOf(answer.form, 'name')];
  const title = t('api.token.newTitle', { name });
  return (
    <Page title={title} site={t('site.name')}>
      <h1>{title}</h1>
      <p className="prose" id="token-label">
        {t('api.token.once')}
      </p>
      <p>
        <code className="token" aria-describedby="token-label" dir="ltr">
          {token}
        </code>
      </p>
      <p>
        <a href={`/${locale}/accounts/tokens`}>{t('api.token.back')}</a>
      </p>
    </Page>
  );
}
