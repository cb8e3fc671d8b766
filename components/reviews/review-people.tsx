import { Confirmed } from '#components/ui/confirmed';
import { accountState } from '#components/accounts/account-state';
import { InvitationForm } from '#components/accounts/invitation-form';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField } from '#components/ui/field';
import type { AccountView } from '#lib/people/accounts/queries';
import type { Role } from '#lib/base/roles';
import type { Locale } from '#lib/convention/names';
import type { FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import type { Appointee } from '#lib/needs/reviews/queries';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  reviewId: string;
  people: readonly Appointee[];
  reviewers: readonly AccountView[];
  isAdministrator: boolean;
  form?: FormFields;
  errors: readonly FormError[];
}>;

type People = Pick<Props, 'locale' | 't' | 'reviewId' | 'isAdministrator'>;

function PersonRow({
  locale,
  t,
  reviewId,
  person,
  isAdministrator,
}: People & { person: Appointee }) {
  const { accountId, name, email, role, assignmentId } = person;
  return (
    <tr>
      <th scope="row">
        {name}
        {isAdministrator ? (
          <>
            <br />
            <span className="note" dir="ltr">
              {email}
            </span>
          </>
        ) : null}
      </th>
      <td className="words">{t(`roles.${role as Role}`)}</td>
      <td className="words">{t(accountState(person.active, !person.signedUp))}</td>
      {isAdministrator ? (
        <td>
          {assignmentId ? (
            <form method="post" action={`/${locale}/reviews/${reviewId}/release`}>
              <input type="hidden" name="accountId" value={accountId} />
              <Confirmed
                summary={t('reviews.release')}
                label={t('reviews.releaseName', { name })}
                lead={t('confirm.release', { name })}
              >
                <button className="button second" aria-label={t('reviews.releaseName', { name })}>
                  {t('reviews.release')}
                </button>
              </Confirmed>
            </form>
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

const PeopleTable = ({
  locale,
  t,
  reviewId,
  people,
  isAdministrator,
}: People & Pick<Props, 'people'>) => (
  <div className="scroll">
    <table>
      <caption className="away">{t('reviews.peopleCaption')}</caption>
      <thead>
        <tr>
          {(['name', 'role', 'standing'] as const).map((column) => (
            <th key={column} scope="col" className="words">
              {t(`accounts.${column}`)}
            </th>
          ))}
          {isAdministrator ? (
            <th scope="col">
              <span className="away">{t('reviews.release')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.accountId} {...{ locale, t, reviewId, person, isAdministrator }} />
        ))}
      </tbody>
    </table>
  </div>
);

/** Assigns a reviewer to the review. */
const AssignForm = ({
  locale,
  t,
  reviewId,
  reviewers,
  errors,
}: Omit<People, 'isAdministrator'> & Pick<Props, 'reviewers' | 'errors'>) => (
  <>
    <h3>{t('reviews.assign')}</h3>
    <form
      method="post"
      action={`/${locale}/reviews/${reviewId}/appoint`}
      noValidate
      className="narrow"
    >
      <SelectField
        name="accountId"
        label={t('reviews.reviewer')}
        none={t('reviews.chooseReviewer')}
        options={reviewers.map((person) => ({
          value: person.id,
          label: `${person.name} (${person.email})`,
        }))}
        error={errorOf(errors, 'accountId')}
      />
      <div className="buttons">
        <button className="button second">{t('reviews.assignButton')}</button>
      </div>
    </form>
  </>
);

/** The people who work on the review, and the administrator's forms to invite and assign more. */
export function ReviewPeople({
  locale,
  t,
  by,
  reviewId,
  people,
  reviewers,
  isAdministrator,
  form,
  errors,
}: Props) {
  return (
    <>
      <h2>{t('reviews.people')}</h2>
      {people.length === 0 ? (
        <p>{t('reviews.noPeople')}</p>
      ) : (
        <PeopleTable {...{ locale, t, people, isAdministrator }} reviewId={reviewId} />
      )}
      {isAdministrator && reviewers.length > 0 ? (
        <AssignForm {...{ locale, t, reviewers, errors }} reviewId={reviewId} />
      ) : null}
      {isAdministrator ? (
        <>
          <h3 id="invite">{t('reviews.invite')}</h3>
          <InvitationForm
            t={t}
            locale={locale}
            by={by}
            roles={['focal-point', 'reviewer']}
            reviewId={reviewId}
            form={form}
            errors={errors}
          />
        </>
      ) : null}
    </>
  );
}
