import type { ReactNode } from 'react';
import { CountLink, NumberCell } from '#components/summaries/numbers';
import { Table } from '#components/summaries/table';
import type { Locale } from '#lib/convention/names';
import { formatChange, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { CountChange } from '#lib/counting/comparisons/compare';
import type { Share } from '#lib/counting/figures/figures';

export type Comparing = Readonly<{
  locale: Locale;
  t: Translate;
  /** The heads of the two sides. */
  heads: readonly [first: string, second: string];
  /** Whether the sides are two points in time: two regions have a difference, but no history. */
  overTime: boolean;
}>;
/** Where the numbers of the two sides lead. */
type SideLinks = Readonly<{ before?: string; after?: string }>;
export type ChangeRow = Readonly<{ key: string; label: ReactNode; change: CountChange }> & {
  opens?: SideLinks;
};

const SignedCell = ({ locale, n }: { locale: Locale; n: number }) => (
  <td className={n === 0 ? 'zero' : undefined}>{formatChange(locale, n)}</td>
);

/** The numbers of both sides, and the parts of each change. */
export function ChangesTable({
  locale,
  t,
  heads,
  overTime,
  id,
  caption,
  rows,
  note,
}: Comparing &
  Readonly<{ id: string; caption: string; rows: readonly ChangeRow[]; note?: string }>) {
  const columns = [
    t('compared.what'),
    ...heads,
    t(overTime ? 'compared.change' : 'compared.difference'),
    ...(overTime ? [t('compared.coverage'), t('compared.revision'), t('compared.rest')] : []),
  ];
  return (
    <Table id={id} caption={caption} heads={columns} note={note}>
      {rows.map(({ key, label, opens, change: { before, after, coverage, revision, rest } }) => (
        <tr key={key} data-key={key}>
          <th scope="row">{label}</th>
          <NumberCell locale={locale} n={before} href={opens?.before} />
          <NumberCell locale={locale} n={after} href={opens?.after} />
          <SignedCell locale={locale} n={after - before} />
          {overTime ? (
            <>
              <SignedCell locale={locale} n={coverage} />
              <SignedCell locale={locale} n={revision} />
              <SignedCell locale={locale} n={rest} />
            </>
          ) : null}
        </tr>
      ))}
    </Table>
  );
}

export type ShareRow = Readonly<{
  key: string;
  label: ReactNode;
  before: Share;
  after: Share;
  opens?: SideLinks;
}>;

/**
 * The shares of both sides with their counts. The difference is that of the two percentages as they
 * are printed.
 */
export function SharesTable({
  locale,
  t,
  heads,
  id,
  caption,
  rows,
}: Comparing & Readonly<{ id: string; caption: string; rows: readonly ShareRow[] }>) {
  const cell = ({ n, of, percent }: Share, href?: string) => (
    <td>
      <CountLink n={n} href={href}>
        {formatPercent(locale, percent)}
      </CountLink>{' '}
      <small>{t('figures.of', { n, of })}</small>
    </td>
  );
  return (
    <Table
      id={id}
      caption={caption}
      heads={[t('compared.what'), ...heads, t('compared.points')]}
      note={t('compared.pointsNote')}
    >
      {rows.map(({ key, label, before, after, opens }) => (
        <tr key={key} data-key={key}>
          <th scope="row">{label}</th>
          {cell(before, opens?.before)}
          {cell(after, opens?.after)}
          {before.percent === null || after.percent === null ? (
            <td>–</td>
          ) : (
            <SignedCell locale={locale} n={after.percent - before.percent} />
          )}
        </tr>
      ))}
    </Table>
  );
}
