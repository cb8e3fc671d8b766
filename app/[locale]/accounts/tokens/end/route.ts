import { post } from '#lib/http/post';
import { endToken } from '#lib/people/api-tokens/commands';
import { readTokenId } from '#lib/people/api-tokens/schema';

export const POST = post({
  input: readTokenId,
  command: endToken,
  page: ({ locale }) => `/${locale}/accounts/tokens`,
  next: (_value, { locale }) => `/${locale}/accounts/tokens?done=end`,
});
