import { removeBlock } from '#lib/notes/block-commands';
import { blockInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: blockInput,
  command: removeBlock,
  page: ({ locale, id, key }) => `/${locale}/notes/${id}/blocks/${key}`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}/write`,
});
