import { DoubtsTable } from '#components/reviews/doubts-table';
import { AnswerNotice } from '#components/ui/answer-notice';
import { errorOf } from '#components/ui/error-summary';
import { TextArea, TextField } from '#components/ui/field';
import { Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { textOf } from '#lib/http/form';
import { formatDate } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { vocabulary } from '#lib/needs/store/queries';
import { answersFor, checklistOf } from '#lib/review/closing/checklist-queries';
import { reviewById } from '#lib/needs/reviews/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

export default async function Checklist({
  params,
}: {
  params: Promise<{ locale: Locale; id: string }>;
}) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/reviews/${id}/checklist`);
  const review = await reviewById(actor, id);
  if (!review) return <MissingPage locale={locale} />;
  if (!answersFor(actor, review)) return <ForbiddenPage locale={locale} />;
  const [doubts, words] = await Promise.all([checklistOf(actor, review), vocabulary(actor)]);
  const { form = {}, verb, errors, notice } = answered(locale, t);
  const left = doubts.filter(({ waived }) => waived === null);
  const name = t('reviews.one', {
    state: stateName(review.stateCode, locale),
    cycle: t(`cycles.${review.cycle}`),
  });
  const title = t('closing.title', { review: name });
  const at = (to: string) => `/${locale}/reviews/${id}/${to}`;
  const hidden = (
    <>
      <input type="hidden" name="by" value={actor.accountId ?? ''} />
      <input type="hidden" name="version" value={review.version} />
    </>
  );
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/reviews`, label: t('reviews.title') },
        { href: `/${locale}/reviews/${id}`, label: name },
      ]}
    >
      <h1>{title}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {review.closedAt ? (
        <Notice kind="ok">
          <p>{t('closing.closedOn', { date: formatDate(locale, review.closedAt.slice(0, 10)) })}</p>
        </Notice>
      ) : (
        <p className="lead">{t('closing.lead')}</p>
      )}
      {review.closedAt ? null : (
        <p>
          {left.length === 0 ? t('closing.settled') : t('closing.left', { count: left.length })}
        </p>
      )}
      {doubts.length > 0 ? (
        <DoubtsTable
          locale={locale}
          t={t}
          reviewId={id}
          doubts={doubts}
          words={words}
          form={review.closedAt ? undefined : 'waive'}
        />
      ) : review.closedAt ? null : (
        <p>{t('closing.none')}</p>
      )}
      {!review.closedAt && left.some(({ doubt }) => doubt !== 'undated') ? (
        <>
          <h2>{t('closing.waive')}</h2>
          <form method="post" id="waive" action={at('waive')} noValidate className="narrow">
            {hidden}
            <p className="hint" id="doubt">
              {t('closing.waiveHint')}
            </p>
            <TextArea
              name="reason"
              dir="auto"
              label={t('closing.reason')}
              rows={3}
              defaultValue={verb === 'waive' ? textOf(form, 'reason') : ''}
              error={verb === 'waive' ? errorOf(errors, 'reason') : undefined}
            />
            <TextField
              name="expiresOn"
              label={t('closing.expiresOn')}
              hint={t('deadlines.dateHint')}
              className="date"
              dir="ltr"
              autoComplete="off"
              defaultValue={textOf(form, 'expiresOn')}
              error={errorOf(errors, 'expiresOn')}
            />
            <div className="buttons">
              <button className="button second">{t('closing.waive')}</button>
            </div>
          </form>
        </>
      ) : null}
      {!review.closedAt && left.length === 0 ? (
        <form method="post" action={at('close')}>
          {hidden}
          <p>
            {t('closing.closeLead', {
              symbol: review.symbol ?? '–',
              date: review.completedOn ? formatDate(locale, review.completedOn) : '–',
            })}
          </p>
          <div className="buttons">
            <button className="button" id="close">
              {t('closing.close')}
            </button>
          </div>
        </form>
      ) : null}
      {review.closedAt ? (
        <details className="act" open={verb === 'reopen'}>
          <summary>{t('closing.reopen')}</summary>
          <form method="post" action={at('reopen')} noValidate className="narrow">
            {hidden}
            <TextArea
              name="reason"
              dir="auto"
              label={t('closing.reopenReason')}
              hint={t('closing.reopenHint')}
              rows={3}
              defaultValue={verb === 'reopen' ? textOf(form, 'reason') : ''}
              error={errorOf(errors, 'reason')}
            />
            <div className="buttons">
              <button className="button second">{t('closing.reopen')}</button>
            </div>
          </form>
        </details>
      ) : null}
    </Page>
  );
}
