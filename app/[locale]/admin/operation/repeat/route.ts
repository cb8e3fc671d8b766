import { done } from '#lib/base/errors';
import { post } from '#lib/http/post';
import { repeatGivenUp } from '#lib/operation/checks/commands';

export const POST = post({
  input: () => done(null),
  command: repeatGivenUp,
  page: ({ locale }) => `/${locale}/admin/operation`,
  next: ({ mail, jobs }, { locale }) => `/${locale}/admin/operation?repeated=${mail + jobs}`,
});
