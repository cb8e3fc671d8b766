import { errorOf, type FormError } from '#components/ui/error-summary';
import { textOf, type FormFields } from '#lib/http/form';

/** What every control of a form is given: its name, its value, and what is wrong with it. */
export const fieldOf = (form: FormFields, errors: readonly FormError[]) => (name: string) => ({
  name,
  defaultValue: textOf(form, name),
  error: errorOf(errors, name),
});
