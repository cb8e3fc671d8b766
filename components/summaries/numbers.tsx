import type { ReactNode } from 'react';
import type { Locale } from '#lib/convention/names';
import { formatNumber, formatPercent } from '#lib/text/format';
import type { Share } from '#lib/counting/summaries/figures';

type Opening = Readonly<{
  /** Where the number leads: the list of what it counts. */ href?: string;
}>;

/** A number as a link to what it counts. Nothing is behind a zero. */
export const Opened = ({ n, href, children }: Opening & { n: number; children: ReactNode }) =>
  href && n > 0 ? (
    <a className="opens" href={href}>
      {children}
    </a>
  ) : (
    children
  );

/** A count in a cell; a zero stands back. */
export const NumberCell = ({
  locale,
  n,
  sum,
  href,
}: Opening & { locale: Locale; n: number; sum?: boolean }) => (
  <td className={[n === 0 && 'zero', sum && 'sum'].filter(Boolean).join(' ') || undefined}>
    <Opened n={n} href={href}>
      {formatNumber(locale, n)}
    </Opened>
  </td>
);

/**
 * A share in a cell, which opens onto what it is a share of; an en dash where the base is empty.
 */
export const ShareCell = ({
  locale,
  share: { n, percent },
  href,
}: Opening & { locale: Locale; share: Share }) => (
  <td>
    <Opened n={n} href={href}>
      {formatPercent(locale, percent)}
    </Opened>
  </td>
);
