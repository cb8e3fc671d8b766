import type { Locale } from '#lib/convention/names';
import { formatInstant, formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Backup = Readonly<{ name: string; at: string; bytes: number }>;
type Props = Readonly<{ locale: Locale; t: Translate; backups: readonly Backup[] }>;

/** The backups that there are, the latest first. */
export function BackupsTable({ locale, t, backups }: Props) {
  return (
    <div className="scroll">
      <table>
        <caption className="away">{t('operation.backups')}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              {t('operation.backupOf')}
            </th>
            <th scope="col">{t('operation.size')}</th>
          </tr>
        </thead>
        <tbody>
          {backups.map(({ name, at, bytes }) => (
            <tr key={name}>
              <th scope="row">{formatInstant(locale, at)}</th>
              <td>{formatNumber(locale, Math.ceil(bytes / 1000))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
