import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextArea } from '#components/ui/field';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { NeedView } from '#lib/needs/store/queries';
import type { Translation } from '#lib/needs/translations/translation';
import type { Translate } from '#lib/text/i18n';
import { languageNames, writtenIn } from '#lib/text/languages';

type Props = Readonly<{
  t: Translate;
  action: string;
  by: string;
  need: NeedView;
  language: Locale;
  translation: Translation | undefined;
  /** The number of the last translation, which this one follows. */
  follows: number;
  form?: FormFields;
  errors: readonly FormError[];
}>;

/** The original of a field, and the field for its translation. */
function TranslatedField({
  t,
  need,
  language,
  translation,
  form,
  errors,
  field,
}: Props & Readonly<{ field: 'text' | 'quote' }>) {
  const original = need[field];
  if (original === null) return null;
  return (
    <>
      <h2>{t(`needs.${field}`)}</h2>
      <p className="written" {...writtenIn(need.language)}>
        {original}
      </p>
      <TextArea
        name={field}
        label={t(`needTranslations.fields.${field}`, { language: languageNames[language] })}
        rows={6}
        {...writtenIn(language)}
        defaultValue={form ? textOf(form, field) : (translation?.[field] ?? '')}
        error={errorOf(errors, field)}
      />
    </>
  );
}

/** The form of a translation beside the original. */
export const TranslationForm = (props: Props) => (
  <form method="post" action={props.action} noValidate>
    <input type="hidden" name="by" value={props.by} />
    <input type="hidden" name="version" value={props.need.version} />
    <input type="hidden" name="follows" value={props.follows} />
    <TranslatedField {...props} field="text" />
    <TranslatedField {...props} field="quote" />
    <p className="note">{props.t('needTranslations.emptyHint')}</p>
    <div className="buttons">
      <button className="button">{props.t('needTranslations.save')}</button>
    </div>
  </form>
);
