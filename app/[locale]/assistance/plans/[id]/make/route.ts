import { bySchema } from '#lib/http/form';
import { createActivityFromPlan } from '#lib/assistance/plans/commands';
import { createActivitySchema } from '#lib/assistance/plans/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(createActivitySchema),
  command: createActivityFromPlan,
  page: ({ locale, id }) => `/${locale}/assistance/plans/${id}`,
  next: ({ activity }, { locale }) => `/${locale}/assistance/${activity}`,
});
