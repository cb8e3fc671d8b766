import 'server-only';
import { randomUUID } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import { cookieAttributes, cookieSecret, isSecure } from '#lib/sessions/auth-cookie';

/** A browser in which these accounts have signed in. Limits that others exhaust do not stop it. */
export type KnownDevice = Readonly<{ id: string; accountIds: readonly string[] }>;

const maxAge = 180 * 86_400;
/** The people who share a computer. */
const mostAccounts = 8;
/** Keeps the cookie from being taken for a session, whose secret is the same. */
const salt = 'known-device';

const deviceCookieName = () =>
  isSecure() ? '__Host-needs-register-device' : 'needs-register-device';

const isText = (value: unknown): value is string => typeof value === 'string';

/** The device that a cookie names; undefined where it is missing, forged or expired. */
async function deviceOfCookie(value: string | undefined): Promise<KnownDevice | undefined> {
  if (!value) return undefined;
  const token = await decode({ token: value, secret: cookieSecret(), salt }).catch(() => null);
  if (!token?.sub || !Array.isArray(token.accounts)) return undefined;
  return { id: token.sub, accountIds: token.accounts.filter(isText) };
}

/** The device that sends a request. */
export const deviceOfRequest = (request: {
  cookies: { get: (name: string) => { value: string } | undefined };
}): Promise<KnownDevice | undefined> =>
  deviceOfCookie(request.cookies.get(deviceCookieName())?.value);

/** The `set-cookie` value that makes a device known to an account which has just signed in there. */
export async function deviceCookie(
  accountId: string,
  device: KnownDevice | undefined,
): Promise<string> {
  const accounts = [accountId, ...(device?.accountIds ?? [])].slice(0, mostAccounts);
  const token = await encode({
    token: { sub: device?.id ?? randomUUID(), accounts: [...new Set(accounts)] },
    secret: cookieSecret(),
    maxAge,
    salt,
  });
  return `${deviceCookieName()}=${token}; Max-Age=${maxAge}; ${cookieAttributes()}`;
}
