import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { setNomination } from '#lib/reviewers/commands';
import { nominationSchema } from '#lib/reviewers/input';

export const POST = post({
  input: bySchema(nominationSchema),
  command: setNomination,
  page: ({ locale }) => `/${locale}/reviewers`,
  onward: (_done, { locale }) => `/${locale}/reviewers`,
});
