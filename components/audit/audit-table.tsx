import { auditWhat } from '#components/audit/audit-what';
import { ScrollableTable } from '#components/ui/scrollable-table';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { AuditRow } from '#lib/people/audit/queries';

type Props = Readonly<{ locale: Locale; t: Translate; rows: readonly AuditRow[] }>;

/** What was done, a row each: who, when, what and from where. */
export const AuditTable = ({ locale, t, rows }: Props) => (
  <ScrollableTable label={t('audit.caption')}>
    <table>
      <caption className="away">{t('audit.caption')}</caption>
      <thead>
        <tr>
          {(['at', 'person', 'kind', 'what', 'network'] as const).map((column) => (
            <th key={column} scope="col" className="words">
              {t(`audit.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ log, seq, at, kind, name, email, change, what, network }) => (
          <tr key={`${log}-${seq}`}>
            <th scope="row">{formatInstant(locale, at)}</th>
            <td className="words">
              <bdi>{name ?? t('audit.nobody')}</bdi>
              <br />
              <bdi className="note">{email}</bdi>
            </td>
            <td className="words">{t(`audit.kinds.${kind}`)}</td>
            <td className="words">
              {change ? (
                <>
                  {auditWhat(t, { change })}
                  <br />
                </>
              ) : null}
              <bdi dir="ltr" className={change ? 'note' : undefined}>
                {what}
              </bdi>
            </td>
            <td className="words">
              <bdi>{network}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollableTable>
);
