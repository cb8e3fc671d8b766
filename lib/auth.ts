import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { registerRow } from '#db/open';
import type { Actor } from '#lib/actor';
import { actorOfSession, beginSession, sessionHours } from '#lib/accounts/sessions';
import type { Locale } from '#lib/convention/names';
import { environment } from '#lib/env';
import { processWide } from '#lib/process-wide';

const secure = () => environment().publicUrl.protocol === 'https:';
// Browsers take a __Host- cookie over https alone; plain http is allowed on this machine only.
export const sessionCookieName = () => (secure() ? '__Host-needs-register' : 'needs-register');
const maxAge = sessionHours * 3600;

const secret = () => processWide('secret', async () => {
  const row = await registerRow();
  if (!row) throw new Error('the register has not been opened');
  return row.secret;
});

/** next-auth with the credentials provider. Its token holds nothing but the id of our own session row. */
export const authOptions = async (network: string): Promise<NextAuthOptions> => ({
  secret: await secret(),
  session: { strategy: 'jwt', maxAge },
  pages: { signIn: '/', error: '/' },
  cookies: { sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secure() } } },
  providers: [CredentialsProvider({
    credentials: { email: {}, password: {} },
    authorize: async (given) => {
      const begun = await beginSession({ email: (given?.email ?? '').trim().toLowerCase(), password: given?.password ?? '', network });
      return begun.ok ? { id: begun.value.id } : null;
    },
  })],
  callbacks: {
    jwt: ({ token }) => ({ sub: token.sub }),
    session: ({ session }) => ({ expires: session.expires }),
  },
});

/** The cookie of a session that `beginSession` began, as a `set-cookie` value. */
export async function sessionCookie(sessionId: string): Promise<string> {
  const token = await encode({ token: { sub: sessionId }, secret: await secret(), maxAge });
  return `${sessionCookieName()}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure() ? '; Secure' : ''}`;
}

export const endedCookie = () => `${sessionCookieName()}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure() ? '; Secure' : ''}`;

/** The actor of a session cookie's value: the public where it is missing, forged, ended or expired. */
export async function actorOfCookie(value: string | undefined): Promise<Actor> {
  const token = value ? await decode({ token: value, secret: await secret() }).catch(() => null) : null;
  return actorOfSession(token?.sub ?? null);
}

/** Who reads the page that is being rendered. */
export const currentActor = cache(async (): Promise<Actor> => actorOfCookie((await cookies()).get(sessionCookieName())?.value));

/** For pages that only those see who have signed in: the others are sent there, and back afterwards. */
export async function signedIn(locale: Locale, path: string): Promise<Actor> {
  const actor = await currentActor();
  if (actor.role === 'public') redirect(`/${locale}/accounts/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}
