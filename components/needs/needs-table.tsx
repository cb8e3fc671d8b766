import { NeedStatus, provisionText } from '#components/needs/need-facts';
import { categoryShortName } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { formatDate } from '#lib/format';
import type { Translate } from '#lib/i18n';
import type { NeedSeen } from '#lib/needs/queries';

type Props = Readonly<{ locale: Locale; t: Translate; needs: readonly NeedSeen[]; caption: string; withState?: boolean }>;

const excerpt = (text: string) => (text.length > 140 ? `${text.slice(0, 140).trimEnd()} …` : text);

export function NeedsTable({ locale, t, needs, caption, withState = true }: Props) {
  const columns = ['reference', ...(withState ? ['state' as const] : []), 'provision', 'category', 'text', 'status', 'changed'] as const;
  return (
    <div className="scroll">
      <table>
        <caption className="away">{caption}</caption>
        <thead><tr>{columns.map((column) => <th key={column} scope="col" className="words">{t(`needs.${column}`)}</th>)}</tr></thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need.id}>
              <th scope="row"><a href={`/${locale}/needs/${need.id}`}><bdi>{need.reference ?? t('needs.noReference')}</bdi></a></th>
              {withState ? <td className="words state">{stateName(need.stateCode, locale)}</td> : null}
              <td className="words">{provisionText(locale, t, need)}</td>
              <td className="words">{need.category ? categoryShortName(need.category, locale) : '–'}</td>
              <td className="words text" lang={need.language ?? undefined} dir="auto">{need.text ? excerpt(need.text) : <span className="note" lang={locale}>{t('needs.textNotRecorded')}</span>}</td>
              <td className="words"><NeedStatus t={t} status={need.status} /></td>
              <td className="words when">{formatDate(locale, need.updatedAt.slice(0, 10))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
