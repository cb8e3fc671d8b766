import { done } from '#lib/base/errors';
import { post } from '#lib/http/post';
import { moveInForm } from '#lib/needs/priorities/input';

/**
 * Shows the form again in a new order, as its buttons do by themselves where scripts run. Stores
 * nothing.
 */
export const POST = post({
  input: moveInForm,
  command: async (_actor, form) => done(form),
  page: ({ locale, id }) => `/${locale}/reviews/${id}/priorities`,
  next: (form, { locale, id }) => {
    const page = `/${locale}/reviews/${id}/priorities`;
    return {
      location: page,
      cookies: [],
      submission: { failure: { kind: 'kept' }, form, sentTo: `${page}/arrange`, page },
    };
  },
});
