import { bySchema } from '#lib/form';
import { makeActivity } from '#lib/plans/commands';
import { makeSchema } from '#lib/plans/schema';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(makeSchema),
  command: makeActivity,
  page: ({ locale, id }) => `/${locale}/assistance/plans/${id}`,
  onward: ({ activity }, { locale }) => `/${locale}/assistance/${activity}`,
});
