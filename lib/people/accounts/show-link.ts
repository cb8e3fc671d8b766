import type { OneTimeLink } from '#lib/people/accounts/one-time-links';
import type { NextPage } from '#lib/http/post';

/** Shows the link in the response and nowhere else: it is in no address, log or table. */
export function showLink(
  { token, isMailed, email, name, reviewId, days, purpose }: OneTimeLink,
  locale: string,
  { page = `/${locale}/accounts/invited`, cookies = [] as readonly string[] } = {},
): NextPage {
  const form = {
    token: [token],
    mailed: [isMailed ? 'yes' : ''],
    email: [email],
    name: [name],
    review: [reviewId ?? ''],
    days: [String(days)],
    purpose: [purpose],
  };
  return {
    location: page,
    cookies,
    submission: { failure: { kind: 'kept' }, form, sentTo: page, page },
  };
}
