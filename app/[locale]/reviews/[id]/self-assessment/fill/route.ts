import { fillAssessment, fillInput } from '#lib/needs/imports/fill-assessment';
import { post } from '#lib/http/post';

export const POST = post({
  files: true,
  input: fillInput,
  command: fillAssessment,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/self-assessment`,
  onward: (form, { locale, id }) => {
    const page = `/${locale}/reviews/${id}/self-assessment`;
    return {
      location: page,
      cookies: [],
      kept: { failure: { kind: 'kept' }, form, sentTo: `${page}/fill`, page },
    };
  },
});
