import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { setLeave } from '#lib/reviewers/commands';
import { leaveSchema } from '#lib/reviewers/input';

export const POST = post({
  input: bySchema(leaveSchema),
  command: setLeave,
  page: ({ locale }) => `/${locale}/reviewers`,
  onward: (_done, { locale }) => `/${locale}/reviewers`,
});
