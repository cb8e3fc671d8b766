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

type RowProps = Pick<Props, 'locale' | 't' | 'faultText'> &
  Readonly<{ row: PlannedActivity; withRemarks: boolean }>;

const OutcomeCell = ({ t, row: { outcome, activity } }: RowProps) => (
  <td className="words">
    <StatusTag
      code={outcome}
      mark={marks[outcome]}
      label={t(`assistance.importing.outcomes.${outcome}`)}
    />
    {activity ? (
      <>
        {' '}
        <bdi>{activity.reference}</bdi>
      </>
    ) : null}
  </td>
);

const FaultsCell = ({ row: { faults }, faultText }: RowProps) => (
  <td className="words">
    {faults.length > 0 ? (
      <ul>
        {faults.map((fault) => (
          <li key={fault.column + fault.key + (fault.value ?? '')}>{faultText(fault)}</li>
        ))}
      </ul>
    ) : null}
  </td>
);

function ImportRow(props: RowProps) {
  const { locale, t, row, withRemarks } = props;
  return (
    <tr>
      <th scope="row">
        <span className="in-stack">{t('assistance.importing.row')} </span>
        {formatNumber(locale, row.line)}
      </th>
      <td className="words text">
        <bdi>{row.title || '–'}</bdi>
      </td>
      <OutcomeCell {...props} />
      {withRemarks ? <FaultsCell {...props} /> : null}
    </tr>
  );
}

/** Every row of an import file, with its outcome and its faults. */
export function ImportTable({ locale, t, rows, caption, faultText }: Props) {
  const withRemarks = rows.some((row) => row.faults.length > 0);
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
            {withRemarks ? (
              <th scope="col" className="words">
                {t('assistance.importing.remarks')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ImportRow key={row.line} {...{ locale, t, row, faultText, withRemarks }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
