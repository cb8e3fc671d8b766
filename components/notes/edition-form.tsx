import { errorOf, type FormError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, TextField } from '#components/ui/field';
import { chapters, chaptersOfCycle, chapterTitle, cycles } from '#lib/convention/chapters';
import { locales, type Locale } from '#lib/convention/names';
import { conferenceSessions } from '#lib/convention/conference-sessions';
import { formatList, formatNumber } from '#lib/text/format';
import { listOf, textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';
import { audiences } from '#lib/notes/model/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  action: string;
  by: string;
  form: FormFields;
  errors: readonly FormError[];
  /** Editions that may be the previous one. */
  earlier: readonly Readonly<{ id: string; label: string }>[];
  /**
   * The version of an edition that exists: only then can its languages be chosen, and no more whom
   * it is for.
   */
  version?: number;
}>;

type Fields = Pick<Props, 'locale' | 't' | 'form' | 'errors'>;

const fieldIn =
  ({ form, errors }: Fields) =>
  (name: string) => ({
    name,
    defaultValue: textOf(form, name),
    error: errorOf(errors, name),
  });

/** Each chapter, then the chapters of each cycle together. */
const chapterOptions = ({ locale, t }: Fields) => [
  ...chapters.map(({ chapter }) => ({
    value: chapter,
    label: `${chapter} · ${chapterTitle(chapter, locale)}`,
  })),
  ...cycles.map((cycle) => ({
    value: chaptersOfCycle(cycle).join(','),
    label: t('notes.form.both', { list: formatList(locale, chaptersOfCycle(cycle)) }),
  })),
];

/** Whom the edition is for, which is chosen when it is opened. */
function AudienceField(fields: Fields) {
  const { t, form } = fields;
  return (
    <SelectField
      {...fieldIn(fields)('audience')}
      defaultValue={textOf(form, 'audience') || 'public'}
      label={t('notes.audience.label')}
      hint={t('notes.audience.hint')}
      options={audiences.map((each) => ({ value: each, label: t(`notes.audience.${each}`) }))}
    />
  );
}

/** Symbol, chapters and cut-off. */
function SubjectFields(fields: Fields) {
  const { t, form } = fields;
  const field = fieldIn(fields);

  return (
    <>
      <TextField
        {...field('symbol')}
        label={t('notes.form.symbol')}
        hint={t('notes.form.symbolHint')}
        dir="ltr"
      />
      <SelectField
        {...field('chapters')}
        defaultValue={textOf(form, 'chapters') || 'II'}
        label={t('notes.form.chapters')}
        options={chapterOptions(fields)}
      />
      <TextField
        {...field('cutoff')}
        label={t('notes.form.cutoff')}
        hint={`${t('notes.form.cutoffHint')} ${t('notes.form.dateHint')}`}
        className="date"
        dir="ltr"
      />
    </>
  );
}

/** The previous note. */
function PreviousFields(fields: Fields & Pick<Props, 'earlier'>) {
  const { t, earlier } = fields;
  const field = fieldIn(fields);
  const optional = t('notes.form.optional');
  return (
    <>
      <SelectField
        {...field('previousId')}
        label={t('notes.form.previousId')}
        hint={t('notes.form.previousHint')}
        none={t('notes.form.noPrevious')}
        options={earlier.map(({ id, label }) => ({ value: id, label }))}
      />
      <TextField
        {...field('previousCutoff')}
        label={t('notes.form.previousCutoff')}
        hint={t('notes.form.dateHint')}
        optional={optional}
        className="date"
        dir="ltr"
      />
      <TextField
        {...field('previousSymbol')}
        label={t('notes.form.previousSymbol')}
        optional={optional}
        dir="ltr"
      />
    </>
  );
}

/** The session that the note is for. */
function SessionFields(fields: Fields) {
  const { t } = fields;
  const field = fieldIn(fields);
  const optional = t('notes.form.optional');
  return (
    <>
      <TextField
        {...field('session')}
        label={t('notes.form.session')}
        hint={t('notes.form.sessionHint')}
        className="date"
        inputMode="numeric"
        dir="ltr"
      />
      <TextField
        {...field('place')}
        label={t('notes.form.place')}
        hint={t('notes.form.placeHint')}
        optional={optional}
        dir="auto"
      />
      <TextField
        {...field('agendaItem')}
        label={t('notes.form.agendaItem')}
        optional={optional}
        className="date"
        dir="ltr"
      />
      <TextField
        {...field('documentDate')}
        label={t('notes.form.documentDate')}
        hint={t('notes.form.dateHint')}
        className="date"
        dir="ltr"
      />
    </>
  );
}

/** What the standing parts of the note name. */
function StandingFields(fields: Fields) {
  const { locale, t } = fields;
  const field = fieldIn(fields);
  const optional = t('notes.form.optional');
  return (
    <>
      <h2 className="part">{t('noteParts.title')}</h2>
      <p className="note">{t('noteParts.lead')}</p>
      <TextField
        {...field('agendaSymbol')}
        label={t('noteParts.agendaSymbol')}
        optional={optional}
        dir="ltr"
      />
      <TextField
        {...field('readSymbol')}
        label={t('noteParts.readSymbol')}
        optional={optional}
        dir="ltr"
      />
      <SelectField
        {...field('sinceSession')}
        label={t('noteParts.sinceSession')}
        optional={optional}
        none={t('noteParts.none')}
        options={conferenceSessions.toReversed().map((each) => ({
          value: String(each.session),
          label: `${formatNumber(locale, each.session)} · ${each.from.slice(0, 4)}`,
        }))}
      />
      <SelectField
        {...field('nextChapters')}
        label={t('noteParts.nextChapters')}
        optional={optional}
        none={t('noteParts.none')}
        options={chapterOptions(fields)}
      />
      <TextField
        {...field('nextSession')}
        label={t('noteParts.nextSession')}
        hint={t('notes.form.sessionHint')}
        optional={optional}
        className="date"
        inputMode="numeric"
        dir="ltr"
      />
    </>
  );
}

/** The languages in which the note is published. */
const Languages = ({ t, form, errors }: Fields) => (
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
);

/**
 * The particulars of an edition: title, session, symbol, dates, chapters, the previous note and its
 * languages.
 */
export function EditionForm({ locale, t, action, by, form, errors, earlier, version }: Props) {
  const fields = { locale, t, form, errors };
  const field = fieldIn(fields);
  return (
    <form method="post" action={action} noValidate className="narrow">
      <input type="hidden" name="by" value={by} />
      {version === undefined ? null : <input type="hidden" name="version" value={version} />}
      {version === undefined ? <AudienceField {...fields} /> : null}
      <SubjectFields {...fields} />
      <PreviousFields {...fields} earlier={earlier} />
      <SessionFields {...fields} />
      <StandingFields {...fields} />
      <SelectField
        {...field('sourceLocale')}
        defaultValue={textOf(form, 'sourceLocale') || locale}
        label={t('notes.form.sourceLocale')}
        options={locales.map((each) => ({ value: each, label: languageNames[each], lang: each }))}
      />
      {version === undefined ? null : <Languages {...fields} />}
      <TextField
        {...field('title')}
        label={t('notes.form.title')}
        hint={t('notes.form.titleHint')}
        optional={t('notes.form.optional')}
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
