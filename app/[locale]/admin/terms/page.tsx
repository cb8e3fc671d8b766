import { AddForm } from '#components/terms/add-form';
import { dateId } from '#components/terms/term-fields';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import {
  listTermChanges,
  termsInForce,
  vocabularyWithRetiredTerms,
} from '#lib/needs/terms/queries';
import { mayChangeTerms } from '#lib/needs/terms/permissions';
import { termKinds } from '#lib/needs/terms/vocabulary';
import { ForbiddenPage } from '../../missing-page';
import { TermsContents, TermsHistory, TermsOfKind } from './terms-parts';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ done?: string }> };

/** The vocabulary in force, the form to add a term, and the changes so far. */
export default async function Terms({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/admin/terms`);
  if (!mayChangeTerms(actor, 'add')) return <ForbiddenPage locale={locale} />;
  const answer = formResult(locale, t);
  const { form, notice } = answer;
  const errors = answer.errors.map(({ field, text }) => ({
    field: field === 'decidedOn' ? dateId('add') : field,
    text,
  }));
  const changes = await listTermChanges(actor);
  const everyTerm = await vocabularyWithRetiredTerms(actor);
  const { done } = await searchParams;
  const kinds = await Promise.all(
    termKinds.map(async (kind) => ({ kind, terms: await termsInForce(actor, kind) })),
  );
  return (
    <Page
      title={t('terms.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('terms.title')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {done === 'changed' && !form ? <Confirmation>{t('terms.changed')}</Confirmation> : null}
      <p className="lead">{t('terms.lead')}</p>
      <TermsContents t={t} />
      {kinds.map(({ kind, terms }) => (
        <TermsOfKind key={kind} locale={locale} t={t} kind={kind} terms={terms} />
      ))}
      <h2 id="add">{t('terms.add')}</h2>
      <AddForm locale={locale} t={t} by={actor.accountId!} form={form} errors={errors} />
      <TermsHistory locale={locale} t={t} changes={changes} everyTerm={everyTerm} />
    </Page>
  );
}
