import { SourceSection } from '#components/attachments/source-section';
import { NeedsTable } from '#components/needs/needs-table';
import { ReviewDesk } from '#components/reviews/review-desk';
import { WhoseTurn } from '#components/reviews/whose-turn';
import { ReviewDates } from '#components/reviews/review-dates';
import { ReviewDeadlines } from '#components/reviews/review-deadlines';
import { ReviewTools } from '#components/needs/review-tools';
import { ReviewPeople } from '#components/reviews/review-people';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Facts, Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import { accountsSeen } from '#lib/people/accounts/queries';
import { filesOfReview, seesSource, sourceOfReview } from '#lib/needs/attachments/queries';
import type { Locale } from '#lib/convention/names';
import { regionName } from '#lib/convention/regions';
import { stateName } from '#lib/convention/states';
import { today } from '#lib/text/dates';
import { formatDate } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { mayEnterMany } from '#lib/needs/store/of-review';
import { mayEnter, maySign } from '#lib/needs/model/rules';
import { answersFor } from '#lib/review/closing/checklist-queries';
import { deskOf } from '#lib/needs/reviews/desk';
import { appointedTo, historyOfReview, reviewById } from '#lib/needs/reviews/queries';
import { MissingPage } from '../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ attached?: string }>;
};

export default async function Review({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/reviews/${id}`);
  const review = await reviewById(actor, id);
  if (!review) return <MissingPage locale={locale} />;
  const administrator = actor.role === 'administrator';
  const [{ needs }, total, people, accounts, history, desk] = await Promise.all([
    pageOfNeeds(actor, { filter: { review: id }, size: 200 }),
    totalOfNeeds(actor, { filter: { review: id } }),
    appointedTo(actor, review),
    accountsSeen(actor),
    historyOfReview(actor, review),
    deskOf(actor, review),
  ]);
  const { form, errors, notice } = answered(locale, t);
  const [enters, signs] = review.closedAt
    ? [false, false]
    : [mayEnter(actor, review), maySign(actor, review)];
  const [seen, files, source, { attached }] = await Promise.all([
    seesSource(actor, id),
    filesOfReview(actor, id),
    sourceOfReview(actor, id),
    searchParams,
  ]);
  const title = t('reviews.one', {
    state: stateName(review.stateCode, locale),
    cycle: t(`cycles.${review.cycle}`),
  });
  const date = (value: string | null) => (value ? formatDate(locale, value) : t('reviews.notYet'));
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/reviews`, label: t('reviews.title') }]}
    >
      <h1>{title}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <Facts
        facts={[
          { term: t('reviews.region'), value: regionName(review.region, locale) },
          { term: t('reviews.completed'), value: date(review.completedOn) },
          { term: t('reviews.published'), value: date(review.publishedOn) },
          ...(review.symbol
            ? [{ term: t('reviews.symbol'), value: <bdi>{review.symbol}</bdi> }]
            : []),
        ]}
      />

      {review.closedAt ? (
        <Notice>
          <p>{t('closing.closedOn', { date: formatDate(locale, review.closedAt.slice(0, 10)) })}</p>
        </Notice>
      ) : null}
      {answersFor(actor, review) ? (
        <p>
          <a href={`/${locale}/reviews/${id}/checklist`}>{t('closing.open')}</a>
        </p>
      ) : null}
      <WhoseTurn locale={locale} t={t} turns={desk.turns} today={today()} />
      <h2 id="desk">{t('desk.title')}</h2>
      <p className="hint">{t(signs ? 'desk.lead' : 'desk.leadReading')}</p>
      {desk.chapters.map((chapter) => (
        <ReviewDesk
          key={chapter.chapter}
          {...{
            locale,
            t,
            reviewId: id,
            by: actor.accountId!,
            desk: chapter,
            enters: signs,
            form,
            errors,
          }}
        />
      ))}

      <h2>{t('reviews.needsTitle')}</h2>
      {enters ? (
        <p className="buttons">
          <a className="button" href={`/${locale}/needs/new?review=${id}`}>
            {t('reviews.enter')}
          </a>
          {signs && total > 1 ? (
            <a className="button second" href={`/${locale}/reviews/${id}/priorities`}>
              {t('priorities.open')}
            </a>
          ) : null}
        </p>
      ) : null}
      <ReviewTools
        locale={locale}
        t={t}
        id={id}
        enters={enters}
        imports={mayEnterMany(actor, review)}
      />
      {total > 0 ? (
        <NeedsTable
          locale={locale}
          t={t}
          needs={needs}
          caption={t('reviews.needsTitle')}
          withState={false}
        />
      ) : (
        <p>{t('reviews.noNeeds')}</p>
      )}
      {total > needs.length ? (
        <p>
          <a href={`/${locale}/needs?review=${id}`}>{t('needs.total', { count: total })}</a>
        </p>
      ) : null}

      {seen ? (
        <SourceSection
          locale={locale}
          t={t}
          by={actor.accountId!}
          reviewId={id}
          files={files}
          paragraphs={source?.passages.length ?? 0}
          mayAttach={signs}
          form={form}
          errors={errors}
          attached={attached}
        />
      ) : null}

      {administrator ? (
        <ReviewDeadlines
          locale={locale}
          t={t}
          by={actor.accountId!}
          review={review}
          form={form}
          errors={errors}
        />
      ) : null}
      {administrator ? (
        <ReviewDates
          locale={locale}
          t={t}
          by={actor.accountId!}
          review={review}
          form={form}
          errors={errors}
        />
      ) : null}
      <ReviewPeople
        locale={locale}
        t={t}
        by={actor.accountId!}
        review={review}
        people={people}
        administrator={administrator}
        form={form}
        errors={errors}
        reviewers={accounts.filter(
          ({ id: account, role, active }) =>
            role === 'reviewer' && active && !people.some(({ accountId }) => accountId === account),
        )}
      />

      <h2>{t('reviews.history')}</h2>
      <div className="scroll">
        <table>
          <caption className="away">{t('reviews.historyCaption')}</caption>
          <thead>
            <tr>
              {(['action', 'by', 'at'] as const).map((column) => (
                <th key={column} scope="col" className="words">
                  {t(`needs.${column}`)}
                </th>
              ))}
              <th scope="col" className="words">
                {t('reviews.completed')}
              </th>
              <th scope="col" className="words">
                {t('reviews.published')}
              </th>
            </tr>
          </thead>
          <tbody>
            {history.map(({ verb, by, at, completedOn, publishedOn, reason }) => (
              <tr key={at + verb}>
                <th scope="row">
                  {verb === 'set-completion' || verb === 'publish'
                    ? t(`reviews.verbs.${verb}`)
                    : verb === 'close' || verb === 'reopen'
                      ? t(`closing.verbs.${verb}`)
                      : verb === 'set-deadlines'
                        ? t('deadlines.set')
                        : t('reviews.verbs.create')}
                  {reason ? (
                    <span className="note" dir="auto">
                      <br />
                      {reason}
                    </span>
                  ) : null}
                </th>
                <td className="words">{by}</td>
                <td className="words">{formatDate(locale, at.slice(0, 10))}</td>
                <td className="words">{date(completedOn)}</td>
                <td className="words">{date(publishedOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}
