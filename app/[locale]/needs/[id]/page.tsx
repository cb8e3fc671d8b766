import { randomUUID } from 'node:crypto';
import { CommentsSection } from '#components/comments/comments-section';
import { NeedMatches } from '#components/matches/need-matches';
import { NeedActions, reasonId } from '#components/needs/need-actions';
import { NeedCopy } from '#components/needs/need-copy';
import { NeedHistory } from '#components/needs/need-history';
import { NeedStatus, needFacts } from '#components/needs/need-facts';
import { OriginMark } from '#components/needs/origin-mark';
import { NeedReading } from '#components/needs/need-reading';
import { QueueWalk } from '#components/queue/queue-walk';
import { RequestNotice } from '#components/needs/request-notice';
import { ReturnNotice } from '#components/needs/return-notice';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Facts, Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { currentActor } from '#lib/sessions/auth';
import { commentsOn } from '#lib/needs/comments/queries';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { textOf } from '#lib/http/form';
import { translator } from '#lib/text/i18n';
import { answeredAmong, matchesSeen, statusOfNeedSeen } from '#lib/assistance/matches/queries';
import { mayPropose } from '#lib/assistance/matches/rules';
import { mayCopy } from '#lib/needs/entry/copies';
import { historyOfNeed, needById } from '#lib/needs/store/queries';
import { verbs } from '#lib/needs/model/vocabulary';
import { vocabularyEver } from '#lib/needs/terms/queries';
import { currentSettings } from '#lib/people/settings/queries';
import { MissingPage } from '../../missing-page';
import { readingOf } from './reading';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

export default async function Need({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const need = await needById(actor, id);
  if (!need) return <MissingPage locale={locale} />;
  const [words, history, comments, settings, { done }] = await Promise.all([
    vocabularyEver(actor),
    historyOfNeed(actor, id),
    commentsOn(actor, [id]),
    currentSettings(actor),
    searchParams,
  ]);
  const { form, verb: sentVerb = '', errors: found, notice, kept, conflict } = answered(locale, t);
  const errors = found.map(({ field, text }) => ({
    field: field === 'reason' ? reasonId(sentVerb) : field,
    text,
  }));
  const didWhat = verbs.find((verb) => verb === done && verb !== 'edit');
  const reading =
    actor.role === 'reviewer' && need.working
      ? await readingOf(locale, t, actor, need, history, words)
      : undefined;
  const [status, matches] =
    need.countedVersion === null
      ? [undefined, []]
      : await Promise.all([statusOfNeedSeen(actor, id), matchesSeen(actor, { needId: id })]);
  const title = need.reference
    ? t('need.title', { reference: need.reference })
    : t('need.draftTitle');
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/needs`, label: t('needs.title') },
        ...(need.working
          ? [
              {
                href: `/${locale}/reviews/${need.reviewId}`,
                label: t('reviews.one', {
                  state: stateName(need.stateCode, locale),
                  cycle: t(`cycles.${need.cycle}`),
                }),
              },
            ]
          : []),
      ]}
    >
      <h1>{title}</h1>
      <p>
        <NeedStatus t={t} status={need.status} /> {stateName(need.stateCode, locale)},{' '}
        {t(`cycles.${need.cycle}`)}
        <OriginMark t={t} need={need} />
      </p>
      {reading ? (
        <QueueWalk
          locale={locale}
          t={t}
          neighbours={reading.neighbours}
          waiting={need.status === 'submitted' || need.status === 'recoded'}
        />
      ) : null}
      {kept ? (
        <Notice kind="ok">
          <p>{t('form.kept')}</p>
        </Notice>
      ) : null}
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {conflict && form && textOf(form, 'reason') ? (
        <Notice title={t('conflict.typed')}>
          <p className="written" dir="auto">
            {textOf(form, 'reason')}
          </p>
        </Notice>
      ) : null}
      {didWhat && didWhat !== 'edit' && !form ? (
        <Notice kind="ok">
          <p>{t(`need.done.${didWhat}`)}</p>
        </Notice>
      ) : null}
      <RequestNotice locale={locale} t={t} history={history} need={need} />
      <ReturnNotice locale={locale} t={t} history={history} status={need.status} />
      <div className="desk">
        <div>
          <Facts facts={needFacts(locale, t, need, words)} />
        </div>
        <NeedActions
          locale={locale}
          t={t}
          actor={actor}
          need={need}
          liftable={settings['four-eyes-lift'] !== 'never'}
          sent={form}
          sentVerb={sentVerb}
          errors={errors}
        />
      </div>
      {reading ? (
        <NeedReading locale={locale} t={t} need={need} words={words} {...reading} />
      ) : null}
      <CommentsSection
        locale={locale}
        t={t}
        actor={actor}
        need={need}
        comments={comments}
        id={randomUUID()}
        sent={sentVerb === 'comment' ? form : undefined}
        errors={errors}
      />
      {status ? (
        <NeedMatches
          locale={locale}
          t={t}
          needId={id}
          status={status}
          matches={matches}
          answered={await answeredAmong(actor, matches)}
          mayPropose={mayPropose(actor)}
        />
      ) : null}
      {mayCopy(actor, need) ? (
        <NeedCopy
          t={t}
          action={`/${locale}/needs/${id}/copy`}
          by={actor.accountId!}
          copy={randomUUID()}
        />
      ) : null}
      <NeedHistory locale={locale} t={t} id={id} history={history} />
    </Page>
  );
}
