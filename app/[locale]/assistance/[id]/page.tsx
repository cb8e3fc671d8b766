import { ActivityFacts } from '#components/assistance/activity-facts';
import { fieldOf } from '#components/assistance/field-of';
import { ActivityHistory } from '#components/assistance/history-table';
import { NumbersTable } from '#components/assistance/numbers-table';
import { ActivityMatches } from '#components/matches/activity-matches';
import { AnswerNotice } from '#components/ui/answer-notice';
import { TextArea } from '#components/ui/field';
import { Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { activityById, historyOfActivity } from '#lib/assistance/activities/queries';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { longestReason } from '#lib/text/reason';
import { answeredAmong, matchesSeen } from '#lib/assistance/matches/queries';
import { mayPropose } from '#lib/assistance/matches/rules';
import { vocabulary } from '#lib/needs/store/queries';
import { MissingPage } from '../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ saved?: string }>;
};

export default async function Activity({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const activity = await activityById(actor, id);
  if (!activity) return <MissingPage locale={locale} />;
  const { form = {}, errors, notice } = answered(locale, t);
  const [history, { topics }, { saved }] = [
    await historyOfActivity(actor, id),
    await vocabulary(actor),
    await searchParams,
  ];
  const matches = await matchesSeen(actor, { assistanceId: id });
  const { content, reference, version, status, whole } = activity;
  const changes = mayEnterActivities(actor) && whole && status !== 'cancelled';
  return (
    <Page
      title={`${reference} ${content.title}`}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance`, label: t('assistance.title') }]}
    >
      <h1>
        <bdi className="reference">{reference}</bdi>{' '}
        <bdi lang={content.language}>{content.title}</bdi>
      </h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {saved !== undefined && errors.length === 0 && !notice ? (
        <Notice kind="ok">
          <p>{t('assistance.saved')}</p>
        </Notice>
      ) : null}
      {!whole && actor.role !== 'public' ? <p className="note">{t('assistance.outside')}</p> : null}
      <ActivityFacts
        locale={locale}
        t={t}
        activity={activity}
        topicName={(code) => topics.find((topic) => topic.code === code)?.names[locale] ?? code}
      />
      <NumbersTable locale={locale} t={t} numbers={content.numbers} language={content.language} />
      {changes ? (
        <>
          <p className="buttons">
            <a className="button" href={`/${locale}/assistance/${id}/change`}>
              {t('assistance.change')}
            </a>
          </p>
          <details className="act" open={errors.length > 0}>
            <summary>{t('assistance.cancel')}</summary>
            <p>{t('assistance.cancelLead')}</p>
            <form
              method="post"
              action={`/${locale}/assistance/${id}/cancel`}
              noValidate
              className="narrow"
            >
              <input type="hidden" name="by" value={actor.accountId!} />
              <input type="hidden" name="version" value={version} />
              <TextArea
                {...fieldOf(form, errors)('reason')}
                label={t('assistance.reason')}
                maxLength={longestReason}
                dir="auto"
              />
              <div className="buttons">
                <button className="button second">{t('assistance.cancel')}</button>
              </div>
            </form>
          </details>
        </>
      ) : null}
      <ActivityMatches
        locale={locale}
        t={t}
        assistanceId={id}
        matches={matches}
        answered={await answeredAmong(actor, matches)}
        mayPropose={
          mayPropose(actor) && status !== 'cancelled' && (actor.role !== 'provider' || whole)
        }
      />
      {history.length > 0 ? (
        <>
          <h2>{t('assistance.history')}</h2>
          <ActivityHistory locale={locale} t={t} steps={history} />
        </>
      ) : null}
    </Page>
  );
}
