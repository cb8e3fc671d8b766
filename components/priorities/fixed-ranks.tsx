import { NeedStatus } from '#components/needs/need-facts';
import type { Locale } from '#lib/convention/names';
import { formatNumber } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { NeedView } from '#lib/needs/store/queries';

type Common = Readonly<{ locale: Locale; t: Translate }>;

/** Why the priority cannot be changed. */
const reasonOf = (t: Translate, { status }: NeedView) =>
  status === 'withdrawn' ? '' : t(`priorities.reasons.${status}`);

const RankRow = ({ locale, t, need }: Common & { need: NeedView }) => (
  <tr>
    <th scope="row">
      <a href={`/${locale}/needs/${need.id}`}>
        <bdi>{need.reference ?? t('needs.noReference')}</bdi>
      </a>
    </th>
    <td className="words">{need.priority === null ? '–' : formatNumber(locale, need.priority)}</td>
    <td className="words">
      <NeedStatus t={t} status={need.status} />
    </td>
    <td className="words">{reasonOf(t, need)}</td>
  </tr>
);

/** The needs whose priority cannot be changed now, each with the reason. */
export function FixedRanks({ locale, t, needs }: Common & { needs: readonly NeedView[] }) {
  if (needs.length === 0) return null;
  const heads = [t('needs.reference'), t('needs.priority'), t('needs.status'), t('priorities.why')];
  return (
    <>
      <h2>{t('priorities.fixedTitle')}</h2>
      <div className="scroll">
        <table>
          <caption className="away">{t('priorities.fixedCaption')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="words">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {needs.map((need) => (
              <RankRow key={need.id} locale={locale} t={t} need={need} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
