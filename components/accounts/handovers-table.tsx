import type { HandoverSeen } from '#lib/colleagues/queries';
import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/format';
import type { Translate } from '#lib/i18n';

/** Who handed over to whom, by which letter, and when. */
export function HandoversTable({ locale, t, handovers }: Readonly<{ locale: Locale; t: Translate; handovers: readonly HandoverSeen[] }>) {
  return (
    <>
      <h2>{t('colleagues.past')}</h2>
      <div className="scroll">
        <table>
          <caption className="away">{t('colleagues.past')}</caption>
          <thead><tr>{(['from', 'to', 'letter', 'at'] as const).map((column) => <th key={column} scope="col" className="words">{t(`colleagues.${column}`)}</th>)}</tr></thead>
          <tbody>
            {handovers.map(({ id, from, to, letter, at }) => (
              <tr key={id}><th scope="row"><bdi>{from}</bdi></th><td className="words"><bdi>{to}</bdi></td><td className="words"><bdi>{letter ?? '–'}</bdi></td><td className="words">{formatDate(locale, at.slice(0, 10))}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
