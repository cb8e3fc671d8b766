import { bySchema } from '#lib/http/form';
import { createPlan } from '#lib/assistance/plans/commands';
import { planSchema } from '#lib/assistance/plans/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(planSchema),
  command: createPlan,
  page: ({ locale }) => `/${locale}/assistance/plans`,
  next: ({ id }, { locale }) => `/${locale}/assistance/plans/${id}`,
});
