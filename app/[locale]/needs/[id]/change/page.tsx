import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { autosaveFor, needFormProps } from '#components/needs/need-choices';
import { needFormId } from '#components/needs/need-form-props';
import { UnsavedNotice } from '#components/needs/unsaved-notice';
import { SameNeeds } from '#components/likeness/alike-needs';
import { alikePanel, alikeShown, textsOfAlike } from '#components/likeness/alike-shown';
import { NeedConflict } from '#components/needs/need-conflict';
import { ClosedAnswers } from '#components/needs/closed-answers';
import { NeedForm } from '#components/needs/need-form';
import { SourceBeside } from '#components/attachments/source-beside';
import { ReturnNotice } from '#components/needs/return-notice';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { sourceOfReview } from '#lib/needs/attachments/queries';
import { quotedAt } from '#lib/needs/attachments/quoted';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { errorText } from '#lib/text/languages';
import { autosaveOf } from '#lib/needs/entry/autosave';
import { changesSince } from '#lib/needs/store/conflicts';
import { closedFields, withFieldsOf, type FieldName } from '#lib/needs/model/fields';
import { merge } from '#lib/needs/model/merge';
import { whatReadsAlike } from '#lib/review/likeness/queries';
import { historyOfNeed, needById, vocabulary } from '#lib/needs/store/queries';
import { ruling } from '#lib/needs/model/rules';
import { codesOfVocabulary, fieldsOf, needFaults, needFieldsOf } from '#lib/needs/model/schema';
import { MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string; check?: string; quote?: string }>;
};

export default async function ChangeNeed({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const { done, check, quote } = await searchParams;
  const actor = await signedIn(locale, `/${locale}/needs/${id}/change`);
  const need = await needById(actor, id);
  if (!need) return <MissingPage locale={locale} />;
  const { form, errors, notice, conflict, kept } = answered(locale, t, '/edit');
  if (ruling(actor, 'edit', need) !== 'allowed' && !form) redirect(`/${locale}/needs/${id}`);

  const words = await vocabulary(actor);
  const unsaved = form ? undefined : await autosaveOf(actor, id);
  // A form sends the answers that are open, and no others.
  const typed = withFieldsOf(
    form ? needFieldsOf(form) : (unsaved?.fields ?? fieldsOf(need)),
    fieldsOf(need),
    closedFields(need.reopened),
  );
  const seen = form ? Number(textOf(form, 'version')) : (unsaved?.version ?? need.version);
  // Somebody saved since: of a conflict, or of what was kept while nobody looked.
  const moved = conflict || (unsaved !== undefined && seen !== need.version);
  const since = moved ? await changesSince(actor, id, seen) : undefined;
  const merging = moved ? merge(since?.base, typed, fieldsOf(need)) : undefined;
  const source = await sourceOfReview(actor, need.reviewId);
  const fields = { ...(merging?.merged ?? typed), ...(form ? {} : quotedAt(source, quote)) };
  const faults =
    check && !form
      ? needFaults(need, need.cycle, codesOfVocabulary(words)).map(({ field, message }) => ({
          field,
          text: errorText(t, message),
        }))
      : errors;
  // After a conflict the form goes on from what is stored now; else from the version that was seen.
  const version = form && !moved ? textOf(form, 'version') : String(need.version);
  const text = fields.text || need.text || '';
  const alike = text
    ? alikeShown(
        locale,
        t,
        await whatReadsAlike(actor, text, {
          language: need.language,
          reviewId: need.reviewId,
          except: id,
        }),
        words,
      )
    : null;
  const title = t('form.editTitle');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={faults.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/needs`, label: t('needs.title') },
        { href: `/${locale}/needs/${id}`, label: need.reference ?? t('need.draftTitle') },
      ]}
    >
      <h1>{title}</h1>
      {kept ? (
        <Notice kind="ok">
          <p>{t('form.kept')}</p>
        </Notice>
      ) : null}
      {done === 'draft' && !form ? (
        <Notice kind="ok">
          <p>{t('form.saved')}</p>
        </Notice>
      ) : null}
      {done === 'copy' && !form ? (
        <Notice kind="ok">
          <p>{t('copies.done')}</p>
        </Notice>
      ) : null}
      <AnswerNotice problem={t('problem.title')} errors={[]} notice={notice} />
      {unsaved ? (
        <UnsavedNotice
          locale={locale}
          t={t}
          id={id}
          by={actor.accountId!}
          savedAt={unsaved.savedAt}
          entered
        />
      ) : null}
      {merging ? (
        <NeedConflict
          locale={locale}
          t={t}
          typed={typed}
          stored={need}
          vocabulary={words}
          since={since}
          merge={merging}
          formId={needFormId}
        />
      ) : null}
      <ReturnNotice
        locale={locale}
        t={t}
        history={await historyOfNeed(actor, id)}
        status={need.status}
      />
      {need.reopened ? (
        <ClosedAnswers locale={locale} t={t} need={need} vocabulary={words} />
      ) : null}
      {alike ? <SameNeeds shown={alike} texts={textsOfAlike(t)} /> : null}
      <SourceBeside locale={locale} t={t} reviewId={need.reviewId} source={source}>
        <NeedForm
          {...needFormProps(locale, t, need.cycle, words, {
            mode: 'edit',
            action: `/${locale}/needs/${id}/edit`,
            hidden: { by: actor.accountId!, version, review: need.reviewId, sheet: randomUUID() },
            fields,
            errors: faults,
            open: need.reopened as FieldName[] | null,
            autosave: autosaveFor(locale, actor, id, form !== undefined),
            alike: alikePanel(locale, t, { review: need.reviewId, need: id }, alike),
          })}
        />
      </SourceBeside>
    </Page>
  );
}
