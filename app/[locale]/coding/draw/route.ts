import { drawSample } from '#lib/review/coding/sample-commands';
import { sampleSchema } from '#lib/review/coding/schema';
import { bySchema } from '#lib/http/form';
import { post } from '#lib/http/post';

export const POST = post({
  input: bySchema(sampleSchema),
  command: drawSample,
  page: ({ locale }) => `/${locale}/coding`,
  next: ({ id }, { locale }) => `/${locale}/coding/samples/${id}`,
});
