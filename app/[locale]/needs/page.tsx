import { QueueNews } from '#components/queue/queue-news';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Notice, Page, Pagination } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import { formResult } from '#lib/http/form-result';
import type { SearchParams } from '#lib/needs/lists/list-parameters';
import { currentActor } from '#lib/sessions/auth';
import { translator } from '#lib/text/i18n';
import { ActiveFilters, SearchForm } from './list-filtering';
import { BlindnessNotice, EnterLink, ListLead, ListTabs, UnknownParameters } from './list-head';
import { ListResults, WithdrawalRequests } from './list-results';
import { listAddress, loadList } from './load-list';

type Params = { params: Promise<{ locale: Locale }>; searchParams: Promise<SearchParams> };

export default async function Needs({ params, searchParams }: Params) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await currentActor();
  const query = await searchParams;
  const list = await loadList(actor, locale, query);
  const { isQueue, needs, lookedAt, before, after } = list;
  const title = isQueue ? t('needs.queueTitle') : t('needs.title');
  const common = { locale, t, actor, list };
  const addressAt = (place: { before: string } | { after: string }) =>
    listAddress(locale, list, place);
  return (
    <Page title={title} site={t('site.name')}>
      <h1>{title}</h1>
      <FormResultNotice
        problem={t('problem.title')}
        errors={[]}
        notice={formResult(locale, t).notice}
      />
      {query.done === 'nothing' ? (
        <Notice>
          <p>{t('list.nothingSelected')}</p>
        </Notice>
      ) : null}
      <ListLead {...common} />
      {isQueue ? null : <EnterLink {...common} />}
      <ListTabs {...common} />
      <UnknownParameters {...common} />
      <BlindnessNotice {...common} />
      <SearchForm {...common} />
      <ActiveFilters {...common} />
      {isQueue && needs.length > 0 ? (
        <QueueNews
          locale={locale}
          t={t}
          by={actor.accountId ?? ''}
          lookedAt={lookedAt}
          needs={needs}
        />
      ) : null}
      <ListResults {...common} />
      <WithdrawalRequests {...common} />
      <Pagination
        label={t('needs.pages')}
        where={before ? <a href={listAddress(locale, list)}>{t('list.first')}</a> : null}
        previous={before ? { href: addressAt({ before }), label: t('needs.previous') } : undefined}
        next={after ? { href: addressAt({ after }), label: t('needs.following') } : undefined}
      />
      {isQueue ? <EnterLink {...common} /> : null}
    </Page>
  );
}
