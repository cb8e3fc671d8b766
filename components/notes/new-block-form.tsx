import type { BlockRow } from '#components/notes/block-list';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { directionOf, languageNames } from '#lib/text/languages';

type Props = Readonly<{
  t: Translate;
  notePath: string;
  by: string;
  blocks: readonly BlockRow[];
  form: FormFields;
  errors: readonly FormError[];
  language: Locale;
  isOpen: boolean;
}>;
const kinds = ['paragraph', 'item', 'heading-1', 'heading-2', 'heading-3'] as const;
/** How much of its text stands beside the name of a block in the list. */
const longestExcerpt = 60;

/** Adds a paragraph, an item or a heading after another block. */
export function NewBlockForm({ t, notePath, by, blocks, form, errors, language, isOpen }: Props) {
  const excerpt = ({ runs }: BlockRow) =>
    (runs ?? [])
      .map(({ text }) => text)
      .join('')
      .slice(0, longestExcerpt);
  const options = blocks.map((block) => ({
    value: block.key,
    label: `${block.name}: ${excerpt(block)}`,
  }));
  return (
    <details className="act" open={isOpen}>
      <summary>{t('notes.write.addTitle')}</summary>
      <form method="post" action={`${notePath}/add`} noValidate>
        <input type="hidden" name="by" value={by} />
        <SelectField
          name="after"
          label={t('notes.write.after')}
          none={t('notes.write.first')}
          options={options}
          defaultValue={textOf(form, 'after')}
          error={errorOf(errors, 'after')}
        />
        <SelectField
          name="kind"
          label={t('notes.write.kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`notes.write.kinds.${kind}`) }))}
          defaultValue={textOf(form, 'kind') || 'paragraph'}
          error={errorOf(errors, 'kind')}
        />
        <TextArea
          name="text"
          label={t('notes.block.text', { language: languageNames[language] })}
          lang={language}
          dir={directionOf(language)}
          rows={5}
          defaultValue={textOf(form, 'text')}
          error={errorOf(errors, 'text')}
        />
        <div className="buttons">
          <button className="button second">{t('notes.write.addButton')}</button>
        </div>
      </form>
    </details>
  );
}
