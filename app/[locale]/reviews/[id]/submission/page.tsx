import { NeedStatus, needFacts } from '#components/needs/need-facts';
import { reviewCrumbs, reviewName } from '#components/reviews/review-name';
import { Facts, Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { needsInBatches } from '#lib/needs/lists/list-queries';
import { loadReviewStatus } from '#lib/needs/reviews/load-review-status';
import { reviewById, type ReviewView } from '#lib/needs/reviews/queries';
import type { ChapterStatus } from '#lib/needs/reviews/review-status';
import type { NeedView, Vocabulary } from '#lib/needs/store/queries';
import { vocabularyWithRetiredTerms } from '#lib/needs/terms/queries';
import { requireSignIn } from '#lib/sessions/auth';
import { today } from '#lib/text/dates';
import { formatDate, formatList } from '#lib/text/format';
import { translator, type Translate } from '#lib/text/i18n';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = { params: Promise<{ locale: Locale; id: string }> };
type Common = Readonly<{ locale: Locale; t: Translate }>;

/** The needs of a review that were submitted, by reference. */
async function submittedNeeds(actor: Actor, review: ReviewView): Promise<NeedView[]> {
  const needs: NeedView[] = [];
  const list = { list: 'own', filter: { review: review.id }, sort: 'reference' } as const;
  for await (const batch of needsInBatches(actor, list)) needs.push(...batch);
  return needs.filter(({ status }) => status !== 'draft' && status !== 'withdrawn');
}

const Need = ({
  locale,
  t,
  need,
  vocabulary,
}: Common & Readonly<{ need: NeedView; vocabulary: Vocabulary }>) => (
  <section className="submitted-need">
    <h3>
      <bdi>{need.reference}</bdi> <NeedStatus t={t} status={need.status} />
    </h3>
    <Facts facts={needFacts(locale, t, need, vocabulary)} />
  </section>
);

/** The needs of a chapter, and the articles under which none was identified. */
function Chapter({
  locale,
  t,
  status,
  needs,
  vocabulary,
}: Common &
  Readonly<{ status: ChapterStatus; needs: readonly NeedView[]; vocabulary: Vocabulary }>) {
  const { chapter, articles, declared } = status;
  const withoutNeeds = articles.filter(({ answer }) => answer).map(({ article }) => article);
  const own = needs.filter((need) => need.chapter === chapter);
  return (
    <section>
      <h2>
        {t('provisions.chapter', { chapter })} · {chapterTitle(chapter, locale)}
      </h2>
      {declared ? (
        <p className="note">
          {t('desk.complete')}:{' '}
          {t('desk.declaredBy', {
            name: declared.by,
            at: formatDate(locale, declared.at.slice(0, 10)),
          })}
        </p>
      ) : null}
      {own.length === 0 ? <p>{t('submission.noNeeds')}</p> : null}
      {own.map((need) => (
        <Need key={need.id} {...{ locale, t, need, vocabulary }} />
      ))}
      {withoutNeeds.length > 0 ? (
        <p>
          {t('desk.none')}:{' '}
          {t('provisions.articles', {
            count: withoutNeeds.length,
            list: formatList(locale, withoutNeeds.map(String)),
          })}
        </p>
      ) : null}
    </section>
  );
}

/** The lines on which the submission is signed. */
const Signature = ({ t }: Pick<Common, 't'>) => (
  <section className="signature">
    <h2>{t('submission.signature')}</h2>
    <dl>
      {(['name', 'function', 'place', 'signed'] as const).map((line) => (
        <div key={line}>
          <dt>{t(`submission.${line}`)}</dt>
          <dd />
        </div>
      ))}
    </dl>
  </section>
);

/** All that a State has submitted in a review, to be printed or kept as PDF and signed. */
export default async function Submission({ params }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await requireSignIn(locale, `/${locale}/reviews/${id}/submission`);
  const review = await reviewById(actor, id);
  if (!review) return <MissingPage locale={locale} />;
  if (actor.role === 'manager') return <ForbiddenPage locale={locale} />;
  const [needs, status, vocabulary] = await Promise.all([
    submittedNeeds(actor, review),
    loadReviewStatus(actor, review),
    vocabularyWithRetiredTerms(actor),
  ]);
  return (
    <Page
      title={t('submission.title')}
      site={t('site.name')}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={reviewCrumbs(locale, t, review)}
    >
      <h1>{t('submission.title')}</h1>
      <p className="lead">
        {reviewName(locale, t, review)} · {formatDate(locale, today())}
      </p>
      <p className="hint not-printed">{t('submission.hint')}</p>
      {status.chapters.map((chapter) => (
        <Chapter key={chapter.chapter} {...{ locale, t, needs, vocabulary }} status={chapter} />
      ))}
      <Signature t={t} />
    </Page>
  );
}
