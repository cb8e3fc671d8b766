import { HandoversTable } from '#components/accounts/handovers-table';
import { InvitationForm } from '#components/accounts/invitation-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import { answered } from '#lib/http/answered';
import { signedIn } from '#lib/sessions/auth';
import { accountsSeen } from '#lib/people/accounts/queries';
import type { Locale } from '#lib/convention/names';
import { stateName } from '#lib/convention/states';
import { handoversSeen } from '#lib/people/handovers/queries';
import { translator } from '#lib/text/i18n';
import { ForbiddenPage } from '../missing-page';

export default async function Accounts({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const actor = await signedIn(locale, `/${locale}/accounts`);
  if (actor.role !== 'administrator') return <ForbiddenPage locale={locale} />;
  const [accounts, handovers] = [await accountsSeen(actor), await handoversSeen(actor)];
  const { form, errors, notice } = answered(locale, t);
  return (
    <Page
      title={t('accounts.title')}
      site={t('site.name')}
      alert={errors.length > 0 ? t('problem.error') : undefined}
    >
      <h1>{t('accounts.title')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
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
            {accounts.map(({ id, name, email, role, stateCode, active, invited }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="words" dir="ltr">
                  {email}
                </td>
                <td className="words">{t(`roles.${role}`)}</td>
                <td className="words">{stateCode ? stateName(stateCode, locale) : '–'}</td>
                <td className="words">
                  {t(
                    !active
                      ? 'accounts.inactive'
                      : invited
                        ? 'accounts.invited'
                        : 'accounts.active',
                  )}
                </td>
                <td className="words">
                  <form method="post" action={`/${locale}/accounts/reset-password`}>
                    <input type="hidden" name="accountId" value={id} />
                    <button className="as-link" aria-label={t('accounts.resetFor', { name })}>
                      {t('accounts.reset')}
                    </button>
                  </form>
                </td>
                <td className="words">
                  {id === actor.accountId ? (
                    '–'
                  ) : (
                    <form
                      method="post"
                      action={`/${locale}/accounts/${active ? 'deactivate' : 'reactivate'}`}
                    >
                      <input type="hidden" name="accountId" value={id} />
                      <button
                        className="as-link"
                        aria-label={t(
                          active ? 'colleagues.deactivateName' : 'colleagues.reactivateName',
                          { name },
                        )}
                      >
                        {t(active ? 'colleagues.deactivate' : 'colleagues.reactivate')}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2 id="invite">{t('accounts.invite')}</h2>
      <p className="hint">{t('accounts.inviteLead')}</p>
      <InvitationForm
        t={t}
        locale={locale}
        by={actor.accountId!}
        roles={['manager', 'administrator', 'provider', 'adviser']}
        form={form}
        errors={errors}
      />
      {handovers.length > 0 ? (
        <HandoversTable locale={locale} t={t} handovers={handovers} withState />
      ) : null}
    </Page>
  );
}
