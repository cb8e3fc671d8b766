import type { HandoverView } from '#lib/people/handovers/queries';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  handovers: readonly HandoverView[];
  withState?: boolean;
}>;

/** The letter of nomination, as a link where its file is stored. */
function Letter({
  locale,
  id,
  name,
}: Readonly<{ locale: Locale; id: string | null; name: string | null }>) {
  const text = <bdi>{name ?? '–'}</bdi>;
  return id ? <a href={`/${locale}/accounts/colleagues/letters/${id}`}>{text}</a> : text;
}

/** Who handed over to whom, by which letter, and when. */
export function HandoversTable({ locale, t, handovers, withState = false }: Props) {
  return (
    <>
      <h2>{t('colleagues.past')}</h2>
      <div className="scroll">
        <table>
          <caption className="away">{t('colleagues.past')}</caption>
          <thead>
            <tr>
              {(['from', 'to', 'letter', 'at'] as const).map((column) => (
                <th key={column} scope="col" className="words">
                  {t(`colleagues.${column}`)}
                </th>
              ))}
              {withState ? (
                <th scope="col" className="words">
                  {t('accounts.state')}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {handovers.map(({ id, stateCode, from, to, letter, letterId, at }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{from}</bdi>
                </th>
                <td className="words">
                  <bdi>{to}</bdi>
                </td>
                <td className="words">
                  <Letter locale={locale} id={letterId} name={letter} />
                </td>
                <td className="words">{formatDate(locale, at.slice(0, 10))}</td>
                {withState ? <td className="words">{stateName(stateCode, locale)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
