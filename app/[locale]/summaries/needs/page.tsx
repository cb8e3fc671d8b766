import { NeedsTable } from '#components/needs/needs-table';
import { LargeNumbers } from '#components/summaries/totals';
import { Pages } from '#components/ui/page';
import { cursorOf } from '#lib/needs/lists/keyset';
import { pageOfNeeds } from '#lib/needs/lists/list-queries';
import { needsAsked } from '#lib/counting/summaries/page-queries';
import { summaryQuery } from '#lib/counting/summaries/asked';
import { MissingPage } from '../../missing-page';
import { ListPage } from '../list-page';
import { readList, type SummaryParams } from '../reading';

const size = 50;
const columns = ['reference', 'state', 'provision', 'category', 'text'] as const;

/** A place in the list, as it stands in the address; the first page where it is none. */
const placeIn = (toward: 'after' | 'before', value: string | string[] | undefined) =>
  typeof value === 'string' ? cursorOf(toward, value, 'reference') : undefined;

/** Exactly the needs that a number counts, by reference. */
export default async function NeedsBehind({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readList(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const {
    actor,
    shown: {
      t,
      count: { totals },
    },
    question,
  } = reading;
  const { asked } = question;
  const query = await searchParams;
  const at = placeIn('after', query.after) ?? placeIn('before', query.before);
  const { needs, before, after } = await pageOfNeeds(actor, {
    list: 'approved',
    filter: needsAsked(actor, question),
    sort: 'reference',
    at,
    size,
  });
  const link = (toward: 'after' | 'before', place: string) =>
    `/${locale}/summaries/needs${summaryQuery(asked)}&${toward}=${encodeURIComponent(place)}`;
  return (
    <ListPage reading={reading} title={t('seen.needsTitle')} place="needs">
      <LargeNumbers
        locale={locale}
        t={t}
        totals={[
          {
            id: 'total-needs',
            label: t('summaries.needs', { count: totals.needs }),
            n: totals.needs,
          },
        ]}
      />
      {needs.length > 0 ? (
        <NeedsTable
          locale={locale}
          t={t}
          needs={needs}
          caption={t('list.captions.reference')}
          columns={columns}
        />
      ) : (
        <p className="lead">{t(at ? 'list.noMore' : 'needs.empty')}</p>
      )}
      <Pages
        label={t('needs.pages')}
        where={
          before ? (
            <a href={`/${locale}/summaries/needs${summaryQuery(asked)}`}>{t('list.first')}</a>
          ) : null
        }
        previous={before ? { href: link('before', before), label: t('needs.previous') } : undefined}
        next={after ? { href: link('after', after), label: t('needs.following') } : undefined}
      />
    </ListPage>
  );
}
