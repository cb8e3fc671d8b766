import 'server-only';
import { LRUCache } from 'lru-cache';
import { decode, encode } from 'next-auth/jwt';
import { registerRow } from '#db/open';
import type { Actor } from '#lib/base/actor';
import { actorOfSession, sessionHours } from '#lib/sessions/sessions';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/base/env';
import { processWide } from '#lib/base/process-wide';

export const secure = () => environment().publicUrl.protocol === 'https:';
// Browsers take a __Host- cookie over https alone; plain http is allowed on this machine only.
export const sessionCookieName = () => (secure() ? '__Host-needs-register' : 'needs-register');
export const maxAge = sessionHours * 3600;

export const secret = () =>
  processWide('secret', async () => {
    const row = await registerRow();
    if (!row) throw new Error('the register has not been opened');
    return row.secret;
  });

const attributes = () => `Path=/; HttpOnly; SameSite=Lax${secure() ? '; Secure' : ''}`;

/** The cookie of a session that `beginSession` began, as a `set-cookie` value. */
export async function sessionCookie(sessionId: string): Promise<string> {
  const token = await encode({ token: { sub: sessionId }, secret: await secret(), maxAge });
  return `${sessionCookieName()}=${token}; Max-Age=${maxAge}; ${attributes()}`;
}

/**
 * Remembers a choice of language for a year; no secret, but nobody on the line need read it either.
 */
export const languageCookie = (language: Locale) =>
  `language=${language}; Max-Age=31536000; ${attributes()}`;

export const endedCookie = () => `${sessionCookieName()}=; Max-Age=0; ${attributes()}`;

type Opened = Readonly<{ sessionId: string; until: number }>;
const mostOpened = 5000;

/**
 * The session that a cookie names; null where it is forged or expired. Opening a cookie costs more
 * than all else about it and
 * always gives the same, so the last few thousand are remembered; the session's own row is read
 * every time.
 */
async function sessionOf(value: string): Promise<string | null> {
  const opened = processWide(
    'opened-cookies',
    () => new LRUCache<string, Opened>({ max: mostOpened }),
  );
  const known = opened.get(value);
  if (known) return known.until > Date.now() ? known.sessionId : null;
  const token = await decode({ token: value, secret: await secret() }).catch(() => null);
  if (!token?.sub || typeof token.exp !== 'number') return null;
  opened.set(value, { sessionId: token.sub, until: token.exp * 1000 });
  return token.sub;
}

/**
 * The actor of a session cookie's value: the public where it is missing, forged, ended or expired.
 */
export const actorOfCookie = async (value: string | undefined): Promise<Actor> =>
  actorOfSession(value ? await sessionOf(value) : null);

/** Who sends a request with these cookies, where Next has not read them. */
export async function actorOfRequest(cookies: string | undefined): Promise<Actor> {
  const name = `${sessionCookieName()}=`;
  const sent = cookies
    ?.split(';')
    .map((each) => each.trim())
    .findLast((each) => each.startsWith(name));
  return actorOfCookie(sent?.slice(name.length));
}
