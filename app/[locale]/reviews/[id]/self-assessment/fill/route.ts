import { assessmentPage } from '#lib/needs/entry/self-assessment';
import { fillAssessment, readAssessmentFile } from '#lib/needs/imports/assessment/fill-form';
import { post } from '#lib/http/post';

export const POST = post({
  mayUpload: (actor, { id = '' }) => assessmentPage(actor, id),
  input: readAssessmentFile,
  command: fillAssessment,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/self-assessment`,
  next: (form, { locale, id }) => {
    const page = `/${locale}/reviews/${id}/self-assessment`;
    return {
      location: page,
      cookies: [],
      submission: { failure: { kind: 'kept' }, form, sentTo: `${page}/fill`, page },
    };
  },
});
