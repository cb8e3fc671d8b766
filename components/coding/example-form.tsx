import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextArea } from '#components/ui/field';
import type { Difference } from '#lib/review/coding/difference-queries';
import { maxExampleLength } from '#lib/review/coding/vocabulary';
import { locales, type Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { languageNames } from '#lib/text/languages';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  difference: Difference;
  form?: FormFields;
  errors: readonly FormError[];
}>;

/** Copies a settled need into the public coding guide, in a wording that everybody may read. */
export function ExampleForm({
  locale,
  t,
  by,
  difference: { id, text, language },
  form,
  errors,
}: Props) {
  return (
    <form
      method="post"
      action={`/${locale}/coding/differences/${id}/copy`}
      className="narrow"
      noValidate
    >
      <input type="hidden" name="by" value={by} />
      <p className="hint">{t('secondCoding.copyLead')}</p>
      <TextArea
        name="text"
        label={t('secondCoding.exampleText')}
        hint={t('secondCoding.exampleHint', { max: maxExampleLength })}
        rows={4}
        dir="auto"
        defaultValue={form ? textOf(form, 'text') : text}
        error={errorOf(errors, 'text')}
      />
      <SelectField
        name="language"
        label={t('secondCoding.exampleLanguage')}
        none={t('form.chooseLanguage')}
        options={locales.map((each) => ({ value: each, label: languageNames[each], lang: each }))}
        defaultValue={form ? textOf(form, 'language') : (language ?? '')}
        error={errorOf(errors, 'language')}
      />
      <div className="buttons">
        <button className="button second">{t('secondCoding.copyButton')}</button>
      </div>
    </form>
  );
}
