import { copyToGuide } from '#lib/coding/guide-commands';
import { exampleSchema } from '#lib/coding/schema';
import { bySchema } from '#lib/form';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(exampleSchema),
  command: copyToGuide,
  page: ({ locale, id }) => `/${locale}/coding/differences/${id}`,
  onward: (_example, { locale, id }) => `/${locale}/coding/differences/${id}`,
});
