import { bySchema } from '#lib/http/form';
import { makeActivity } from '#lib/assistance/plans/commands';
import { makeSchema } from '#lib/assistance/plans/schema';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(makeSchema),
  command: makeActivity,
  page: ({ locale, id }) => `/${locale}/assistance/plans/${id}`,
  onward: ({ activity }, { locale }) => `/${locale}/assistance/${activity}`,
});
