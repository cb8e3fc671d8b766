import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { balanceReviews } from '#lib/reviewers/commands';
import { balanceSchema } from '#lib/reviewers/input';

export const POST = post({
  input: bySchema(balanceSchema),
  command: balanceReviews,
  page: ({ locale }) => `/${locale}/reviewers`,
  onward: ({ assigned }, { locale }) => `/${locale}/reviewers?assigned=${assigned}`,
});
