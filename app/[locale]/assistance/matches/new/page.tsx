import { ActivityStatusTag } from '#components/assistance/activity-status';
import { NeedInWords } from '#components/matches/matches-table';
import { ProposeForm } from '#components/matches/propose-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Facts, Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { activityById } from '#lib/assistance/activities/queries';
import { signedIn } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { measured } from '#lib/assistance/matches/likely';
import { likelyActivities, likelyNeeds } from '#lib/assistance/matches/proposals';
import { needToAnswer } from '#lib/assistance/matches/queries';
import { mayPropose } from '#lib/assistance/matches/rules';
import { ForbiddenPage, MissingPage } from '../../../missing-page';

type Params = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ need?: string | string[]; assistance?: string | string[] }>;
};

/** The likely other side of a need or of an activity, with reasons. */
export default async function ProposeMatch({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const { need: needId, assistance: activityId } = await searchParams;
  const actor = await signedIn(locale, `/${locale}/assistance/matches`);
  if (!mayPropose(actor)) return <ForbiddenPage locale={locale} />;
  const [need, activity] = [
    typeof needId === 'string' ? await needToAnswer(actor, needId) : undefined,
    typeof activityId === 'string' ? await activityById(actor, activityId) : undefined,
  ];
  if (!need && !activity) return <MissingPage locale={locale} />;
  const { form, errors, notice } = answered(locale, t);
  const likely = need
    ? (await likelyActivities(actor, need)).map(
        ({ id, grounds, activity: { reference, content } }) => ({
          id,
          grounds,
          name: reference,
          words: (
            <>
              <bdi>{reference}</bdi> <bdi lang={content.language}>{content.title}</bdi>
            </>
          ),
        }),
      )
    : (await likelyNeeds(actor, activity!)).map(({ id, grounds, need: one }) => ({
        id,
        grounds,
        name: one.reference ?? '–',
        words: (
          <a href={`/${locale}/needs/${id}`}>
            <NeedInWords locale={locale} t={t} need={{ ...one, needReference: one.reference }} />
          </a>
        ),
      }));
  const one = need
    ? { href: `/${locale}/needs/${need.id}`, label: need.reference ?? '–' }
    : { href: `/${locale}/assistance/${activity!.id}`, label: activity!.reference };
  const about = need
    ? [
        {
          term: t('matches.need'),
          value: (
            <>
              <a href={one.href}>
                <NeedInWords
                  locale={locale}
                  t={t}
                  need={{ ...need, needReference: need.reference }}
                />
              </a>
              {need.text ? (
                <p className="written" lang={need.language ?? undefined} dir="auto">
                  {need.text}
                </p>
              ) : null}
            </>
          ),
        },
      ]
    : [
        {
          term: t('matches.activity'),
          value: (
            <>
              <a href={one.href}>
                <bdi>{one.label}</bdi>{' '}
                <bdi lang={activity!.content.language}>{activity!.content.title}</bdi>
              </a>{' '}
              <ActivityStatusTag t={t} status={activity!.status} />
            </>
          ),
        },
      ];
  return (
    <Page
      title={t('matches.propose')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
      crumbsLabel={t('site.breadcrumbs')}
      crumbs={[{ href: `/${locale}/assistance/matches`, label: t('matches.title') }, one]}
    >
      <h1>
        {t('matches.propose')}: <bdi>{one.label}</bdi>
      </h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <Facts facts={about} />
      <ProposeForm
        locale={locale}
        t={t}
        by={actor.accountId!}
        side={need ? 'need' : 'assistance'}
        id={need?.id ?? activity!.id}
        likely={likely}
        form={form}
        errors={errors}
      />
      <p className="note">{t('matches.measured', measured)}</p>
    </Page>
  );
}
