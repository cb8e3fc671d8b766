import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { cache } from 'react';
import type { Actor } from '#lib/base/actor';
import { endSession } from '#lib/sessions/session-commands';
import { actorOfSession, beginSession } from '#lib/sessions/sessions';
import {
  actorOfCookie,
  enrollingActorOfCookie,
  sessionMaxAge,
  cookieSecret,
  isSecure,
  sessionCookieName,
} from '#lib/sessions/auth-cookie';
import type { Locale } from '#lib/convention/names';
import { presetActor } from '#lib/sessions/preset-actor';
import { readEmail } from '#lib/text/written';

// The HTTP edge reads the cookie without Next, so it has a file of its own.
export { expiredSessionCookie, languageCookie, sessionCookie } from '#lib/sessions/auth-cookie';

/** next-auth with the credentials provider. Its token contains only the id of our session row. */
export const authOptions = (network: string, agent: string): NextAuthOptions => ({
  secret: cookieSecret(),
  session: { strategy: 'jwt', maxAge: sessionMaxAge },
  pages: { signIn: '/', error: '/' },
  cookies: {
    sessionToken: {
      name: sessionCookieName(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
    },
  },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {}, code: {} },
      authorize: async (credentials) => {
        const session = await beginSession({
          email: readEmail(credentials?.email ?? ''),
          password: credentials?.password ?? '',
          code: credentials?.code ?? '',
          network,
          agent,
        });
        return session.ok ? { id: session.value.id } : null;
      },
    }),
  ],
  events: {
    signOut: async ({ token }) => {
      const actor = await actorOfSession(token?.sub ?? null);
      await endSession(actor);
    },
  },
  callbacks: {
    jwt: ({ token }) => ({ sub: token.sub }),
    session: ({ session }) => ({ expires: session.expires }),
  },
});

/** The actor for whom the page is rendered. */
export const currentActor = cache(
  async (): Promise<Actor> =>
    presetActor() ?? actorOfCookie((await cookies()).get(sessionCookieName())?.value),
);

/** The actor of a page for signed-in readers; redirects others to the sign-in page and back. */
export async function requireSignIn(locale: Locale, path: string): Promise<Actor> {
  const actor = await currentActor();
  if (actor.role === 'public')
    redirect(`/${locale}/accounts/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}

/** The actor of a request: that of its session, or the public. */
export const requestActor = (request: NextRequest): Promise<Actor> =>
  actorOfCookie(request.cookies.get(sessionCookieName())?.value);

/** The reader of the page that sets up a second factor, who may have to do so before all else. */
export async function requireEnrolling(locale: Locale, path: string): Promise<Actor> {
  if (presetActor()) return requireSignIn(locale, path);
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  const enrolling = await enrollingActorOfCookie(cookie);
  return enrolling.role === 'public' ? requireSignIn(locale, path) : enrolling;
}

/** The actor of a request, also where they have to set up a second factor before all else. */
export async function requestEnrolling(request: NextRequest): Promise<Actor> {
  const cookie = request.cookies.get(sessionCookieName())?.value;
  const enrolling = await enrollingActorOfCookie(cookie);
  return enrolling.role === 'public' ? requestActor(request) : enrolling;
}
