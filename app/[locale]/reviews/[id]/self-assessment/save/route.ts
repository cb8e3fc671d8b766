import { takeOver } from '#lib/needs/entry/self-assessment';
import { assessmentInput } from '#lib/needs/model/self-assessment-rows';
import { post } from '#lib/http/post';

export const POST = post({
  input: assessmentInput,
  command: takeOver,
  page: ({ locale, id }) => `/${locale}/reviews/${id}/self-assessment`,
  onward: ({ drafts }, { locale, id }) => `/${locale}/reviews/${id}/self-assessment?done=${drafts}`,
});
