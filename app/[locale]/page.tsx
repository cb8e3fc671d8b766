import { UnfinishedEntries } from '#components/needs/unfinished-entries';
import { Totals } from '#components/summaries/totals';
import { Notice, Page } from '#components/ui/page';
import { currentActor } from '#lib/sessions/auth';
import { openTasks } from '#lib/review/coding/task-queries';
import type { Locale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { formatDate } from '#lib/text/format';
import { translator } from '#lib/text/i18n';
import { unfinishedEntries } from '#lib/needs/entry/autosave';
import { totalOfNeeds } from '#lib/needs/lists/list-queries';
import type { Status } from '#lib/needs/model/vocabulary';
import { summary } from '#lib/counting/summaries/queries';

type Params = { params: Promise<{ locale: Locale }> };

export default async function Home({ params }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const howMany = (...statuses: Status[]) =>
    totalOfNeeds(actor, { list: 'own', filter: { statuses } });
  const at = (path: string) => `/${locale}/${path}`;

  const totalsNow = async () => {
    const { totals, revision } = await summary(actor, {
      cycle: 2,
      chapters: ['II'],
      cutoff: null,
      regions: [],
    });
    return (
      <>
        <h2>{t('summaries.title', { chapter: 'II' })}</h2>
        <Totals locale={locale} t={t} totals={totals} />
        <p className="note">
          {t('summaries.said', { date: formatDate(locale, today()), cycle: '2' })} ·{' '}
          {t('summaries.asOf', { revision })}
        </p>
      </>
    );
  };

  if (actor.role === 'public') {
    return (
      <Page title={t('home.title')} site={t('site.name')}>
        <h1>{t('home.title')}</h1>
        <p className="lead">{t('home.lead')}</p>
        {environment().open ? await totalsNow() : null}
        {environment().open ? (
          <p className="buttons">
            <a className="button" href={at('summaries')}>
              {t('home.seeSummaries')}
            </a>
            <a className="button second" href={at('accounts/sign-in')}>
              {t('nav.signIn')}
            </a>
          </p>
        ) : (
          <>
            <Notice>
              <p>{t('home.closed')}</p>
            </Notice>
            <p className="buttons">
              <a className="button" href={at('accounts/sign-in')}>
                {t('nav.signIn')}
              </a>
            </p>
          </>
        )}
      </Page>
    );
  }

  const toCode = async () => {
    const { length } = await openTasks(actor);
    return length > 0
      ? [{ text: t('secondCoding.toCode', { count: length }), href: at('coding') }]
      : [];
  };

  const contributor = actor.role === 'contributor';
  const focalPoint = actor.role === 'focal-point' || contributor;
  const lines = focalPoint
    ? [
        ...(contributor
          ? []
          : [
              {
                text: t('home.returned', { count: await howMany('returned') }),
                href: at('needs/returned'),
              },
            ]),
        {
          text: t('home.drafts', { count: await howMany('draft') }),
          href: at('needs?status=draft'),
        },
        {
          text: t('home.waiting', { count: await howMany('submitted', 'recoded') }),
          href: at('needs?status=submitted'),
        },
      ]
    : actor.role === 'reviewer'
      ? [
          {
            text: t('home.toReview', { count: await howMany('submitted', 'recoded') }),
            href: at('needs'),
          },
          ...(await toCode()),
        ]
      : [];
  const actions = {
    'focal-point': [
      ['needs/new', t('home.enter')],
      ['reviews', t('home.openReview')],
    ],
    contributor: [
      ['needs/new', t('home.enter')],
      ['reviews', t('home.openReview')],
    ],
    reviewer: [
      ['needs', t('home.openQueue')],
      ['reviews', t('home.openReviews')],
    ],
    manager: [
      ['summaries', t('home.seeSummaries')],
      ['reviews', t('home.openReviews')],
    ],
    administrator: [
      ['reviews/new', t('home.createReview')],
      ['reviews', t('home.openReviews')],
    ],
    provider: [['summaries', t('home.seeSummaries')]],
    adviser: [['summaries', t('home.seeSummaries')]],
    system: [],
  }[actor.role];

  return (
    <Page title={t('nav.home')} site={t('site.name')}>
      <h1>{t('home.welcome', { name: actor.name })}</h1>
      {lines.length > 0 ? (
        <ul className="lead">
          {lines.map(({ text, href }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {focalPoint || actor.role === 'reviewer' ? (
        <UnfinishedEntries locale={locale} t={t} entries={await unfinishedEntries(actor)} />
      ) : null}
      {actor.role === 'manager' ? await totalsNow() : null}
      <p className="buttons">
        {actions.map(([path, label], i) => (
          <a key={path} className={i === 0 ? 'button' : 'button second'} href={at(path!)}>
            {label}
          </a>
        ))}
      </p>
    </Page>
  );
}
