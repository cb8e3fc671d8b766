import { LargeNumbers } from '#components/summaries/totals';
import { compareStateNames, stateName } from '#lib/convention/states';
import { statesForPage } from '#lib/counting/summaries/page-queries';
import { MissingPage } from '../../missing-page';
import { ListPage } from '../list-page';
import { readList, type SummaryParams } from '../read-summary';

/**
 * Exactly the States that a number counts, by name only: the page never compares States.
 */
export default async function StatesBehind({ params, searchParams }: SummaryParams) {
  const { locale } = await params;
  const reading = await readList(locale, searchParams);
  if (!reading) return <MissingPage locale={locale} />;
  const { actor, view, question } = reading;
  const { t, count } = view;
  const codes = await statesForPage(actor, question);
  const inOrder = compareStateNames(locale);
  const states = codes
    .map((code) => ({ code, name: stateName(code, locale) }))
    .sort((a, b) => inOrder(a.name, b.name) || (a.code < b.code ? -1 : 1));
  return (
    <ListPage reading={reading} title={t('seen.statesTitle')} place="states">
      <LargeNumbers
        locale={locale}
        t={t}
        totals={[
          {
            id: 'total-states',
            label: t('summaries.statesWithNeeds', { count: count.totals.statesWithNeeds }),
            n: count.totals.statesWithNeeds,
          },
        ]}
      />
      <p className="note">{t('seen.alphabetical')}</p>
      <ul className="states" aria-label={t('seen.listOfStates')}>
        {states.map(({ code, name }) => (
          <li key={code}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </ListPage>
  );
}
