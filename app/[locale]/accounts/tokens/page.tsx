import { TokenForm } from '#components/api/token-form';
import { TokensTable } from '#components/api/tokens-table';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { listTokens } from '#lib/people/api-tokens/queries';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

/** The tokens of the reader's account, and a form for a new one. */
export default async function Tokens({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/accounts/tokens`);
  const [tokens, { done }] = await Promise.all([listTokens(actor), searchParams]);
  const { form, errors, notice } = formResult(locale, t, '/tokens/create', '/tokens/end');
  const title = t('api.token.title');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {done === 'end' && !form ? (
        <Notice kind="ok">
          <p>{t('api.token.doneEnd')}</p>
        </Notice>
      ) : null}
      <p className="lead">{t('api.token.lead')}</p>
      {tokens.length > 0 ? (
        <TokensTable {...{ locale, t, tokens }} now={new Date().toISOString()} />
      ) : (
        <p>{t('api.token.none')}</p>
      )}
      <h2>{t('api.token.create')}</h2>
      <TokenForm {...{ locale, t, errors }} by={actor.accountId!} form={form} />
      <p>
        <a href={`/${locale}/api`}>{t('api.title')}</a>
      </p>
    </Page>
  );
}
