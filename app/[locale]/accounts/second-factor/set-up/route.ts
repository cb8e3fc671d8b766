import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';
import { setUpSecondFactor } from '#lib/sessions/second-factor';
import { setUpSchema } from '#lib/sessions/second-factor-schema';

/** Shows the recovery codes in the answer and nowhere else. */
export const POST = post({
  whileEnrolling: true,
  limit: 'password',
  input: bySchema(setUpSchema),
  command: setUpSecondFactor,
  page: ({ locale }) => `/${locale}/accounts/second-factor`,
  next: (codes: readonly string[], { locale }) => {
    const page = `/${locale}/accounts/second-factor`;
    return {
      location: page,
      cookies: [],
      submission: { failure: { kind: 'kept' }, form: { codes }, sentTo: page, page },
    };
  },
});
