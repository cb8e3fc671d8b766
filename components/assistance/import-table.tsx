import { StatusTag } from '#components/ui/page';
import type { PlannedActivity } from '#lib/assistance/imports/plan';
import type { RowOutcome } from '#lib/needs/imports/pipeline/row-plan';
import { formatNumber } from '#lib/text/format';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

const marks: Readonly<Record<RowOutcome, string>> = {
  new: '+',
  changed: '~',
  same: '=',
  wrong: '!',
};

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  rows: readonly PlannedActivity[];
  caption: string;
  faultText: (fault: PlannedActivity['faults'][number]) => string;
}>;

/** Every row of a file and what would become of it. */
export function ImportTable({ locale, t, rows, caption, faultText }: Props) {
  const faults = rows.some((row) => row.faults.length > 0);
  return (
    <div className="scroll">
      <table className="preview stacked">
        <caption className="away">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('assistance.importing.row')}</th>
            <th scope="col" className="words">
              {t('assistance.fields.title')}
            </th>
            <th scope="col" className="words">
              {t('assistance.importing.outcome')}
            </th>
            {faults ? (
              <th scope="col" className="words">
                {t('assistance.importing.remarks')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row">
                <span className="in-stack">{t('assistance.importing.row')} </span>
                {formatNumber(locale, row.line)}
              </th>
              <td className="words text">
                <bdi>{row.title || '–'}</bdi>
              </td>
              <td className="words">
                <StatusTag
                  code={row.outcome}
                  mark={marks[row.outcome]}
                  label={t(`assistance.importing.outcomes.${row.outcome}`)}
                />
                {row.activity ? (
                  <>
                    {' '}
                    <bdi>{row.activity.reference}</bdi>
                  </>
                ) : null}
              </td>
              {faults ? (
                <td className="words">
                  {row.faults.length > 0 ? (
                    <ul>
                      {row.faults.map((fault) => (
                        <li key={fault.column + fault.key + (fault.value ?? '')}>
                          {faultText(fault)}
                        </li>
                      ))}
                    </ul>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
