import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { mergeTerm } from '#lib/needs/terms/commands';
import { mergingSchema, termAddress } from '#lib/needs/terms/schema';

export const POST = post({
  input: bySchema(mergingSchema),
  command: mergeTerm,
  page: ({ locale }, form) => termAddress(locale, form),
  next: ({ id }, { locale }) => `/${locale}/admin/terms/recode?change=${id}&done=merge`,
});
