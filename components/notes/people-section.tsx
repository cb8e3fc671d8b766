import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { formatDate } from '#lib/text/format';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { notePersonRoles, type NotePersonRole } from '#lib/notes/model/vocabulary';

type Person = Readonly<{
  id: string;
  name: string;
  role: NotePersonRole;
  approved: string | null;
  approvedAt: string | null;
}>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  notePath: string;
  by: string;
  people: readonly Person[];
  /** The checksums that stand for the present text of the note. */
  checksums: readonly string[];
  /** Whether the reader may name people and take them off. */
  mayName: boolean;
  form: FormFields;
  errors: readonly FormError[];
}>;

/** Whether a person has approved the present text of the note. */
function approvalText(
  { locale, t, checksums }: Pick<Props, 'locale' | 't' | 'checksums'>,
  { role, approved, approvedAt }: Person,
): string {
  if (role !== 'approves') return '–';
  if (!approved || !approvedAt) return t('notes.edition.waiting');
  return t(
    checksums.includes(approved) ? 'notes.edition.approved' : 'notes.edition.approvedOther',
    {
      date: formatDate(locale, approvedAt.slice(0, 10)),
    },
  );
}

const PeopleTable = ({
  locale,
  t,
  notePath,
  by,
  people,
  checksums,
  mayName,
}: Omit<Props, 'form' | 'errors'>) => (
  <div className="scroll">
    <table className="list all-words stacked">
      <caption className="away">{t('notes.edition.peopleCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('notes.edition.name')}</th>
          <th scope="col">{t('notes.edition.role')}</th>
          <th scope="col">{t('notes.edition.approval')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <bdi>{person.name}</bdi>
              {mayName ? (
                <form method="post" action={`${notePath}/unname`}>
                  <input type="hidden" name="by" value={by} />
                  <input type="hidden" name="person" value={person.id} />
                  <button className="as-link">
                    {t('notes.edition.unname', { name: person.name })}
                  </button>
                </form>
              ) : null}
            </th>
            <td data-label={t('notes.edition.role')}>{t(`notes.edition.roles.${person.role}`)}</td>
            <td data-label={t('notes.edition.approval')}>
              {approvalText({ locale, t, checksums }, person)}
              {person.role === 'approves' && person.approved ? (
                <>
                  {' '}
                  <small>
                    {t('notes.edition.approvedText', { checksum: person.approved.slice(0, 12) })}
                  </small>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** Names another person. */
const NameForm = ({
  t,
  notePath,
  by,
  form,
  errors,
}: Pick<Props, 't' | 'notePath' | 'by' | 'form' | 'errors'>) => (
  <form method="post" action={`${notePath}/name`} noValidate className="narrow">
    <input type="hidden" name="by" value={by} />
    <TextField
      name="email"
      type="email"
      label={t('notes.edition.email')}
      dir="ltr"
      autoComplete="off"
      defaultValue={textOf(form, 'email')}
      error={errorOf(errors, 'email')}
    />
    <SelectField
      name="role"
      label={t('notes.edition.role')}
      defaultValue={textOf(form, 'role') || 'approves'}
      options={notePersonRoles.map((role) => ({
        value: role,
        label: t(`notes.edition.roles.${role}`),
      }))}
      error={errorOf(errors, 'role')}
    />
    <div className="buttons">
      <button className="button second">{t('notes.edition.nameButton')}</button>
    </div>
  </form>
);

/** The people who are named on an edition, and which of them approved its present text. */
export function PeopleSection({
  locale,
  t,
  notePath,
  by,
  people,
  checksums,
  mayName,
  form,
  errors,
}: Props) {
  return (
    <section id="people">
      <h2>{t('notes.edition.people')}</h2>
      {people.length === 0 ? (
        <p>{t('notes.edition.noPeople')}</p>
      ) : (
        <PeopleTable {...{ locale, t, notePath, by, people, checksums, mayName }} />
      )}
      {mayName ? <NameForm {...{ t, notePath, by, form, errors }} /> : null}
    </section>
  );
}
