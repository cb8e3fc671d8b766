import { ListForm } from '#components/needs/list-form';
import { ListSelection } from '#components/needs/list-selection';
import { ListFilters } from '#components/needs/list-filters';
import { choicesOf, filterText } from '#components/needs/list-choices';
import { NeedsTable } from '#components/needs/needs-table';
import { QueueNews } from '#components/queue/queue-news';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Notice, Page, Pages } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { currentActor } from '#lib/sessions/auth';
import type { Locale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { environment } from '#lib/base/env';
import { translator } from '#lib/text/i18n';
import { listOf, needsAddress, needsAsked, type Query } from '#lib/needs/lists/asked';
import { listChoices, pageOfNeeds, totalOfNeeds } from '#lib/needs/lists/list-queries';
import { lastLook, withdrawalsAsked } from '#lib/review/queue/queries';
import { listFilters, listSorts, statuses } from '#lib/needs/model/vocabulary';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> };
const size = 50;
const selection = 'selection';

export default async function Needs({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const { known, words, reviews } = await listChoices(actor);
  const { asked, faults } = needsAsked(await searchParams, known);
  const list = listOf(asked);
  const { needs, before, after } = await pageOfNeeds(actor, { ...list, size });
  const whole = !before && !after;
  const total = whole ? needs.length : await totalOfNeeds(actor, list);

  const at = (changed: Parameters<typeof needsAddress>[2]) =>
    `/${locale}/needs${needsAddress(asked, known.views, changed)}`;
  const [works, reviewer] = [known.views.length > 1, actor.role === 'reviewer'];
  const inQueue = asked.view === 'queue' && !asked.status;
  const [lookedAt, withdrawals] = inQueue
    ? await Promise.all([lastLook(actor), withdrawalsAsked(actor)])
    : [null, []];
  const decides =
    !reviewer || asked.view === 'all'
      ? null
      : asked.status === 'approved'
        ? ('reopen' as const)
        : inQueue || asked.status === 'submitted' || asked.status === 'recoded'
          ? ('approve' as const)
          : null;
  const narrowed = listFilters.some((name) => asked[name]);
  const mayEnterSome =
    ['focal-point', 'contributor', 'reviewer'].includes(actor.role) && reviews.length > 0;
  const tabs = works
    ? [
        reviewer
          ? {
              label: t('needs.queueTitle'),
              href: at({ show: 'queue', status: undefined }),
              current: inQueue,
            }
          : {
              label: t('needs.all'),
              href: at({ show: 'own', status: undefined }),
              current: asked.view === 'own' && !asked.status,
            },
        ...statuses.map((status) => ({
          label: t(`statuses.${status}`),
          href: at({ show: 'own', status }),
          current: asked.view !== 'all' && asked.status === status,
        })),
        {
          label: t('needs.published'),
          href: at({ show: 'all', status: undefined }),
          current: asked.view === 'all',
        },
      ]
    : [];
  const choices = choicesOf(locale, t, words, asked, {
    states: asked.view === 'all' || !known.ofOneState ? known.states : [],
    reviews,
  });
  const shown = listFilters.filter((name) => asked[name] && (name !== 'status' || !works));
  const empty = narrowed
    ? t('needs.empty')
    : inQueue
      ? t('needs.emptyQueue')
      : actor.stateId && asked.view === 'own'
        ? t('needs.emptyOwn')
        : t('needs.empty');
  const title = inQueue ? t('needs.queueTitle') : t('needs.title');
  return (
    <Page title={title} site={t('site.name')}>
      <h1>{title}</h1>
      <AnswerNotice problem={t('problem.title')} errors={[]} notice={answered(locale, t).notice} />
      {inQueue ? (
        <p className="lead">{t('needs.queueLead')}</p>
      ) : actor.role === 'public' ? (
        <p className="lead">{t(environment().open ? 'needs.publicLead' : 'home.closed')}</p>
      ) : null}
      {mayEnterSome ? (
        <p className="buttons">
          <a className="button" href={`/${locale}/needs/new`}>
            {t('reviews.enter')}
          </a>
        </p>
      ) : null}
      {tabs.length > 0 ? (
        <nav aria-label={t('needs.filter')}>
          <ul className="tabs">
            {tabs.map(({ label, href, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {faults.length > 0 ? (
        <Notice kind="warn">
          {faults.map(({ name, value }) => (
            <p key={name + value}>
              {t('errors.unknownFilter', { value, name: t(`list.names.${name}`) })}
            </p>
          ))}
        </Notice>
      ) : null}
      <ListForm
        t={t}
        action={`/${locale}/needs`}
        asked={asked}
        view={
          asked.view === known.views[0] && !asked.status && !asked.review ? undefined : asked.view
        }
        choices={choices}
        sorts={listSorts.filter(
          (sort) =>
            sort !== 'priority' ||
            asked.state ||
            asked.review ||
            (known.ofOneState && asked.view === 'own'),
        )}
      />
      <ListFilters
        t={t}
        filters={shown.map((name) => ({
          name: t(`list.names.${name}`),
          value: filterText(locale, t, words, asked, name, reviews),
          without: at({ [name]: undefined }),
        }))}
        all={at(
          Object.fromEntries(
            listFilters
              .filter((name) => name !== 'status' || !works)
              .map((name) => [name, undefined]),
          ),
        )}
      />
      {inQueue && needs.length > 0 ? (
        <QueueNews
          locale={locale}
          t={t}
          by={actor.accountId ?? ''}
          lookedAt={lookedAt}
          needs={needs}
        />
      ) : null}
      {needs.length === 0 ? (
        <p className="lead">{asked.at ? t('list.noMore') : empty}</p>
      ) : (
        <>
          <p className="note">
            {total > 10_000
              ? t('list.moreThan', { count: 10_000 })
              : t('needs.total', { count: total })}
          </p>
          <form id={selection} method="post" action={`/${locale}/needs/export`} className="tools">
            <input type="hidden" name="show" value={asked.view} />
            {(['sort', 'state', 'review'] as const).map((name) =>
              asked[name] ? (
                <input key={name} type="hidden" name={name} value={asked[name]} />
              ) : null,
            )}
            {asked.columns.map((column) => (
              <input key={column} type="hidden" name="column" value={column} />
            ))}
            <a href={`/${locale}/needs/export${needsAddress(asked, known.views)}`} rel="nofollow">
              {t('list.exportAll')}
            </a>
            <button className="as-link">{t('list.exportSelected')}</button>
            {decides ? (
              <a
                href={`/${locale}/decisions/new?verb=${decides}&${needsAddress(asked, known.views).slice(1)}`}
                rel="nofollow"
              >
                {t(`deciding.offer.${decides}`)}
              </a>
            ) : null}
            <ListSelection
              form={selection}
              kept={`needs ${list.list} ${actor.accountId ?? ''}`}
              texts={{
                selected: t('list.selected'),
                all: t('list.selectAll'),
                none: t('list.selectNone'),
                most: t('list.mostSelected'),
              }}
            />
          </form>
          <NeedsTable
            locale={locale}
            t={t}
            needs={needs}
            caption={t(`list.captions.${asked.sort}`)}
            vocabulary={words}
            columns={asked.columns}
            selectedFor={selection}
            reading={{ actor, today: today() }}
            newSince={lookedAt}
          />
        </>
      )}
      {withdrawals.length > 0 ? (
        <>
          <h2>{t('queue.withdrawals')}</h2>
          <NeedsTable
            locale={locale}
            t={t}
            needs={withdrawals}
            caption={t('queue.withdrawals')}
            vocabulary={words}
          />
        </>
      ) : null}
      <Pages
        label={t('needs.pages')}
        where={before ? <a href={at({})}>{t('list.first')}</a> : null}
        previous={before ? { href: at({ before }), label: t('needs.previous') } : undefined}
        next={after ? { href: at({ after }), label: t('needs.following') } : undefined}
      />
    </Page>
  );
}
