import { bySchema } from '#lib/http/form';
import { removeNeed } from '#lib/assistance/plans/commands';
import { removeSchema } from '#lib/assistance/plans/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(removeSchema),
  command: removeNeed,
  page: ({ locale, id }) => `/${locale}/assistance/plans/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/plans/${id}`,
});
