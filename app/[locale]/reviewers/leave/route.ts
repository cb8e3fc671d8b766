import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { setLeave } from '#lib/people/reviewers/commands';
import { leaveSchema } from '#lib/people/reviewers/schema';

export const POST = post({
  input: bySchema(leaveSchema),
  command: setLeave,
  page: ({ locale }) => `/${locale}/reviewers`,
  next: (_done, { locale }) => `/${locale}/reviewers`,
});
