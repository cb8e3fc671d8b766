import { enterAssessment } from '#lib/needs/entry/self-assessment';
import { parseAssessment } from '#lib/needs/model/self-assessment-rows';
import { post } from '#lib/http/post';

export const POST = post({
  input: parseAssessment,
  command: enterAssessment,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/self-assessment`,
  next: ({ drafts }, { locale, id }) => `/${locale}/reviews/${id}/self-assessment?done=${drafts}`,
});
