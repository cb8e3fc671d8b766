import { errorOf, type ShownError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, TextField } from '#components/ui/field';
import { chapters, chaptersOfCycle, chapterTitle, cycles } from '#lib/convention/chapters';
import { locales, type Locale } from '#lib/convention/names';
import { formatList } from '#lib/text/format';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  by: string;
  form: FormFields;
  errors: readonly ShownError[];
  /** Editions that may be the previous one. */
  earlier: readonly Readonly<{ id: string; label: string }>[];
  /** Of an edition that exists: its version; and its languages can be chosen. */
  version?: number;
}>;

/**
 * What an edition is: title, session, symbol, dates, chapters, the note before and its languages.
 */
export function EditionForm({ locale, t, action, by, form, errors, earlier, version }: Props) {
  const given = (name: string) => ({
    name,
    defaultValue: textOf(form, name),
    error: errorOf(errors, name),
  });
  const optional = t('notes.form.optional');
  const scopes = [
    ...chapters.map(({ chapter }) => ({
      value: chapter,
      label: `${chapter} · ${chapterTitle(chapter, locale)}`,
    })),
    ...cycles.map((cycle) => ({
      value: chaptersOfCycle(cycle).join(','),
      label: t('notes.form.both', { list: formatList(locale, chaptersOfCycle(cycle)) }),
    })),
  ];
  return (
    <form method="post" action={action} noValidate className="narrow">
      <input type="hidden" name="by" value={by} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      <TextField
        {...given('symbol')}
        label={t('notes.form.symbol')}
        hint={t('notes.form.symbolHint')}
        dir="ltr"
      />
      <SelectField
        {...given('chapters')}
        defaultValue={textOf(form, 'chapters') || 'II'}
        label={t('notes.form.chapters')}
        options={scopes}
      />
      <TextField
        {...given('cutoff')}
        label={t('notes.form.cutoff')}
        hint={`${t('notes.form.cutoffHint')} ${t('notes.form.dateHint')}`}
        className="date"
        dir="ltr"
      />
      <SelectField
        {...given('previousId')}
        label={t('notes.form.previousId')}
        hint={t('notes.form.previousHint')}
        none={t('notes.form.noPrevious')}
        options={earlier.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextField
        {...given('previousCutoff')}
        label={t('notes.form.previousCutoff')}
        hint={t('notes.form.dateHint')}
        optional={optional}
        className="date"
        dir="ltr"
      />
      <TextField
        {...given('previousSymbol')}
        label={t('notes.form.previousSymbol')}
        optional={optional}
        dir="ltr"
      />
      <TextField
        {...given('session')}
        label={t('notes.form.session')}
        hint={t('notes.form.sessionHint')}
        className="date"
        inputMode="numeric"
        dir="ltr"
      />
      <TextField
        {...given('place')}
        label={t('notes.form.place')}
        hint={t('notes.form.placeHint')}
        optional={optional}
        dir="auto"
      />
      <TextField
        {...given('agendaItem')}
        label={t('notes.form.agendaItem')}
        optional={optional}
        className="date"
        dir="ltr"
      />
      <TextField
        {...given('documentDate')}
        label={t('notes.form.documentDate')}
        hint={t('notes.form.dateHint')}
        className="date"
        dir="ltr"
      />
      <SelectField
        {...given('sourceLocale')}
        defaultValue={textOf(form, 'sourceLocale') || locale}
        label={t('notes.form.sourceLocale')}
        options={locales.map((each) => ({ value: each, label: languageNames[each], lang: each }))}
      />
      {version === undefined ? null : (
        <ChoiceGroup
          name="languages"
          label={t('notes.form.languages')}
          error={errorOf(errors, 'languages')}
        >
          {locales.map((each, at) => (
            <Choice
              key={each}
              kind="checkbox"
              name="languages"
              id={at === 0 ? 'languages' : `languages-${each}`}
              value={each}
              label={<span lang={each}>{languageNames[each]}</span>}
              defaultChecked={listOf(form, 'languages').includes(each)}
            />
          ))}
        </ChoiceGroup>
      )}
      <TextField
        {...given('title')}
        label={t('notes.form.title')}
        hint={t('notes.form.titleHint')}
        optional={optional}
        dir="auto"
      />
      <div className="buttons">
        <button className="button">
          {t(version === undefined ? 'notes.form.openButton' : 'notes.form.save')}
        </button>
      </div>
    </form>
  );
}
