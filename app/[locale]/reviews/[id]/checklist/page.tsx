import { DoubtsTable } from '#components/reviews/doubts-table';
import { reviewCrumbs, reviewName } from '#components/reviews/review-name';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Notice, Page } from '#components/ui/page';
import { listOf } from '#lib/http/form';
import { formResult } from '#lib/http/form-result';
import { requireSignIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import { translator, type Translate } from '#lib/text/i18n';
import { vocabulary as currentVocabulary } from '#lib/needs/store/queries';
import { isResponsibleFor, reviewChecklist } from '#lib/review/closing/queries';
import { reviewById } from '#lib/needs/reviews/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';
import { CloseForm, ReopenForm, WaiveForm, waiveFormId } from './closing-forms';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

/** What was done to the review, as the address says it. */
const doneHere = ['close', 'reopen', 'waive', 'end-waiver'] as const;

/** When the review was closed, or how many doubts are left to settle before. */
function ClosingStatus({
  locale,
  t,
  closedAt,
  left,
}: Readonly<{ locale: Locale; t: Translate; closedAt: string | null; left: number }>) {
  if (closedAt) {
    const date = formatDate(locale, closedAt.slice(0, 10));
    return (
      <Notice>
        <p>{t('closing.closedOn', { date })}</p>
      </Notice>
    );
  }
  return (
    <>
      <p className="lead">{t('closing.lead')}</p>
      <p>{left === 0 ? t('closing.settled') : t('closing.left', { count: left })}</p>
    </>
  );
}

export default async function Checklist({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const { done } = await searchParams;
  const doneVerb = doneHere.find((each) => each === done);
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/reviews/${id}/checklist`);
  const review = await reviewById(actor, id);
  if (!review) return <MissingPage locale={locale} />;
  if (!isResponsibleFor(actor, review)) return <ForbiddenPage locale={locale} />;
  const doubts = await reviewChecklist(actor, review);
  const vocabulary = await currentVocabulary(actor);
  const answer = formResult(locale, t);
  const { errors, notice } = answer;
  const { closedAt } = review;
  const left = doubts.filter(({ waiver: waived }) => waived === null);
  const mayWaive = !closedAt && left.some(({ doubt }) => doubt !== 'undated');
  const mayClose = !closedAt && left.length === 0;
  const title = t('closing.title', { review: reviewName(locale, t, review) });
  const formProps = { locale, t, by: actor.accountId ?? '', review, answer };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={reviewCrumbs(locale, t, review)}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {doneVerb && !answer.form ? (
        <Confirmation>{t(`closing.done.${doneVerb}`)}</Confirmation>
      ) : null}
      <ClosingStatus locale={locale} t={t} closedAt={closedAt} left={left.length} />
      {doubts.length > 0 ? (
        <DoubtsTable
          locale={locale}
          t={t}
          reviewId={id}
          doubts={doubts}
          vocabulary={vocabulary}
          waiveFormId={closedAt ? undefined : waiveFormId}
          ticked={answer.verb === 'waive' ? listOf(answer.form ?? {}, 'doubt') : []}
        />
      ) : null}
      {doubts.length === 0 && !closedAt ? <p>{t('closing.none')}</p> : null}
      {mayWaive ? <WaiveForm {...formProps} /> : null}
      {mayClose ? <CloseForm {...formProps} /> : null}
      {closedAt ? <ReopenForm {...formProps} /> : null}
    </Page>
  );
}
