import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { setNomination } from '#lib/people/reviewers/commands';
import { nominationSchema } from '#lib/people/reviewers/schema';

export const POST = post({
  input: bySchema(nominationSchema),
  command: setNomination,
  page: ({ locale }) => `/${locale}/reviewers`,
  next: (_done, { locale }) => `/${locale}/reviewers`,
});
