import { errorOf, type ShownError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import { chapters, chapterTitle } from '#lib/convention/chapters';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  by: string;
  form: FormFields;
  errors: readonly ShownError[];
}>;

/**
 * The form that takes down a note: what it is, until when it counted, and the file with its
 * numbers.
 */
export function NoteForm({ locale, t, action, by, form, errors }: Props) {
  const given = (name: string) => ({
    name,
    defaultValue: textOf(form, name),
    error: errorOf(errors, name),
  });
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate>
      <input type="hidden" name="by" value={by} />
      <TextField {...given('title')} label={t('published.form.title')} dir="auto" />
      <TextField
        {...given('symbol')}
        label={t('published.form.symbol')}
        optional={t('published.form.optional')}
        className="date"
        dir="ltr"
      />
      <SelectField
        {...given('chapter')}
        defaultValue={textOf(form, 'chapter') || 'II'}
        label={t('summaries.chapter')}
        options={chapters.map(({ chapter }) => ({
          value: chapter,
          label: `${chapter} · ${chapterTitle(chapter, locale)}`,
        }))}
      />
      <TextField
        {...given('cutoff')}
        label={t('summaries.cutoff')}
        hint={t('published.form.dateHint')}
        className="date"
        dir="ltr"
      />
      <TextField
        {...given('previousCutoff')}
        label={t('published.form.previousCutoff')}
        hint={t('published.form.previousHint')}
        optional={t('published.form.optional')}
        className="date"
        dir="ltr"
      />
      <TextField
        type="file"
        name="file"
        accept=".csv,text/csv"
        label={t('published.form.file')}
        hint={t('published.form.fileHint')}
        error={errorOf(errors, 'file')}
      />
      <div className="buttons">
        <button className="button">{t('published.form.enter')}</button>
      </div>
    </form>
  );
}
