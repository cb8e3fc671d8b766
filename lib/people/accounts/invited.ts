import type { Invited } from '#lib/people/accounts/links';
import type { Onward } from '#lib/http/post';

/** Shows the link in the response and nowhere else: it is in no address, log or table. */
export function showInvitation(
  { token, email, name, reviewId, days }: Invited,
  locale: string,
  { page = `/${locale}/accounts/invited`, cookies = [] as readonly string[] } = {},
): Onward {
  const form = {
    token: [token],
    email: [email],
    name: [name],
    review: [reviewId ?? ''],
    days: [String(days)],
  };
  return { location: page, cookies, kept: { failure: { kind: 'kept' }, form, sentTo: page, page } };
}
