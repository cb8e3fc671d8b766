import { bySchema } from '#lib/http/form';
import { addNeedsToPlan } from '#lib/assistance/plans/commands';
import { addNeedsSchema } from '#lib/assistance/plans/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(addNeedsSchema),
  command: addNeedsToPlan,
  page: ({ locale, id }) => `/${locale}/assistance/plans/${id}`,
  next: ({ id }, { locale }) => `/${locale}/assistance/plans/${id}`,
});
