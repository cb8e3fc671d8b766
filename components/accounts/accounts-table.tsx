import { accountState } from '#components/accounts/account-state';
import { DeactivateButton } from '#components/accounts/deactivate-button';
import { Confirmed } from '#components/ui/confirmed';
import type { AccountView } from '#lib/people/accounts/queries';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  accounts: readonly AccountView[];
  /** The account of the reader, which they cannot close. */
  ownId: string | null;
}>;
type RowProps = Pick<Props, 'locale' | 't' | 'ownId'> & Readonly<{ account: AccountView }>;

/** Sends a link with which the person sets a new password. */
const ResetForm = ({ locale, t, account: { id, name } }: RowProps) => (
  <form method="post" action={`/${locale}/accounts/reset-password`}>
    <input type="hidden" name="accountId" value={id} />
    <Confirmed
      summary={t('accounts.reset')}
      label={t('accounts.resetFor', { name })}
      lead={t('confirm.newLink', { name })}
    >
      <button className="button second" aria-label={t('accounts.resetFor', { name })}>
        {t('accounts.reset')}
      </button>
    </Confirmed>
  </form>
);

/** Closes an account or opens it again. */
const AccessForm = ({ locale, t, account: { id, name, active } }: RowProps) => (
  <form method="post" action={`/${locale}/accounts/${active ? 'deactivate' : 'reactivate'}`}>
    <input type="hidden" name="accountId" value={id} />
    {active ? (
      <DeactivateButton t={t} name={name} />
    ) : (
      <button className="as-link" aria-label={t('colleagues.reactivateName', { name })}>
        {t('colleagues.reactivate')}
      </button>
    )}
  </form>
);

function AccountRow(props: RowProps) {
  const { locale, t, account, ownId } = props;
  const { id, name, email, role, stateCode, active, invited } = account;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="words" dir="ltr">
        {email}
      </td>
      <td className="words">{t(`roles.${role}`)}</td>
      <td className="words">{stateCode ? stateName(stateCode, locale) : '–'}</td>
      <td className="words">{t(accountState(active, invited))}</td>
      <td className="words">
        <ResetForm {...props} />
      </td>
      <td className="words">{id === ownId ? '–' : <AccessForm {...props} />}</td>
    </tr>
  );
}

/** All accounts, with the forms that reset a password or close an account. */
export const AccountsTable = ({ accounts, ...props }: Props) => {
  const { t } = props;
  return (
    <div className="scroll">
      <table>
        <caption>{t('accounts.caption')}</caption>
        <thead>
          <tr>
            {(['name', 'email', 'role', 'state', 'standing', 'reset'] as const).map((column) => (
              <th key={column} scope="col" className="words">
                {t(`accounts.${column}`)}
              </th>
            ))}
            <th scope="col" className="words">
              {t('colleagues.access')}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountRow key={account.id} {...props} account={account} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
