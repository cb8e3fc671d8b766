import { removeBlock } from '#lib/notes/blocks/block-commands';
import { blockInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: blockInput,
  command: removeBlock,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}/write`,
});
