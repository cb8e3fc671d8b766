import { demonstrationAccounts, demonstrationPassword } from '#lib/accounts/demonstration';
import type { Translate } from '#lib/i18n';

export function DemonstrationAccounts({ t }: { t: Translate }) {
  return (
    <div className="narrow scroll">
      <table>
        <caption>{t('signIn.demonstration')}</caption>
        <thead><tr><th scope="col" className="words">{t('signIn.account')}</th><th scope="col" className="words">{t('signIn.role')}</th></tr></thead>
        <tbody>
          {demonstrationAccounts.map(({ email, role, state }) => (
            <tr key={email}><th scope="row" dir="ltr">{email}</th><td className="words">{t(`roles.${role}`)}{state ? `, ${state}` : ''}</td></tr>
          ))}
        </tbody>
      </table>
      <p className="note">{t('signIn.demonstrationHint', { password: demonstrationPassword })}</p>
    </div>
  );
}
