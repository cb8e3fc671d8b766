import { errorOf, type FormError } from '#components/ui/error-summary';
import { TextField } from '#components/ui/field';
import { locales, type Names } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { directionOf, languageNames } from '#lib/text/languages';
import { longestName } from '#lib/needs/terms/vocabulary';

type Props = Readonly<{ t: Translate; form?: FormFields; errors: readonly FormError[] }>;

/** A name in each of the six languages. */
export function NameFields({ t, form, errors, names }: Props & { names?: Names }) {
  return (
    <fieldset className="field">
      <legend>{t('terms.names')}</legend>
      {locales.map((locale) => (
        <TextField
          key={locale}
          name={`name.${locale}`}
          label={<span lang={locale}>{languageNames[locale]}</span>}
          lang={locale}
          dir={directionOf(locale)}
          maxLength={longestName}
          defaultValue={form ? textOf(form, `name.${locale}`) : (names?.[locale] ?? '')}
          error={errorOf(errors, `name.${locale}`)}
        />
      ))}
    </fieldset>
  );
}

/** The id of the date in the form of one verb, to which its error leads. */
export const dateId = (verb: string): string => `${verb}-decidedOn`;
export const DateField = ({ t, form, errors, verb }: Props & { verb: string }) => (
  <TextField
    name="decidedOn"
    id={dateId(verb)}
    label={t('terms.decidedOn')}
    hint={t('terms.decidedOnHint')}
    className="date"
    dir="ltr"
    defaultValue={form ? textOf(form, 'decidedOn') : ''}
    error={errorOf(errors, dateId(verb))}
  />
);
