import { formatNumber, formatPercent } from '#lib/text/format';
import type { Naming } from '#components/published/meaning';
import type { CheckedNumber } from '#lib/counting/published/check-note';
import type { ContradictionReason } from '#lib/counting/published/vocabulary';

type Context = Pick<Naming, 'locale' | 't'>;

/** A number as it is printed: a count, or a percentage. */
export const printed = (
  { locale }: Context,
  unit: 'count' | 'percent',
  value: number | null,
): string =>
  unit === 'percent' || value === null ? formatPercent(locale, value) : formatNumber(locale, value);

function whyText({ t }: Context, why: ContradictionReason): string {
  switch (why.why) {
    case 'rowTotal':
      return t('published.why.rowTotal', {
        first: why.first,
        second: why.second,
        right: why.right,
      });
    case 'wrongTotals':
      return t('published.why.wrongTotals', { n: why.n, right: why.right });
    case 'columnShort':
      return t('published.why.columnShort', { right: why.right });
    default:
      return t(`published.why.${why.why}`);
  }
}

const marks = { same: '✓', 'by-rule': '≈', contradiction: '!', differs: '≠' } as const;

function resultText({ locale, t }: Context, { number, byRule, verdict }: CheckedNumber): string {
  const { rule, unit } = number;
  if (verdict !== 'by-rule') return t(`published.results.${verdict}`);
  if (rule === null) return t('published.results.same');
  if (byRule === null) return t('published.results.byRule', { rule });
  return t('published.results.byRuleAlone', { rule, number: printed({ locale, t }, unit, byRule) });
}

/** Whether a number agrees, by which rule, or why it cannot be right. */
export function Result({ locale, t, checked }: Context & { checked: CheckedNumber }) {
  const { number, verdict } = checked;
  const { contradiction } = number;
  const text = resultText({ locale, t }, checked);
  return (
    <>
      <span className={`mark ${verdict}`} data-mark={marks[verdict]}>
        {text}
      </span>
      {contradiction ? <> {whyText({ locale, t }, contradiction.why)}</> : null}
    </>
  );
}
