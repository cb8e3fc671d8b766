import { bySchema } from '#lib/form';
import { post } from '#lib/post';
import { appointReviewer } from '#lib/reviews/commands';
import { appointmentSchema } from '#lib/reviews/schema';

export const POST = post({
  input: bySchema(appointmentSchema),
  command: appointReviewer,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  onward: ({ id }, { locale }) => `/${locale}/reviews/${id}`,
});
