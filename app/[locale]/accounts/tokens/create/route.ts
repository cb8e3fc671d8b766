import { post } from '#lib/http/post';
import { createToken, type CreatedToken } from '#lib/people/api-tokens/commands';
import { readNewToken } from '#lib/people/api-tokens/schema';

export const POST = post({
  limit: 'link',
  input: readNewToken,
  command: createToken,
  page: ({ locale }) => `/${locale}/accounts/tokens`,
  // The token is in the answer and nowhere else: in no address, log or table.
  next: ({ token, name }: CreatedToken, { locale }) => {
    const page = `/${locale}/accounts/tokens/created`;
    const form = { token: [token], name: [name] };
    const submission = { failure: { kind: 'kept' as const }, form, sentTo: page, page };
    return { location: page, cookies: [], submission };
  },
});
