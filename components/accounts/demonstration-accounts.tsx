import type { Role } from '#lib/base/roles';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  t: Translate;
  accounts: readonly Readonly<{ email: string; role: Role; state?: string }>[];
  password: string;
}>;

/** The accounts with which one can try the demonstration. */
export function DemonstrationAccounts({ t, accounts, password }: Props) {
  return (
    <div className="narrow scroll">
      <table>
        <caption>{t('signIn.demonstration')}</caption>
        <thead>
          <tr>
            <th scope="col" className="words">
              {t('signIn.account')}
            </th>
            <th scope="col" className="words">
              {t('signIn.role')}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ email, role, state }) => (
            <tr key={email}>
              <th scope="row" dir="ltr">
                {email}
              </th>
              <td className="words">
                {t(`roles.${role}`)}
                {state ? ` · ${state}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {t('signIn.demonstrationHint', { password })} {t('factor.demonstration')}
      </p>
    </div>
  );
}
