import { Table } from '#components/summaries/table';
import { LargeNumbers } from '#components/summaries/totals';
import { compareStateNames, stateName } from '#lib/convention/states';
import { dateFromNumber } from '#lib/text/dates';
import { formatDate } from '#lib/text/format';
import { summariesForPage } from '#lib/counting/summaries/page-queries';
import { MissingPage } from '../../missing-page';
import { ListPage } from '../list-page';
import { readList, type SummaryParams } from '../read-summary';

/** Exactly the completed summaries that a number counts, by State. */
export default async function SummariesBehind({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readList(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, view, question } = reading;
  const { t, count } = view;
  const found = await summariesForPage(actor, question);
  const inOrder = compareStateNames(locale);
  const summaries = found
    .map((each) => ({ ...each, name: stateName(each.code, locale) }))
    .sort((a, b) => inOrder(a.name, b.name) || (a.id < b.id ? -1 : 1));
  return (
    <ListPage reading={reading} title={t('seen.completedTitle')} place="completed">
      <LargeNumbers
        locale={locale}
        t={t}
        totals={[
          {
            id: 'total-summaries',
            label: t('summaries.completedSummaries', { count: count.totals.summaries }),
            n: count.totals.summaries,
          },
        ]}
      />
      <p className="note">{t('seen.alphabetical')}</p>
      <Table
        id="completed"
        caption={t('seen.listOfSummaries')}
        heads={[
          t('seen.state'),
          ...[t('seen.completedOn'), t('seen.symbol')].map((head) => (
            <span key={head} className="words">
              {head}
            </span>
          )),
        ]}
      >
        {summaries.map(({ id, name, completedOn, symbol }) => (
          <tr key={id}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td className="words">{formatDate(locale, dateFromNumber(completedOn))}</td>
            <td className="words">
              <bdi>{symbol ?? '–'}</bdi>
            </td>
          </tr>
        ))}
      </Table>
    </ListPage>
  );
}
