import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { endLeave } from '#lib/people/reviewers/commands';
import { endLeaveSchema } from '#lib/people/reviewers/schema';

export const POST = post({
  input: bySchema(endLeaveSchema),
  command: endLeave,
  page: ({ locale }) => `/${locale}/reviewers`,
  next: (_done, { locale }) => `/${locale}/reviewers`,
});
