import { entersNeeds } from '#components/needs/enters-needs';
import { UnfinishedEntries } from '#components/needs/unfinished-entries';
import { Notice, Page } from '#components/ui/page';
import { environment } from '#lib/base/env';
import type { Locale } from '#lib/convention/names';
import { unfinishedEntries } from '#lib/needs/entry/autosave';
import { currentActor } from '#lib/sessions/auth';
import { translator, type Translate } from '#lib/text/i18n';
import type { Actor } from '#lib/base/actor';
import { peopleOverview } from '#lib/people/accounts/overview-queries';
import { AdministratorHome } from './home/administrator-home';
import { AssistanceHome, loadAssistanceHome } from './home/assistance-home';
import { actionsOf, tasksOf } from './home/home-links';
import { HomeOverview, overviewOf } from './home/home-overview';
import { loadManagerHome, ManagerHome } from './home/manager-home';
import { loadReviewerHome, ReviewerHome } from './home/reviewer-home';
import { loadStateHome, StateHome } from './home/state-home';

type Params = { params: Promise<{ locale: Locale }> };
type Overview = Awaited<ReturnType<typeof overviewOf>>;
type Common = Readonly<{ locale: Locale; t: Translate; overview?: Overview }>;

const SignInLink = ({ locale, t, className }: Common & { className: string }) => (
  <a className={className} href={`/${locale}/accounts/sign-in`}>
    {t('nav.signIn')}
  </a>
);

/** The home page of a register that is closed to the public: there is nothing to do but sign in. */
const ClosedRegister = ({ locale, t }: Common) => (
  <>
    <Notice>
      <p>{t('home.closed')}</p>
    </Notice>
    <p className="buttons">
      <SignInLink locale={locale} t={t} className="button" />
    </p>
  </>
);

const OpenRegister = ({ locale, t, overview }: Common & { overview: Overview }) => (
  <>
    <HomeOverview locale={locale} t={t} overview={overview} />
    <p className="buttons">
      <a className="button" href={`/${locale}/summaries`}>
        {t('home.seeSummaries')}
      </a>
      <SignInLink locale={locale} t={t} className="button second" />
    </p>
  </>
);

const PublicHome = ({ locale, t, overview }: Common) => (
  <Page title={t('home.title')} site={t('site.name')}>
    <h1>{t('home.title')}</h1>
    <p className="lead">{t('home.lead')}</p>
    {overview ? (
      <OpenRegister locale={locale} t={t} overview={overview} />
    ) : (
      <ClosedRegister locale={locale} t={t} />
    )}
  </Page>
);

/** What the reader's role does next, and how far it is. */
async function RoleHome({ locale, t, actor }: Common & Readonly<{ actor: Actor }>) {
  const common = { locale, t };
  switch (actor.role) {
    case 'focal-point':
    case 'contributor':
      return <StateHome {...common} {...await loadStateHome(actor)} />;
    case 'reviewer':
      return <ReviewerHome {...common} {...await loadReviewerHome(actor)} />;
    case 'manager':
      return <ManagerHome {...common} {...await loadManagerHome(actor)} />;
    case 'administrator':
      return <AdministratorHome {...common} people={(await peopleOverview(actor))!} />;
    case 'provider':
    case 'adviser':
      return <AssistanceHome {...common} {...await loadAssistanceHome(actor)} />;
    default:
      return null;
  }
}

export default async function Home({ params }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  if (actor.role === 'public') {
    const overview = environment().open ? await overviewOf(actor) : undefined;
    return <PublicHome locale={locale} t={t} overview={overview} />;
  }

  const tasks = await tasksOf(locale, t, actor);
  const unfinished = entersNeeds(actor) ? await unfinishedEntries(actor) : [];
  const overview = actor.role === 'manager' ? await overviewOf(actor) : undefined;
  const actions = await actionsOf(locale, t, actor, actor.role);
  return (
    <Page title={t('nav.home')} site={t('site.name')}>
      <h1>{t('home.welcome', { name: actor.name })}</h1>
      {tasks.length > 0 ? (
        <ul className="lead">
          {tasks.map(({ text, href }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="buttons">
        {actions.map(({ text, href }, i) => (
          <a key={href} className={i === 0 ? 'button' : 'button second'} href={href}>
            {text}
          </a>
        ))}
      </p>
      <UnfinishedEntries locale={locale} t={t} entries={unfinished} />
      {await RoleHome({ locale, t, actor })}
      {overview ? <HomeOverview locale={locale} t={t} overview={overview} /> : null}
    </Page>
  );
}
