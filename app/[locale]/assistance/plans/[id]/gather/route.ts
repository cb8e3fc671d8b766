import { bySchema } from '#lib/http/form';
import { gatherNeeds } from '#lib/assistance/plans/commands';
import { gatherSchema } from '#lib/assistance/plans/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(gatherSchema),
  command: gatherNeeds,
  page: ({ locale, id }) => `/${locale}/assistance/plans/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/plans/${id}`,
});
