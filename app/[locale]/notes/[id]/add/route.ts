import { addBlock } from '#lib/notes/block-commands';
import { newBlockInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: newBlockInput,
  command: addBlock,
  page: ({ locale, id }) => `/${locale}/notes/${id}/write`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}/write`,
});
