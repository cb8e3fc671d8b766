import { ActivityFacts } from '#components/assistance/activity-facts';
import { ActivityTranslations } from '#components/assistance/activity-translations';
import { CancelForm } from '#components/assistance/cancel-form';
import { ActivityHistory } from '#components/assistance/history-table';
import { NumbersTable } from '#components/assistance/numbers-table';
import { ActivityMatches } from '#components/matches/activity-matches';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import { formResult } from '#lib/http/form-result';
import {
  activityById,
  activityHistory,
  type ActivityView,
  type ActivityHistoryEntry,
} from '#lib/assistance/activities/queries';
import { mayEnterActivities } from '#lib/assistance/activities/scope';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator, type Translate } from '#lib/text/i18n';
import { answeredDisputes, listMatches } from '#lib/assistance/matches/queries';
import { mayProposeMatches } from '#lib/assistance/matches/rules';
import { vocabulary } from '#lib/needs/store/queries';
import { MissingPage } from '../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ saved?: string }>;
};

/** What this reader can do with the activity. */
function permissions(actor: Actor, { status, fullAccess: whole }: ActivityView) {
  const isCancelled = status === 'cancelled';
  const isOwn = actor.role !== 'provider' || whole;
  return {
    mayChange: mayEnterActivities(actor) && whole && !isCancelled,
    mayPropose: mayProposeMatches(actor) && !isCancelled && isOwn,
  };
}

const Heading = ({ activity: { reference, content } }: { activity: ActivityView }) => (
  <h1>
    <bdi className="reference">{reference}</bdi> <bdi lang={content.language}>{content.title}</bdi>
  </h1>
);

const SavedNotice = ({ t }: { t: Translate }) => (
  <Notice kind="ok">
    <p>{t('assistance.saved')}</p>
  </Notice>
);

const ChangeButton = ({
  locale,
  t,
  id,
}: Readonly<{ locale: Locale; t: Translate; id: string }>) => (
  <p className="buttons">
    <a className="button" href={`/${locale}/assistance/${id}/change`}>
      {t('assistance.change')}
    </a>
  </p>
);

/** The history, for readers who may see it. */
const History = ({
  locale,
  t,
  steps,
}: Readonly<{ locale: Locale; t: Translate; steps: readonly ActivityHistoryEntry[] }>) =>
  steps.length > 0 ? (
    <>
      <h2>{t('assistance.history')}</h2>
      <ActivityHistory locale={locale} t={t} steps={steps} />
    </>
  ) : null;

/** An activity: what it is, the needs that it answers, and its history. */
export default async function Activity({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const activity = await activityById(actor, id);
  if (!activity) return <MissingPage locale={locale} />;
  const { form = {}, errors, notice } = formResult(locale, t);
  const steps = await activityHistory(actor, id);
  const { topics } = await vocabulary(actor);
  const { saved } = await searchParams;
  const matches = await listMatches(actor, { assistanceId: id });
  const { content, reference, version, fullAccess: whole } = activity;
  const may = permissions(actor, activity);
  const isSaved = saved !== undefined && errors.length === 0 && !notice;
  return (
    <Page
      title={`${reference} ${content.title}`}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance`, label: t('assistance.title') }]}
    >
      <Heading activity={activity} />
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {isSaved ? <SavedNotice t={t} /> : null}
      {!whole && actor.role !== 'public' ? <p className="note">{t('assistance.outside')}</p> : null}
      <ActivityFacts
        {...{ locale, t, activity }}
        topicName={(code) => topics.find((topic) => topic.code === code)?.names[locale] ?? code}
      />
      <NumbersTable {...{ locale, t }} numbers={content.numbers} language={content.language} />
      {whole ? <ActivityTranslations t={t} content={content} /> : null}
      {may.mayChange ? (
        <>
          <ChangeButton {...{ locale, t, id }} />
          <CancelForm {...{ locale, t, id, version, form, errors }} by={actor.accountId!} />
        </>
      ) : null}
      <ActivityMatches
        {...{ locale, t, matches }}
        assistanceId={id}
        answered={await answeredDisputes(actor, matches)}
        mayPropose={may.mayPropose}
      />
      <History {...{ locale, t, steps }} />
    </Page>
  );
}
