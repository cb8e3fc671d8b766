import type { Locale } from '#lib/convention/names';
import { formatChange, formatNumber, formatPercent } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { ComparedNumber } from '#lib/notes/comparison/compare-snapshots';

type Props = Readonly<{ locale: Locale; t: Translate; numbers: readonly ComparedNumber[] }>;

/** The numbers that differ between two editions, and what each change is made of. */
export function ComparedNumbers({ locale, t, numbers }: Props) {
  const format = (n: number | null, percent: boolean) => {
    if (n === null) return '–';
    return percent ? formatPercent(locale, n) : formatNumber(locale, n);
  };
  return (
    <div className="scroll">
      <table className="list">
        <caption className="away">{t('notes.compare.numbersCaption')}</caption>
        <thead>
          <tr>
            {(['number', 'before', 'after', 'change', 'coverage', 'revision', 'rest'] as const).map(
              (name) => (
                <th key={name} scope="col">
                  {t(`notes.compare.${name}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {numbers.map(({ key, definition, before, after, change, percent }) => (
            <tr key={key}>
              <th scope="row">{definition}</th>
              <td>{format(before, percent)}</td>
              <td>{format(after, percent)}</td>
              <td>
                {before === null || after === null ? '–' : formatChange(locale, after - before)}
              </td>
              {change
                ? [change.coverage, change.revision, change.rest].map((part, at) => (
                    <td key={at}>{formatChange(locale, part)}</td>
                  ))
                : [0, 1, 2].map((at) => <td key={at}>–</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
