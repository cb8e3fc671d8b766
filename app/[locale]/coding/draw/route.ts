import { drawSample } from '#lib/coding/sample-commands';
import { sampleSchema } from '#lib/coding/schema';
import { bySchema } from '#lib/form';
import { post } from '#lib/post';

export const POST = post({
  input: bySchema(sampleSchema),
  command: drawSample,
  page: ({ locale }) => `/${locale}/coding`,
  onward: ({ id }, { locale }) => `/${locale}/coding/samples/${id}`,
});
