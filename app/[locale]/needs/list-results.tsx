import { ListSelection } from '#components/needs/list-selection';
import { NeedsTable } from '#components/needs/needs-table';
import { selectionKey } from '#components/needs/selection-key';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import { needsListAddress } from '#lib/needs/lists/list-parameters';
import { mayImportTranslations } from '#lib/needs/translations/import-commands';
import { listFilters } from '#lib/needs/model/vocabulary';
import { today } from '#lib/text/dates';
import type { Translate } from '#lib/text/i18n';
import type { NeedsList } from './load-list';

type Props = Readonly<{ locale: Locale; t: Translate; actor: Actor; list: NeedsList }>;

const selectionForm = 'selection';
const largestTotal = 10_000;

/** Which decision a reviewer can take on all listed needs at once, if any. */
function bulkDecisionOf({ actor, list }: Pick<Props, 'actor' | 'list'>) {
  const { view, status } = list.query;
  if (actor.role !== 'reviewer' || view === 'all') return undefined;
  if (status === 'approved') return 'reopen';
  const isUndecided = list.isQueue || status === 'submitted' || status === 'recoded';
  return isUndecided ? 'approve' : undefined;
}

function emptyText({ t, actor, list }: Omit<Props, 'locale'>): string {
  const { query, isQueue } = list;
  if (query.at) return t('list.noMore');
  if (listFilters.some((name) => query[name])) return t('needs.empty');
  if (isQueue) return t('needs.emptyQueue');
  return t(actor.stateId && query.view === 'own' ? 'needs.emptyOwn' : 'needs.empty');
}

/** The parameters of the list as hidden fields of the export. */
const ExportParameters = ({ list: { query, known } }: Pick<Props, 'list'>) => (
  <>
    <input type="hidden" name="show" value={query.view} />
    {(['sort', 'state', 'review'] as const).map((name) =>
      query[name] ? <input key={name} type="hidden" name={name} value={query[name]} /> : null,
    )}
    <input type="hidden" name="filter" value={needsListAddress(query, known.views).slice(1)} />
    {query.columns.map((column) => (
      <input key={column} type="hidden" name="column" value={column} />
    ))}
  </>
);

/** Exports all or the selected needs, and leads to a decision on all of them. */
function ListTools({ locale, t, actor, list }: Props) {
  const parameters = needsListAddress(list.query, list.known.views);
  const decision = bulkDecisionOf({ actor, list });
  return (
    <form
      id={selectionForm}
      method="post"
      action={`/${locale}/needs/export`}
      className="tools"
      data-drafts="own"
    >
      <ExportParameters list={list} />
      <a href={`/${locale}/needs/export${parameters}`} rel="nofollow">
        {t('list.exportAll')}
      </a>
      <button className="as-link">{t('list.exportSelected')}</button>
      {mayImportTranslations(actor).ok ? (
        <a href={`/${locale}/needs/translations${parameters}`} rel="nofollow">
          {t('needTranslations.title')}
        </a>
      ) : null}
      {decision ? (
        <>
          <input type="hidden" name="by" value={actor.accountId ?? ''} />
          <button
            className="as-link"
            formAction={`/${locale}/decisions/choose`}
            name="verb"
            value={decision}
            title={t('deciding.offerHint')}
          >
            {t(`deciding.offer.${decision}`)}
          </button>
        </>
      ) : null}
      <ListSelection
        formId={selectionForm}
        storageKey={selectionKey(list.source, actor.accountId)}
        texts={{
          selected: t('list.selected'),
          all: t('list.selectAll'),
          none: t('list.selectNone'),
          most: t('list.mostSelected'),
        }}
      />
    </form>
  );
}

/** The total, the tools and the table of the listed needs. */
export function ListResults(props: Props) {
  const { locale, t, actor, list } = props;
  const { needs, total, query, vocabulary, lookedAt, openComments, translations } = list;
  if (needs.length === 0) return <p className="lead">{emptyText(props)}</p>;
  return (
    <>
      <p className="note">
        {total > largestTotal
          ? t('list.moreThan', { count: largestTotal })
          : t('needs.total', { count: total })}
      </p>
      <ListTools {...props} />
      <NeedsTable
        locale={locale}
        t={t}
        needs={needs}
        caption={t(`list.captions.${query.sort}`)}
        vocabulary={vocabulary}
        columns={query.columns}
        selectedFor={selectionForm}
        viewer={{ actor, today: today() }}
        newSince={lookedAt}
        openComments={openComments}
        translations={translations}
      />
    </>
  );
}

/** The requests for withdrawal that await a reviewer. */
export function WithdrawalRequests({
  locale,
  t,
  list: { withdrawals, vocabulary },
}: Omit<Props, 'actor'>) {
  if (withdrawals.length === 0) return null;
  return (
    <>
      <h2>{t('queue.withdrawals')}</h2>
      <NeedsTable
        locale={locale}
        t={t}
        needs={withdrawals}
        caption={t('queue.withdrawals')}
        vocabulary={vocabulary}
      />
    </>
  );
}
