import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { appointReviewer } from '#lib/needs/reviews/commands';
import { appointmentSchema } from '#lib/needs/reviews/schema';

export const POST = post({
  input: bySchema(appointmentSchema),
  command: appointReviewer,
  page: ({ locale, id }) => `/${locale}/reviews/${id}`,
  next: ({ id }, { locale }) => `/${locale}/reviews/${id}?done=appoint`,
});
