import { FileField } from '#components/attachments/file-field';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, TextField, type Option } from '#components/ui/field';
import type { Colleague } from '#lib/people/colleagues/queries';
import { largestAttachment } from '#lib/files/limits';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import { maxLetterLength, newPersonValue } from '#lib/people/handovers/schema';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  colleagues: readonly Colleague[];
  form?: FormFields;
  errors: readonly FormError[];
}>;

type Fields = Pick<Props, 't' | 'errors'> & Readonly<{ form: FormFields }>;

/** The successor: a colleague, or a new person with a name and an address. */
const SuccessorFields = ({ t, form, errors, options }: Fields & { options: readonly Option[] }) => (
  <>
    <SelectField
      name="successor"
      label={t('colleagues.successor')}
      none={t('colleagues.choose')}
      options={options}
      defaultValue={textOf(form, 'successor')}
      error={errorOf(errors, 'successor')}
    />
    <TextField
      name="name"
      id="new-name"
      label={t('colleagues.newName')}
      hint={t('colleagues.newHint')}
      autoComplete="off"
      defaultValue={textOf(form, 'name')}
      error={errorOf(errors, 'new-name')}
    />
    <TextField
      name="email"
      id="new-email"
      type="email"
      label={t('colleagues.newEmail')}
      hint={t('colleagues.newHint')}
      autoComplete="off"
      dir="ltr"
      defaultValue={textOf(form, 'email')}
      error={errorOf(errors, 'new-email')}
    />
  </>
);

/** The letter of nomination: its name and its file. */
const LetterFields = ({ t, form, errors }: Fields) => (
  <>
    <TextField
      name="letter"
      label={t('colleagues.letterLabel')}
      hint={t('colleagues.letterHint')}
      autoComplete="off"
      maxLength={maxLetterLength}
      defaultValue={textOf(form, 'letter')}
      error={errorOf(errors, 'letter')}
    />
    <FileField
      name="file"
      label={t('colleagues.letterFile')}
      hint={t('colleagues.letterFileHint')}
      accept=".pdf,.png,.jpg,.jpeg"
      most={largestAttachment}
      tooLarge={t('errors.fileTooLarge')}
      error={errorOf(errors, 'file')}
    />
  </>
);

/** Hands over from a focal point to a successor. */
export function HandoverForm({ locale, t, by, colleagues, form = {}, errors }: Props) {
  const successors = [
    ...colleagues
      .filter(({ id, active }) => active && id !== by)
      .map(({ id, name, email, role }) => ({
        value: id,
        label: `${name} (${email}), ${t(`roles.${role}`)}`,
      })),
    { value: newPersonValue, label: t('colleagues.newPerson') },
  ];
  return (
    <form
      method="post"
      action={`/${locale}/accounts/colleagues/hand-over`}
      encType="multipart/form-data"
      noValidate
      className="narrow"
    >
      <input type="hidden" name="by" value={by} />
      <SuccessorFields {...{ t, form, errors }} options={successors} />
      <LetterFields {...{ t, form, errors }} />
      <ChoiceGroup
        name="confirm"
        label={<span className="away">{t('colleagues.handOver')}</span>}
        error={errorOf(errors, 'confirm')}
      >
        <Choice
          kind="checkbox"
          name="confirm"
          id="confirm"
          value="yes"
          label={t('colleagues.confirm')}
        />
      </ChoiceGroup>
      <div className="buttons">
        <button className="button">{t('colleagues.handOverButton')}</button>
      </div>
    </form>
  );
}
