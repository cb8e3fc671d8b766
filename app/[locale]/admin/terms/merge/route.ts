import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { mergeTerm } from '#lib/terms/commands';
import { mergingSchema, termAddress } from '#lib/terms/schema';

export const POST = post({
  input: bySchema(mergingSchema),
  command: mergeTerm,
  page: ({ locale }, form) => termAddress(locale, form),
  onward: ({ id }, { locale }) => `/${locale}/admin/terms/recode?change=${id}`,
});
