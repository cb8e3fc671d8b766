import { readReassignment } from '#lib/review/coding/input';
import { reassignCodings } from '#lib/review/coding/sample-commands';
import { post } from '#lib/http/post';

export const POST = post({
  input: readReassignment,
  command: reassignCodings,
  page: ({ locale, id }) => `/${locale}/coding/samples/${id}`,
  next: ({ id }, { locale }) => `/${locale}/coding/samples/${id}?done=hand-on`,
});
