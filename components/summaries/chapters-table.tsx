import { NumberCell, ShareCell } from '#components/summaries/numbers';
import type { SummaryView } from '#components/summaries/summary-view';
import type { DrillDown } from '#lib/counting/summary-figures/context';
import { regionColumnHeads, Table } from '#components/summaries/table';
import { listedCategories } from '#lib/counting/summary-figures/tables';
import { categoryShortName } from '#lib/convention/categories';
import { share } from '#lib/counting/figures/figures';
import type { Count } from '#lib/counting/count/count-types';

/** One chapter, or both together: its count and the lists behind its numbers. */
type ChapterRow = Readonly<{ key: string; name: string; count: Count; opens?: DrillDown }>;
type Props = Pick<SummaryView, 'locale' | 't'> & Readonly<{ rows: readonly ChapterRow[] }>;

/** The last row is all chapters together. */
const together = (rows: readonly ChapterRow[]): Count => rows.at(-1)!.count;

/** Needs by regional group, and States. */
function RegionsOfChapters({ locale, t, rows }: Props) {
  const { totals: all } = together(rows);
  return (
    <Table
      id="chapters"
      caption={t('seen.together.caption')}
      heads={[
        t('summaries.chapter'),
        ...regionColumnHeads(locale),
        t('summaries.needsColumn'),
        t('summaries.shareOfNeeds'),
        t('summaries.statesColumn'),
      ]}
      note={t('seen.together.note')}
    >
      {rows.map(({ key, name, count: { regions, totals }, opens }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          {regions.map(({ region, needs }) => (
            <NumberCell
              key={region}
              locale={locale}
              n={needs}
              href={opens?.('needs', { region })}
            />
          ))}
          <NumberCell locale={locale} n={totals.needs} href={opens?.('needs')} sum />
          <ShareCell locale={locale} share={share(totals.needs, all.needs)} />
          <NumberCell locale={locale} n={totals.statesWithNeeds} href={opens?.('states')} />
        </tr>
      ))}
    </Table>
  );
}

/** Needs by category. */
function CategoriesOfChapters({ locale, t, rows }: Props) {
  const categories = listedCategories(together(rows)).map(({ category }) => category);
  const needsOf = (count: Count, category: string) =>
    count.categories.find((each) => each.category === category)!.needs;
  return (
    <Table
      id="chapters-categories"
      caption={t('summaries.categories')}
      heads={[
        t('summaries.chapter'),
        ...categories.map((category) => categoryShortName(category, locale)),
        t('summaries.needsColumn'),
      ]}
    >
      {rows.map(({ key, name, count, opens }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          {categories.map((category) => (
            <NumberCell
              key={category}
              locale={locale}
              n={needsOf(count, category)}
              href={opens?.('needs', { category })}
            />
          ))}
          <NumberCell locale={locale} n={count.totals.needs} href={opens?.('needs')} sum />
        </tr>
      ))}
    </Table>
  );
}

/** The chapters of a cycle side by side: needs and States, by regional group and by category. */
export const ChaptersTables = (props: Props) => (
  <>
    <RegionsOfChapters {...props} />
    <CategoriesOfChapters {...props} />
  </>
);
