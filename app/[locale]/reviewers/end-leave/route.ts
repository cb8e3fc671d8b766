import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { endLeave } from '#lib/reviewers/commands';
import { endLeaveSchema } from '#lib/reviewers/input';

export const POST = post({
  input: bySchema(endLeaveSchema),
  command: endLeave,
  page: ({ locale }) => `/${locale}/reviewers`,
  onward: (_done, { locale }) => `/${locale}/reviewers`,
});
