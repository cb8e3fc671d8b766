import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { balanceReviews } from '#lib/people/reviewers/commands';
import { balanceSchema } from '#lib/people/reviewers/schema';

export const POST = post({
  input: bySchema(balanceSchema),
  command: balanceReviews,
  page: ({ locale }) => `/${locale}/reviewers`,
  next: ({ assigned }, { locale }) => `/${locale}/reviewers?assigned=${assigned}`,
});
