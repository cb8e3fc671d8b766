import { SourceSection } from '#components/attachments/source-section';
import { ReviewDates } from '#components/reviews/review-dates';
import { ReviewDrafts } from '#components/reviews/review-drafts';
import { ReviewDeadlines } from '#components/reviews/review-deadlines';
import { ReviewHistory } from '#components/reviews/review-history';
import { reviewName } from '#components/reviews/review-name';
import { ReviewPeople } from '#components/reviews/review-people';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Page } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formResult } from '#lib/http/form-result';
import { reviewById } from '#lib/needs/reviews/queries';
import { requireSignIn } from '#lib/sessions/auth';
import { translator } from '#lib/text/i18n';
import { MissingPage } from '../../missing-page';
import { loadReview } from './load-review';
import { ReviewNeeds } from './review-needs';
import { ReviewClosing, ReviewFacts, ReviewStatus } from './review-status';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ attached?: string; done?: string; submitted?: string }>;
};

/** What was done to the review, as the address says it. */
const doneHere = [
  'answer',
  'withdraw-answer',
  'declare',
  'take-back',
  'set-completion',
  'publish',
  'unpublish',
  'deadlines',
  'appoint',
  'release',
] as const;

export default async function Review({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/reviews/${id}`);
  const review = await reviewById(actor, id);
  if (!review) return <MissingPage locale={locale} />;
  const loaded = await loadReview(actor, review);
  const { isAdministrator, people, reviewers, maySeeSource } = loaded;
  const { attached, done, submitted = '' } = await searchParams;
  const doneVerb = doneHere.find((each) => each === done);
  const { form, errors, notice } = formResult(locale, t);
  const title = reviewName(locale, t, review);
  const common = { locale, t, loaded };
  const formProps = { locale, t, by: actor.accountId!, form, errors };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/reviews`, label: t('reviews.title') }]}
    >
      <h1>{title}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {doneVerb && !form ? <Confirmation>{t(`reviews.done.${doneVerb}`)}</Confirmation> : null}
      {/^\d{1,3}$/.test(submitted) && !form ? (
        <Confirmation>{t('drafts.submitted', { count: Number(submitted) })}</Confirmation>
      ) : null}
      <ReviewFacts {...common} />
      <ReviewClosing {...common} />
      <ReviewStatus {...formProps} loaded={loaded} />
      <ReviewDrafts {...{ locale, t }} reviewId={id} by={formProps.by} drafts={loaded.drafts} />
      <ReviewNeeds {...common} actor={actor} />
      {maySeeSource ? (
        <SourceSection
          {...formProps}
          reviewId={id}
          files={loaded.files}
          paragraphs={loaded.paragraphs}
          mayAttach={loaded.maySign}
          attached={attached}
        />
      ) : null}
      {isAdministrator ? <ReviewDeadlines {...formProps} review={review} /> : null}
      {isAdministrator ? <ReviewDates {...formProps} review={review} /> : null}
      <ReviewPeople
        {...formProps}
        reviewId={id}
        people={people}
        reviewers={reviewers}
        isAdministrator={isAdministrator}
      />
      <ReviewHistory locale={locale} t={t} history={loaded.history} />
    </Page>
  );
}
