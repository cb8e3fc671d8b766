import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { Translate } from '#lib/text/i18n';
import type { ProposedAssignment } from '#lib/people/reviewers/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  proposed: readonly ProposedAssignment[];
  fingerprint: string;
}>;

/** The proposed assignments of reviewers, with the form that makes all of them. */
export function ProposedAssignments({ locale, t, proposed, fingerprint }: Props) {
  return (
    <>
      <h2>{t('reviewers.balance')}</h2>
      <p>{t('reviewers.balanceLead', { count: proposed.length })}</p>
      {proposed.length === 0 ? null : (
        <>
          <form method="post" action={`/${locale}/reviewers/balance`}>
            <input type="hidden" name="fingerprint" value={fingerprint} />
            <div className="buttons">
              <button className="button">{t('reviewers.assignAll')}</button>
            </div>
          </form>
          <div className="scroll">
            <table>
              <caption className="away">{t('reviewers.balance')}</caption>
              <thead>
                <tr>
                  <th scope="col" className="words">
                    {t('reviewers.review')}
                  </th>
                  <th scope="col" className="words">
                    {t('reviewers.reviewer')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {proposed.map(({ reviewId, accountId, stateCode, cycle, name }) => (
                  <tr key={reviewId + accountId}>
                    <th scope="row">
                      <a href={`/${locale}/reviews/${reviewId}`}>
                        {stateName(stateCode, locale)}, {t(`cycles.${cycle as 1 | 2}`)}
                      </a>
                    </th>
                    <td className="words">{name}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
