import { redirect } from 'next/navigation';
import { needFormProps } from '#components/needs/need-choices';
import { needCrumbs } from '#components/needs/need-crumbs';
import { NeedConflict } from '#components/needs/need-conflict';
import { needFormId } from '#components/needs/need-form-props';
import { NeedForm } from '#components/needs/need-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formResult, type FormResult } from '#lib/http/form-result';
import { recordView } from '#lib/people/audit/commands';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { changesSince } from '#lib/needs/store/conflicts';
import { merge } from '#lib/needs/model/merge';
import { needById, vocabulary as currentVocabulary, type NeedView } from '#lib/needs/store/queries';
import { checkTransition } from '#lib/needs/model/transitions';
import { fieldsOf, parseNeedFields } from '#lib/needs/model/schema';
import { MissingPage } from '../../../missing-page';

type Params = { params: Promise<{ locale: Locale; id: string }> };

/** Merges the recoding that was sent with what somebody else saved meanwhile. */
async function loadMerge(
  actor: Actor,
  need: NeedView,
  { form, hasConflict: conflict }: FormResult,
) {
  const typed = form ? parseNeedFields(form) : fieldsOf(need);
  if (!form || !conflict) {
    const version = form ? textOf(form, 'version') : String(need.version);
    return { typed, version };
  }
  const since = await changesSince(actor, need.id, Number(textOf(form, 'version')));
  const merging = merge(since?.base, typed, fieldsOf(need));
  // After a conflict the form continues from the stored version.
  return { typed, since, merging, version: String(need.version) };
}

export default async function RecodeNeed({ params }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/needs/${id}/recoding`);
  const need = await needById(actor, id);
  if (!need) return <MissingPage locale={locale} />;
  await recordView(actor, id);
  const answer = formResult(locale, t, '/recode');
  const { form, errors, notice, isRestored: kept } = answer;
  if (checkTransition(actor, 'recode', need) !== 'allowed' && !form)
    redirect(`/${locale}/needs/${id}`);

  const vocabulary = await currentVocabulary(actor);
  const { typed, since, merging, version } = await loadMerge(actor, need, answer);
  const title = t('form.recodeTitle');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={needCrumbs(locale, t, need)}
    >
      <h1>{title}</h1>
      {kept ? <Confirmation>{t('form.kept')}</Confirmation> : null}
      <p className="hint">{t('form.recodeLead')}</p>
      <FormResultNotice problem={t('problem.title')} errors={[]} notice={notice} />
      {merging ? (
        <NeedConflict
          locale={locale}
          t={t}
          typed={typed}
          stored={need}
          vocabulary={vocabulary}
          since={since}
          merge={merging}
          formId={needFormId}
        />
      ) : null}
      <NeedForm
        {...needFormProps(locale, t, need.cycle, vocabulary, {
          mode: 'recode',
          reason: form ? textOf(form, 'reason') : '',
          action: `/${locale}/needs/${id}/recode`,
          hidden: { by: actor.accountId!, version },
          fields: merging?.merged ?? typed,
          errors,
        })}
      />
    </Page>
  );
}
