import { HiddenFields } from '#components/notes/hidden-fields';
import { WrittenText } from '#components/notes/block-text';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { BlockVersion } from '#lib/notes/store/queries';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ t: Translate; blockPath: string; by: string }>;

/** Adds a comment to the block. */
export const CommentForm = ({
  t,
  blockPath,
  by,
  form,
  errors,
}: Props & Readonly<{ form: FormFields; errors: readonly FormError[] }>) => (
  <form method="post" action={`${blockPath}/comment`} noValidate className="narrow">
    <input type="hidden" name="by" value={by} />
    <TextArea
      name="text"
      id="comment-text"
      rows={3}
      dir="auto"
      label={t('notes.block.comment')}
      defaultValue={textOf(form, 'text')}
      error={errorOf(errors, 'text')}
    />
    <div className="buttons">
      <button className="button second">{t('notes.block.commentButton')}</button>
    </div>
  </form>
);

/** Takes the block out of the note. */
export const RemoveForm = ({
  t,
  blockPath,
  by,
  version,
}: Props & Readonly<{ version: number }>) => (
  <details className="act">
    <summary>{t('notes.block.remove')}</summary>
    <form method="post" action={`${blockPath}/remove`}>
      <HiddenFields by={by} version={version} />
      <p className="prose">{t('notes.block.removeLead')}</p>
      <div className="buttons">
        <button className="button second">{t('notes.block.remove')}</button>
      </div>
    </form>
  </details>
);

/** The versions of the block in one language, the newest first. */
export const BlockHistory = ({
  locale,
  t,
  language,
  versions,
}: Readonly<{
  locale: Locale;
  t: Translate;
  language: Locale;
  versions: readonly BlockVersion[];
}>) => (
  <details className="act">
    <summary>{t('notes.block.history')}</summary>
    <ol reversed>
      {versions.map(({ version, by, at, content }) => (
        <li key={version}>
          <p className="note">
            {t('notes.block.version', { version, name: by, at: formatInstant(locale, at) })}
          </p>
          <WrittenText language={language} text={content.texts[language]?.text} />
        </li>
      ))}
    </ol>
  </details>
);
