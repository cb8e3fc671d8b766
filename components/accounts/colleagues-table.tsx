import { accountState } from '#components/accounts/account-state';
import { DeactivateButton } from '#components/accounts/deactivate-button';
import type { Colleague } from '#lib/people/colleagues/queries';
import type { Locale } from '#lib/convention/names';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  colleagues: readonly Colleague[];
}>;

/** Closes the account of a contributor. */
const DeactivateForm = ({
  locale,
  t,
  id,
  name,
}: Pick<Props, 'locale' | 't'> & Readonly<{ id: string; name: string }>) => (
  <form method="post" action={`/${locale}/accounts/colleagues/deactivate`}>
    <input type="hidden" name="accountId" value={id} />
    <DeactivateButton t={t} name={name} />
  </form>
);

/** The accounts of a State; a focal point can close those of its contributors. */
export function ColleaguesTable({ locale, t, by, colleagues }: Props) {
  return (
    <div className="scroll">
      <table>
        <caption className="away">{t('colleagues.caption')}</caption>
        <thead>
          <tr>
            {(['name', 'email', 'role', 'standing'] as const).map((column) => (
              <th key={column} scope="col" className="words">
                {t(`accounts.${column}`)}
              </th>
            ))}
            <th scope="col" className="words">
              {t('colleagues.action')}
            </th>
          </tr>
        </thead>
        <tbody>
          {colleagues.map(({ id, name, email, role, active, invited }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className="words">
                <bdi>{email}</bdi>
              </td>
              <td className="words">{t(`roles.${role}`)}</td>
              <td className="words">{t(accountState(active, invited))}</td>
              <td className="words">
                {active && role === 'contributor' && id !== by ? (
                  <DeactivateForm locale={locale} t={t} id={id} name={name} />
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
