import type { Locale } from '#lib/convention/names';
import { formatNumber, formatPercent } from '#lib/format';
import type { Share } from '#lib/summaries/figures';

/** A count in a cell; a zero stands back. */
export const NumberCell = ({ locale, n, sum }: { locale: Locale; n: number; sum?: boolean }) =>
  <td className={[n === 0 && 'zero', sum && 'sum'].filter(Boolean).join(' ') || undefined}>{formatNumber(locale, n)}</td>;

/** A share in a cell; an en dash where the base is empty. */
export const ShareCell = ({ locale, share: { percent } }: { locale: Locale; share: Share }) => <td>{formatPercent(locale, percent)}</td>;
