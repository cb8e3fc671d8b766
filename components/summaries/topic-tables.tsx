import { NumberCell, ShareCell } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import type { NameOf } from '#lib/counting/summary-figures/context';
import { regionColumnHeads, Table } from '#components/summaries/table';
import type { Category } from '#lib/convention/categories';

/** The needs by topic and regional group. */
export function TopicsTable({
  locale,
  t,
  opens,
  count: { topics },
  nameOf,
}: SummaryView & { nameOf: NameOf }) {
  const heads = [
    t('summaries.topic'),
    ...regionColumnHeads(locale),
    t('summaries.needsColumn'),
    t('summaries.shareOfNeeds'),
    t('summaries.statesColumn'),
  ];
  return (
    <Table id="topics" caption={t('figures.topics')} heads={heads} note={t('figures.topicsRule')}>
      {topics.map(({ topic, needs, states, share, byRegion }) => (
        <tr key={topic}>
          <th scope="row">{nameOf(topic)}</th>
          {byRegion.map(({ region, needs: n }) => (
            <NumberCell
              key={region}
              locale={locale}
              n={n}
              href={opens?.('needs', { topic, region })}
            />
          ))}
          <NumberCell locale={locale} n={needs} href={opens?.('needs', { topic })} sum />
          <ShareCell locale={locale} share={share} />
          <NumberCell locale={locale} n={states} href={opens?.('states', { topic })} />
        </tr>
      ))}
    </Table>
  );
}

/** The needs of one category by topic. */
export function TopicsOfCategoryTable({
  locale,
  t,
  opens,
  count: { topics },
  nameOf,
  category,
  name,
}: SummaryView & { nameOf: NameOf; category: Category; name: string }) {
  return (
    <Table
      id="topics"
      caption={t('figures.topicsOfCategory', { category: name })}
      heads={[t('summaries.topic'), t('summaries.needsColumn')]}
      note={t('figures.topicsRule')}
    >
      {topics.map(({ topic, byCategory }) => (
        <tr key={topic}>
          <th scope="row">{nameOf(topic)}</th>
          <NumberCell
            locale={locale}
            n={byCategory[category] ?? 0}
            href={opens?.('needs', { topic, category })}
          />
        </tr>
      ))}
    </Table>
  );
}
