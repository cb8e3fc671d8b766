import { randomUUID } from 'node:crypto';
import { FileForm } from '#components/imports/file-form';
import { AssessmentForm } from '#components/needs/assessment-form';
import { DeclaredChapters, EntryBarrierNotice } from '#components/reviews/entry-barrier';
import { reviewCrumbs } from '#components/reviews/review-name';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import { formResult, type FormResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { textOf } from '#lib/http/form';
import { formatList } from '#lib/text/format';
import { translator, type Translate } from '#lib/text/i18n';
import { entryToReview } from '#lib/needs/reviews/entry-barriers';
import { assessmentPage } from '#lib/needs/entry/self-assessment';
import { assessmentColumns, assessmentRowsToShow } from '#lib/needs/model/self-assessment-rows';
import { refusedPage } from '../../../missing-page';
import { assessmentNames, columnText, errorsOfAssessment } from './assessment-errors';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

/** Tells how many drafts the form made. */
function DraftsMade({
  locale,
  t,
  id,
  done = '',
}: Readonly<{ locale: Locale; t: Translate; id: string; done?: string }>) {
  const drafts = /^[1-9]\d{0,3}$/.test(done) ? Number(done) : undefined;
  if (drafts === undefined) return null;
  return (
    <Confirmation>
      {t('selfAssessment.done', { n: drafts })}{' '}
      <a href={`/${locale}/reviews/${id}#drafts`}>{t('drafts.open')}</a>
    </Confirmation>
  );
}

/** What became of a file whose answers fill the form, or of a form whose session had ended. */
function keptText(t: Translate, { verb, form = {} }: FormResult): string {
  if (verb !== 'fill') return t('form.kept');
  return form.row ? t('selfAssessment.filled') : t('imports.chooseAgain');
}

export default async function SelfAssessment({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const here = `/${locale}/reviews/${id}/self-assessment`;
  const actor = await requireSignIn(locale, here);
  const found = await assessmentPage(actor, id);
  if (!found.ok) return refusedPage(locale, found.failure);
  const { review, taken } = found.value;
  const { done } = await searchParams;
  const answer = formResult(locale, t, '/save', '/fill');
  const { form = {}, verb, isRestored: kept, notice } = answer;
  const { declared, barrier } = await entryToReview(actor, review);
  const isFormShown = !barrier || verb !== undefined;
  const { ofFile, ofRows, summary } = errorsOfAssessment(t, verb);
  const columns = assessmentColumns.map((column) => columnText(t, column));
  const title = t('selfAssessment.title');
  const common = { locale, t, by: actor.accountId! };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={summary.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={reviewCrumbs(locale, t, review)}
    >
      <h1>{title}</h1>
      {verb ? null : <DraftsMade {...{ locale, t, id, done }} />}
      {kept ? <Confirmation>{keptText(t, answer)}</Confirmation> : null}
      <FormResultNotice problem={t('problem.title')} errors={summary} notice={notice} />
      {barrier ? (
        <EntryBarrierNotice {...{ locale, t, review, barrier }} withLink />
      ) : (
        <DeclaredChapters locale={locale} t={t} declared={declared} />
      )}
      {isFormShown ? (
        <>
          <p className="lead">{t('selfAssessment.lead')}</p>
          <AssessmentForm
            {...common}
            action={`${here}/save`}
            batch={textOf(form, 'batch') || randomUUID()}
            language={textOf(form, 'language') || locale}
            rows={assessmentRowsToShow(form, review.cycle, declared)}
            drafts={taken}
            names={assessmentNames(t)}
            errors={ofRows}
          />
          <h2>{t('selfAssessment.fileTitle')}</h2>
          <FileForm
            action={`${here}/fill`}
            by={actor.accountId!}
            label={t('imports.file')}
            hint={t('selfAssessment.fileHint', { columns: formatList(locale, columns) })}
            button={t('selfAssessment.fill')}
            error={ofFile[0]?.text}
            sheet={{ label: t('imports.sheet'), hint: t('imports.sheetHint') }}
          />
        </>
      ) : null}
    </Page>
  );
}
