import { NeedDifference } from '#components/needs/need-difference';
import { NeedStatus } from '#components/needs/need-facts';
import { OriginMark } from '#components/needs/origin-mark';
import { RequestNotice } from '#components/needs/request-notice';
import { ReturnNotice } from '#components/needs/return-notice';
import { QueueWalk } from '#components/queue/queue-walk';
import { reviewName } from '#components/reviews/review-name';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Confirmation, Notice, type Crumb } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { FormResult } from '#lib/http/form-result';
import { textOf } from '#lib/http/form';
import { isDiscarded, undoPeriod } from '#lib/needs/model/transitions';
import { verbs } from '#lib/needs/model/vocabulary';
import type { NeedView } from '#lib/needs/store/queries';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { LoadedNeed } from './load-need';

type Common = Readonly<{ locale: Locale; t: Translate }>;

export function crumbsOf(locale: Locale, t: Translate, need: NeedView): Crumb[] {
  const list = { href: `/${locale}/needs`, label: t('needs.title') };
  if (!need.working) return [list];
  return [
    list,
    { href: `/${locale}/reviews/${need.reviewId}`, label: reviewName(locale, t, need) },
  ];
}

/** The status of a need, its State and cycle; for a reviewer also the way through the queue. */
export const NeedHead = ({
  locale,
  t,
  loaded: { need, aids },
}: Common & { loaded: LoadedNeed }) => (
  <>
    <p>
      <NeedStatus t={t} status={need.status} discarded={isDiscarded(need)} />{' '}
      {stateName(need.stateCode, locale)}, {t(`cycles.${need.cycle}`)}
      <OriginMark t={t} need={need} />
    </p>
    {aids ? (
      <QueueWalk
        locale={locale}
        t={t}
        neighbours={aids.neighbours}
        waiting={need.status === 'submitted' || need.status === 'recoded'}
      />
    ) : null}
  </>
);

const confirmed = [...verbs.filter((verb) => verb !== 'edit'), 'undo-discard'] as const;

/** The verb in the address that confirms an action; an edit is confirmed on the form's own page. */
const confirmedVerb = (done: string | undefined, discarded: boolean) =>
  done === 'withdraw' && discarded ? 'discard' : confirmed.find((verb) => verb === done);

type NoticesProps = Common &
  Readonly<{ loaded: LoadedNeed; answer: FormResult; errors: FormResult['errors']; done?: string }>;

/** Where to go on after a need was submitted: to another one, or to what the review still lacks. */
const AfterSubmission = ({
  locale,
  t,
  loaded: { need, canEnterAnother },
}: Common & { loaded: LoadedNeed }) => (
  <>
    {canEnterAnother ? (
      <>
        {' '}
        <a href={`/${locale}/needs/new?review=${need.reviewId}`}>{t('need.enterAnother')}</a>
      </>
    ) : null}{' '}
    <a href={`/${locale}/reviews/${need.reviewId}#desk`}>{t('need.openArticles')}</a>{' '}
    <a href={`/${locale}/reviews/${need.reviewId}#drafts`}>{t('drafts.open')}</a>
  </>
);

/** What became of the form that was sent, and the requests and reasons that stand on the need. */
export function NeedNotices({ locale, t, loaded, answer, errors, done }: NoticesProps) {
  const { need, history, recoding } = loaded;
  const { form, notice, isRestored: kept, hasConflict: conflict } = answer;
  const verb = form ? undefined : confirmedVerb(done, isDiscarded(need));
  const until = new Date(Date.parse(need.updatedAt) + undoPeriod).toISOString();
  const lostReason = conflict && form ? textOf(form, 'reason') : '';
  return (
    <>
      {kept ? <Confirmation>{t('form.kept')}</Confirmation> : null}
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {lostReason ? (
        <Notice title={t('conflict.typed')}>
          <p className="written" dir="auto">
            {lostReason}
          </p>
        </Notice>
      ) : null}
      {verb ? (
        <Confirmation>
          {t(`need.done.${verb}`)}
          {verb === 'submit' ? <AfterSubmission locale={locale} t={t} loaded={loaded} /> : null}
        </Confirmation>
      ) : null}
      {isDiscarded(need) ? (
        <Notice title={t('need.discarded')}>
          <p>{t('need.discardedLead', { until: formatInstant(locale, until) })}</p>
        </Notice>
      ) : null}
      <RequestNotice locale={locale} t={t} history={history} need={need} />
      <ReturnNotice locale={locale} t={t} history={history} status={need.status} />
      {recoding && recoding.length > 0 ? (
        <section aria-labelledby="recoding" className="said">
          <h2 id="recoding">{t('nextSteps.recoding')}</h2>
          <NeedDifference t={t} differences={recoding} />
        </section>
      ) : null}
    </>
  );
}
