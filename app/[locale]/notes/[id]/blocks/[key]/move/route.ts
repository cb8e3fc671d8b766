import { moveBlock } from '#lib/notes/blocks/block-commands';
import { moveInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: moveInput,
  command: moveBlock,
  page: ({ locale, id }) => `/${locale}/notes/${id}/write`,
  next: (_, { locale, id, key }) => `/${locale}/notes/${id}/write#${key}`,
});
