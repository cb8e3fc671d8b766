import { ActivityStatusTag } from '#components/assistance/activity-status';
import { fieldId, MatchForms } from '#components/matches/match-forms';
import { arrowOf, MatchInWords, NeedInWords } from '#components/matches/matches-table';
import { NeedStatusTag, saysText } from '#components/matches/need-status';
import { StepsTable } from '#components/matches/steps-table';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Facts, Notice, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { formatList } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import {
  answeredAmong,
  matchById,
  openVerbs,
  statusOfNeedSeen,
  stepsOf,
} from '#lib/assistance/matches/queries';
import { groundCodes, matchVerbs } from '#lib/needs/met/vocabulary';
import { MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ done?: string }>;
};

export default async function Match({ params, searchParams }: Params) {
  const { locale, id } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const match = await matchById(actor, id);
  if (!match) return <MissingPage locale={locale} />;
  const { form, verb: sentVerb = '', errors: found, notice } = answered(locale, t);
  const [steps, answeredNow, status, { done }] = [
    await stepsOf(actor, id),
    await answeredAmong(actor, [match]),
    await statusOfNeedSeen(actor, match.needId),
    await searchParams,
  ];
  const verbs = openVerbs(actor, match);
  const errors = found.map(({ field, text }) => ({
    field: field ? fieldId(id, sentVerb, field) : field,
    text,
  }));
  const title = `${match.activityReference} ${arrowOf(locale)} ${match.needReference ?? '–'}`;
  const grounds = groundCodes.filter((ground) => match.grounds.includes(ground));
  return (
    <Page
      title={title}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[
        { href: `/${locale}/assistance`, label: t('assistance.title') },
        ...(actor.role === 'public'
          ? []
          : [{ href: `/${locale}/assistance/matches`, label: t('matches.title') }]),
      ]}
    >
      <h1>
        <MatchInWords locale={locale} match={match} />
      </h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      {matchVerbs.some((verb) => verb === done) && !form ? (
        <Notice kind="ok">
          <p>{t('matches.recorded')}</p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          {
            term: t('matches.need'),
            value: (
              <>
                <a href={`/${locale}/needs/${match.needId}`}>
                  <NeedInWords locale={locale} t={t} need={match} />
                </a>{' '}
                {status ? <NeedStatusTag t={t} status={status} /> : null}
                {match.text ? (
                  <p className="written" lang={match.language ?? undefined} dir="auto">
                    {match.text}
                  </p>
                ) : null}
              </>
            ),
          },
          {
            term: t('matches.activity'),
            value: (
              <>
                <bdi lang={match.titleLanguage}>
                  {match.opens ? (
                    <a href={`/${locale}/assistance/${match.assistanceId}`}>{match.title}</a>
                  ) : (
                    match.title
                  )}
                </bdi>{' '}
                <ActivityStatusTag t={t} status={match.activity} />
              </>
            ),
          },
          ...(match.organisation
            ? [
                {
                  term: t('assistance.fields.organisation'),
                  value: <bdi>{match.organisation}</bdi>,
                },
              ]
            : []),
          { term: t('matches.degree'), value: t(`matches.degrees.${match.degree}`) },
          { term: t('matches.state'), value: t(`matches.states.${match.state}`) },
          ...(match.state === 'accepted'
            ? [
                {
                  term: t('matches.says'),
                  value: saysText(t, match.confirmation, answeredNow.has(id)),
                },
              ]
            : []),
          { term: t('matches.proposedBy'), value: t(`matches.proposers.${match.proposedByKind}`) },
          ...(grounds.length > 0
            ? [
                {
                  term: t('matches.grounds'),
                  value: formatList(
                    locale,
                    grounds.map((ground) => t(`matches.groundNames.${ground}`)),
                  ),
                },
              ]
            : []),
        ]}
      />
      <MatchForms
        locale={locale}
        t={t}
        by={actor.accountId ?? ''}
        match={match}
        verbs={verbs}
        sent={form}
        sentVerb={sentVerb}
        errors={errors}
      />
      {steps.length > 0 ? <StepsTable locale={locale} t={t} steps={steps} /> : null}
    </Page>
  );
}
