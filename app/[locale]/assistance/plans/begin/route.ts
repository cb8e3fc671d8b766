import { bySchema } from '#lib/form';
import { beginPlan } from '#lib/plans/commands';
import { planSchema } from '#lib/plans/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(planSchema),
  command: beginPlan,
  page: ({ locale }) => `/${locale}/assistance/plans`,
  onward: ({ id }, { locale }) => `/${locale}/assistance/plans/${id}`,
});
