import { DateField, NameFields } from '#components/terms/term-fields';
import { errorOf, type FormError } from '#components/ui/error-summary';
import { SelectField, TextField } from '#components/ui/field';
import { categories } from '#lib/convention/categories';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import { termKinds } from '#lib/needs/terms/vocabulary';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  by: string;
  form?: FormFields;
  errors: readonly FormError[];
}>;

export function AddForm({ locale, t, by, form, errors }: Props) {
  const typed = (name: string) => ({
    defaultValue: form ? textOf(form, name) : '',
    error: errorOf(errors, name),
  });
  return (
    <form method="post" action={`/${locale}/admin/terms/add`} className="narrow" noValidate>
      <input type="hidden" name="by" value={by} />
      <SelectField
        name="kind"
        label={t('terms.ofKind')}
        options={termKinds.map((kind) => ({ value: kind, label: t(`terms.kind.${kind}`) }))}
        {...typed('kind')}
      />
      <SelectField
        name="category"
        label={t('terms.category')}
        none={t('list.any')}
        options={categories.map(({ category, name }) => ({ value: category, label: name[locale] }))}
        {...typed('category')}
      />
      <TextField
        name="code"
        label={t('terms.code')}
        hint={t('terms.codeHint')}
        dir="ltr"
        maxLength={40}
        autoCapitalize="none"
        {...typed('code')}
      />
      <NameFields t={t} form={form} errors={errors} />
      <DateField t={t} form={form} errors={errors} verb="add" />
      <div className="buttons">
        <button className="button">{t('terms.addButton')}</button>
      </div>
    </form>
  );
}
