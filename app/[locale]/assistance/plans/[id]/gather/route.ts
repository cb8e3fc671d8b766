import { bySchema } from '#lib/form';
import { gatherNeeds } from '#lib/plans/commands';
import { gatherSchema } from '#lib/plans/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(gatherSchema),
  command: gatherNeeds,
  page: ({ locale, id }) => `/${locale}/assistance/plans/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/plans/${id}`,
});
