import { HiddenFields } from '#components/notes/hidden-fields';
import { Runs } from '#components/notes/runs';
import { NeedDifference } from '#components/needs/need-difference';
import { SelectField, TextArea } from '#components/ui/field';
import { Notice } from '#components/ui/page';
import type { Locale } from '#lib/convention/names';
import type { Runs as NoteRuns } from '#lib/documents/model/document';
import type { DiffSegment } from '#lib/needs/model/text-diff';
import type { Translate } from '#lib/text/i18n';
import { directionOf, languageNames } from '#lib/text/languages';

type InLanguage = Readonly<{ t: Translate; language: Locale }>;

/** The block as the note reads now. */
export const RenderedBlock = ({
  locale,
  t,
  language,
  runs,
}: InLanguage & Readonly<{ locale: Locale; runs: NoteRuns | null }>) => (
  <p className="reading" lang={language} dir={directionOf(language)}>
    {runs ? (
      <Runs locale={locale} t={t} runs={runs} />
    ) : (
      <span className="note">{t('notes.write.hidden')}</span>
    )}
  </p>
);

/** Chooses the language in which the block is shown. */
export const LanguageForm = ({
  t,
  language,
  languages,
}: InLanguage & Readonly<{ languages: readonly Locale[] }>) => (
  <form method="get" className="in-line">
    <SelectField
      name="language"
      label={t('notes.block.language')}
      defaultValue={language}
      options={languages.map((each) => ({
        value: each,
        label: languageNames[each],
        lang: each,
      }))}
    />
    <div className="buttons">
      <button className="button second">{t('notes.block.view')}</button>
    </div>
  </form>
);

/** A text with its placeholders, as it was written. */
export const WrittenText = ({ language, text }: Readonly<{ language: Locale; text?: string }>) => (
  <p className="written" lang={language} dir={directionOf(language)}>
    {text}
  </p>
);

/** The text in the source language, beside its translation. */
export const SourceText = ({ t, language, text }: InLanguage & Readonly<{ text: string }>) => (
  <>
    <h2>{t('notes.block.source')}</h2>
    <WrittenText language={language} text={text} />
  </>
);

/** How the source text has changed since it was translated. */
export const SourceChange = ({
  t,
  language,
  stretches,
}: InLanguage & Readonly<{ stretches: readonly DiffSegment[] }>) => (
  <Notice kind="warn">
    <NeedDifference
      t={t}
      differences={[{ field: 'source', term: t('notes.block.changed'), language, stretches }]}
    />
  </Notice>
);

/** Edits the text of the block in one language. */
export const TextForm = ({
  t,
  language,
  blockPath,
  by,
  version,
  text,
  error,
  offersPlain,
}: InLanguage &
  Readonly<{
    blockPath: string;
    by: string;
    version: number;
    text: string;
    error?: string;
    /** Whether the text can be replaced by one without variants. */
    offersPlain: boolean;
  }>) => (
  <form method="post" action={`${blockPath}/write`} noValidate>
    <HiddenFields by={by} version={version} />
    <input type="hidden" name="language" value={language} />
    <TextArea
      name="text"
      rows={8}
      lang={language}
      dir={directionOf(language)}
      label={t('notes.block.text', { language: languageNames[language] })}
      hint={t('notes.block.textHint', { example: '{needs}' })}
      defaultValue={text}
      error={error}
    />
    {offersPlain ? (
      <p className="note">
        <a href={`${blockPath}?language=${language}&plain=yes`}>{t('notes.block.plain')}</a>{' '}
        {t('notes.block.plainHint')}
      </p>
    ) : null}
    <div className="buttons">
      <button className="button">{t('notes.block.save')}</button>
    </div>
  </form>
);
