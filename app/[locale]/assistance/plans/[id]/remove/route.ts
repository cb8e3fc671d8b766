import { bySchema } from '#lib/http/form';
import { removeNeedFromPlan } from '#lib/assistance/plans/commands';
import { removeNeedSchema } from '#lib/assistance/plans/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(removeNeedSchema),
  command: removeNeedFromPlan,
  page: ({ locale, id }) => `/${locale}/assistance/plans/${id}`,
  next: ({ id }, { locale }) => `/${locale}/assistance/plans/${id}`,
});
