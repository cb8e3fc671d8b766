import { fieldId, MatchForms } from '#components/matches/match-forms';
import { MatchFacts } from '#components/matches/match-facts';
import { arrowOf, MatchSummary } from '#components/matches/match-summary';
import { HistoryTable } from '#components/matches/history-table';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page } from '#components/ui/page';
import { formResult } from '#lib/http/form-result';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import {
  answeredDisputes,
  matchById,
  allowedVerbs,
  visibleNeedStatus,
  matchHistory,
} from '#lib/assistance/matches/queries';
import { matchVerbs } from '#lib/needs/fulfilment/vocabulary';
import { MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

/** A match: its two sides, what this reader can do with it, and its history. */
export default async function Match({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const match = await matchById(actor, id);
  if (!match) return <MissingPage locale={locale} />;
  const result = formResult(locale, t);
  const { form, verb: sentVerb = '', notice } = result;
  const steps = await matchHistory(actor, id);
  const answeredIds = await answeredDisputes(actor, [match]);
  const status = await visibleNeedStatus(actor, match.needId);
  const { done } = await searchParams;
  const errors = result.errors.map(({ field, text }) => ({
    field: field ? fieldId(id, sentVerb, field) : field,
    text,
  }));
  const title = `${match.activityReference} ${arrowOf(locale)} ${match.needReference ?? '–'}`;
  const isRecorded = matchVerbs.some((verb) => verb === done) && !form;
  const matchesCrumb = { href: `/${locale}/assistance/matches`, label: t('matches.title') };
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/assistance`, label: t('assistance.title') },
        ...(actor.role === 'public' ? [] : [matchesCrumb]),
      ]}
    >
      <h1>
        <MatchSummary locale={locale} match={match} />
      </h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {isRecorded ? (
        <Notice kind="ok">
          <p>{t('matches.recorded')}</p>
        </Notice>
      ) : null}
      <MatchFacts {...{ locale, t, match, status }} isAnswered={answeredIds.has(id)} />
      <MatchForms
        {...{ locale, t, match, sentVerb, errors }}
        by={actor.accountId ?? ''}
        verbs={allowedVerbs(actor, match)}
        sent={form}
      />
      {steps.length > 0 ? <HistoryTable locale={locale} t={t} steps={steps} /> : null}
    </Page>
  );
}
