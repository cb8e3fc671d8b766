import { takeOver } from '#lib/needs/self-assessment';
import { assessmentInput } from '#lib/needs/self-assessment-rows';
import { post } from '#lib/post';

export const POST = post({
  input: assessmentInput,
  command: takeOver,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/self-assessment`,
  onward: ({ drafts }, { locale, id }) => `/${locale}/reviews/${id}/self-assessment?done=${drafts}`,
});
