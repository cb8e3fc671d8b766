import { copyToGuide } from '#lib/review/coding/guide-commands';
import { exampleSchema } from '#lib/review/coding/schema';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(exampleSchema),
  command: copyToGuide,
  page: ({ locale, id }) => `/${locale}/coding/differences/${id}`,
  next: (_example, { locale, id }) => `/${locale}/coding/differences/${id}`,
});
