import { NumberCell, ShareCell } from '#components/summaries/numbers';
import type { Shown } from '#components/summaries/shown';
import type { Opens } from '#lib/counting/summary-figures/context';
import { regionHeads, Table } from '#components/summaries/table';
import { listedCategories } from '#lib/counting/summary-figures/tables';
import { categoryShortName } from '#lib/convention/categories';
import { share } from '#lib/counting/summaries/figures';
import type { Count } from '#lib/counting/summaries/numbers';

/** One chapter, or both together: its count and where its numbers lead. */
export type ChapterRow = Readonly<{ key: string; name: string; count: Count; opens?: Opens }>;
type Props = Pick<Shown, 'locale' | 't'> & Readonly<{ rows: readonly ChapterRow[] }>;

/**
 * The chapters of a cycle beside each other: needs and States, by regional group and by category.
 */
export function ChaptersTables({ locale, t, rows }: Props) {
  const together = rows.at(-1)!.count;
  const categories = listedCategories(together).map(({ category }) => category);
  const needs = ({ count }: ChapterRow) => count.totals.needs;
  return (
    <>
      <Table
        id="chapters"
        caption={t('seen.together.caption')}
        heads={[
          t('summaries.chapter'),
          ...regionHeads(locale),
          t('summaries.needsColumn'),
          t('summaries.shareOfNeeds'),
          t('summaries.statesColumn'),
        ]}
        note={t('seen.together.note')}
      >
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {row.count.regions.map(({ region, needs: n }) => (
              <NumberCell
                key={region}
                locale={locale}
                n={n}
                href={row.opens?.('needs', { region })}
              />
            ))}
            <NumberCell locale={locale} n={needs(row)} href={row.opens?.('needs')} sum />
            <ShareCell locale={locale} share={share(needs(row), together.totals.needs)} />
            <NumberCell
              locale={locale}
              n={row.count.totals.statesWithNeeds}
              href={row.opens?.('states')}
            />
          </tr>
        ))}
      </Table>
      <Table
        id="chapters-categories"
        caption={t('summaries.categories')}
        heads={[
          t('summaries.chapter'),
          ...categories.map((category) => categoryShortName(category, locale)),
          t('summaries.needsColumn'),
        ]}
      >
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {categories.map((category) => (
              <NumberCell
                key={category}
                locale={locale}
                n={row.count.categories.find((each) => each.category === category)!.needs}
                href={row.opens?.('needs', { category })}
              />
            ))}
            <NumberCell locale={locale} n={needs(row)} href={row.opens?.('needs')} sum />
          </tr>
        ))}
      </Table>
    </>
  );
}
