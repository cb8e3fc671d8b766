import type { ReactNode } from 'react';
import type { Locale } from '#lib/convention/names';
import { formatNumber, formatPercent } from '#lib/text/format';
import type { Share } from '#lib/counting/figures/figures';

type Linked = Readonly<{
  /** The address of the list of what the number counts. */
  href?: string;
}>;

/** A number as a link to the list of what it counts; a zero has no list. */
export const CountLink = ({ n, href, children }: Linked & { n: number; children: ReactNode }) =>
  href && n > 0 ? (
    <a className="opens" href={href}>
      {children}
    </a>
  ) : (
    children
  );

/** A count in a cell; a zero is printed faintly. */
export const NumberCell = ({
  locale,
  n,
  sum,
  href,
}: Linked & { locale: Locale; n: number; sum?: boolean }) => (
  <td className={[n === 0 && 'zero', sum && 'sum'].filter(Boolean).join(' ') || undefined}>
    <CountLink n={n} href={href}>
      {formatNumber(locale, n)}
    </CountLink>
  </td>
);

/**
 * A share in a cell, with a link to what it counts; an en dash where the base is empty.
 */
export const ShareCell = ({
  locale,
  share: { n, percent },
  href,
}: Linked & { locale: Locale; share: Share }) => (
  <td>
    <CountLink n={n} href={href}>
      {formatPercent(locale, percent)}
    </CountLink>
  </td>
);
