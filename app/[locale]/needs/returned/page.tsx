import { ReturnedNeeds } from '#components/needs/returned-needs';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { returnedNeeds } from '#lib/needs/entry/returned';
import { ForbiddenPage } from '../../missing-page';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

export default async function Returned({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/needs/returned`);
  if (actor.role !== 'focal-point' && actor.role !== 'reviewer')
    return <ForbiddenPage locale={locale} />;
  const { done } = await searchParams;
  const { errors, notice, form } = formResult(locale, t);
  const needs = await returnedNeeds(actor);
  return (
    <Page
      title={t('returned.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/needs`, label: t('needs.title') }]}
    >
      <h1>{t('returned.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {done && /^\d{1,3}$/.test(done) && !form ? (
        <Confirmation>{t('returned.done', { count: Number(done) })}</Confirmation>
      ) : null}
      {needs.length === 0 ? (
        <p className="lead">{t('returned.none')}</p>
      ) : (
        <ReturnedNeeds locale={locale} t={t} needs={needs} by={actor.accountId!} />
      )}
    </Page>
  );
}
