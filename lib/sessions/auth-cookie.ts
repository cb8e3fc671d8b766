import 'server-only';
import { LRUCache } from 'lru-cache';
import { decode, encode } from 'next-auth/jwt';
import { registerKey } from '#db/register-key';
import type { Actor } from '#lib/base/actor';
import { actorOfSession, enrollingActorOfSession, sessionHours } from '#lib/sessions/sessions';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { globalSingleton } from '#lib/base/global-singleton';

export const isSecure = () => environment().publicUrl.protocol === 'https:';
// Browsers accept a __Host- cookie over https only. Plain http is allowed on this machine.
export const sessionCookieName = () => (isSecure() ? '__Host-needs-register' : 'needs-register');
export const sessionMaxAge = sessionHours * 3600;

/** Signs and encrypts cookies. */
export const cookieSecret = registerKey;

/** The attributes of every cookie. */
export const cookieAttributes = () =>
  `Path=/; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;

/** The `set-cookie` value of a session that `beginSession` has begun. */
export async function sessionCookie(sessionId: string): Promise<string> {
  const token = await encode({
    token: { sub: sessionId },
    secret: cookieSecret(),
    maxAge: sessionMaxAge,
  });
  return `${sessionCookieName()}=${token}; Max-Age=${sessionMaxAge}; ${cookieAttributes()}`;
}

/** The `set-cookie` value that remembers the chosen language for a year. */
export const languageCookie = (language: Locale) =>
  `language=${language}; Max-Age=31536000; ${cookieAttributes()}`;

/** The `set-cookie` value that deletes the session cookie. */
export const expiredSessionCookie = () =>
  `${sessionCookieName()}=; Max-Age=0; ${cookieAttributes()}`;

type DecodedCookie = Readonly<{ sessionId: string; expiresAt: number }>;
const maxDecodedCookies = 5000;

/**
 * The session id in a cookie; null where it is forged or expired. Decoding is slow and always gives
 * the same result, so the last few thousand results are cached. The row of the session is still read
 * for every request.
 */
async function sessionIdOf(value: string): Promise<string | null> {
  const cache = globalSingleton(
    'opened-cookies',
    () => new LRUCache<string, DecodedCookie>({ max: maxDecodedCookies }),
  );
  const decoded = cache.get(value);
  if (decoded) return decoded.expiresAt > Date.now() ? decoded.sessionId : null;
  const token = await decode({ token: value, secret: cookieSecret() }).catch(() => null);
  if (!token?.sub || typeof token.exp !== 'number') return null;
  cache.set(value, { sessionId: token.sub, expiresAt: token.exp * 1000 });
  return token.sub;
}

/** The actor of a session cookie; the public where it is missing, forged, ended or expired. */
export const actorOfCookie = async (value: string | undefined): Promise<Actor> =>
  actorOfSession(value ? await sessionIdOf(value) : null);

/** The actor of a cookie whose session can do nothing but set up a second factor. */
export const enrollingActorOfCookie = async (value: string | undefined): Promise<Actor> =>
  enrollingActorOfSession(value ? await sessionIdOf(value) : null);

/** The actor of a Cookie header, for requests that Next has not read. */
export async function actorOfRequest(cookies: string | undefined): Promise<Actor> {
  const name = `${sessionCookieName()}=`;
  const cookie = cookies
    ?.split(';')
    .map((pair) => pair.trim())
    .findLast((pair) => pair.startsWith(name));
  return actorOfCookie(cookie?.slice(name.length));
}
