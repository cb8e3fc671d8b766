import { addBlock } from '#lib/notes/blocks/block-commands';
import { newBlockInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: newBlockInput,
  command: addBlock,
  page: ({ locale, id }) => `/${locale}/notes/${id}/write`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}/write`,
});
