import { bySchema } from '#lib/form';
import { removeNeed } from '#lib/plans/commands';
import { removeSchema } from '#lib/plans/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(removeSchema),
  command: removeNeed,
  page: ({ locale, id }) => `/${locale}/assistance/plans/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/plans/${id}`,
});
