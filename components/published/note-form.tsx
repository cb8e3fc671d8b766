import { fieldOf } from '#components/assistance/field-of';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import { chapters, chapterTitle } from '#lib/convention/chapters';
import { mostNumbers } from '#lib/counting/published/columns';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  by: string;
  form: FormFields;
  errors: readonly FormError[];
}>;

/** The symbol, the chapter and the dates of the note. */
function ScopeFields({ locale, t, form, errors }: Pick<Props, 'locale' | 't' | 'form' | 'errors'>) {
  const field = fieldOf(form, errors);
  const optional = t('published.form.optional');
  return (
    <>
      <TextField
        {...field('symbol')}
        label={t('published.form.symbol')}
        optional={optional}
        className="date"
        dir="ltr"
      />
      <SelectField
        {...field('chapter')}
        defaultValue={textOf(form, 'chapter') || 'II'}
        label={t('summaries.chapter')}
        options={chapters.map(({ chapter }) => ({
          value: chapter,
          label: `${chapter} · ${chapterTitle(chapter, locale)}`,
        }))}
      />
      <TextField
        {...field('cutoff')}
        label={t('summaries.cutoff')}
        hint={t('published.form.dateHint')}
        className="date"
        dir="ltr"
      />
      <TextField
        {...field('previousCutoff')}
        label={t('published.form.previousCutoff')}
        hint={t('published.form.previousHint')}
        optional={optional}
        className="date"
        dir="ltr"
      />
    </>
  );
}

/** Enters a published note: what it is, until when it counted, and the file with its numbers. */
export const NoteForm = ({ locale, t, action, by, form, errors }: Props) => (
  <form method="post" action={action} encType="multipart/form-data" noValidate>
    <input type="hidden" name="by" value={by} />
    <TextField {...fieldOf(form, errors)('title')} label={t('published.form.title')} dir="auto" />
    <ScopeFields {...{ locale, t, form, errors }} />
    <TextField
      type="file"
      name="file"
      accept=".csv,text/csv"
      label={t('published.form.file')}
      hint={t('published.form.fileHint', { max: mostNumbers })}
      error={errorOf(errors, 'file')}
    />
    <div className="buttons">
      <button className="button">{t('published.form.enter')}</button>
    </div>
  </form>
);
