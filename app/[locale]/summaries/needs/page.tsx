import { NeedsTable } from '#components/needs/needs-table';
import { LargeNumbers } from '#components/summaries/totals';
import { Pagination } from '#components/ui/page';
import { parseCursor } from '#lib/needs/lists/keyset';
import { pageOfNeeds } from '#lib/needs/lists/list-queries';
import { translationsInto } from '#lib/needs/translations/queries';
import { needsListForPage } from '#lib/counting/summaries/page-queries';
import { summaryQuery } from '#lib/counting/filter/page-query';
import { MissingPage } from '../../missing-page';
import { ListPage } from '../list-page';
import { readList, type SummaryParams } from '../read-summary';

const pageSize = 50;
const columns = ['reference', 'state', 'provision', 'category', 'text'] as const;

/** The cursor that the address names; undefined for the first page. */
const cursorIn = (toward: 'after' | 'before', value: string | string[] | undefined) =>
  typeof value === 'string' ? parseCursor(toward, value, 'reference') : undefined;

/** Exactly the needs that a number counts, by reference, as they counted at its revision. */
export default async function NeedsBehind({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readList(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, view, question } = reading;
  const { t, count } = view;
  const total = count.totals.needs;
  const query = await searchParams;
  const cursor = cursorIn('after', query.after) ?? cursorIn('before', query.before);
  const list = needsListForPage(actor, question);
  const { needs, before, after } = await pageOfNeeds(actor, {
    ...list,
    at: cursor,
    size: pageSize,
  });
  const isPast = list.past !== undefined;
  const translations = isPast ? undefined : await translationsInto(actor, locale, needs);
  const firstPage = `/${locale}/summaries/needs${summaryQuery(question.parameters)}`;
  const pageAt = (toward: 'after' | 'before', place: string) =>
    `${firstPage}&${toward}=${encodeURIComponent(place)}`;
  return (
    <ListPage reading={reading} title={t('seen.needsTitle')} place="needs">
      <LargeNumbers
        locale={locale}
        t={t}
        totals={[{ id: 'total-needs', label: t('summaries.needs', { count: total }), n: total }]}
      />
      {needs.length > 0 ? (
        <NeedsTable
          {...{ locale, t, needs, columns, translations }}
          caption={t('list.captions.reference')}
          revision={list.past?.revision}
        />
      ) : (
        <p className="lead">{t(cursor ? 'list.noMore' : 'needs.empty')}</p>
      )}
      <Pagination
        label={t('needs.pages')}
        where={before ? <a href={firstPage}>{t('list.first')}</a> : null}
        previous={
          before ? { href: pageAt('before', before), label: t('needs.previous') } : undefined
        }
        next={after ? { href: pageAt('after', after), label: t('needs.following') } : undefined}
      />
    </ListPage>
  );
}
