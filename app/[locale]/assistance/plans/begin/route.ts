import { bySchema } from '#lib/http/form';
import { beginPlan } from '#lib/assistance/plans/commands';
import { planSchema } from '#lib/assistance/plans/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(planSchema),
  command: beginPlan,
  page: ({ locale }) => `/${locale}/assistance/plans`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/plans/${id}`,
});
