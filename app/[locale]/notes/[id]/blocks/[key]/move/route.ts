import { moveBlock } from '#lib/notes/block-commands';
import { moveInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: moveInput,
  command: moveBlock,
  page: ({ locale, id }) => `/${locale}/notes/${id}/write`,
  onward: (_, { locale, id, key }) => `/${locale}/notes/${id}/write#${key}`,
});
