import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { cache } from 'react';
import type { Actor } from '#lib/base/actor';
import { beginSession } from '#lib/sessions/sessions';
import {
  actorOfCookie,
  maxAge,
  secret,
  secure,
  sessionCookieName,
} from '#lib/sessions/auth-cookie';
import type { Locale } from '#lib/convention/names';
import { givenReader } from '#lib/sessions/reader';

// The cookie is read without Next as well, so it has a file of its own.
export {
  actorOfCookie,
  endedCookie,
  languageCookie,
  sessionCookie,
  sessionCookieName,
} from '#lib/sessions/auth-cookie';

/**
 * next-auth with the credentials provider. Its token holds nothing but the id of our own session
 * row.
 */
export const authOptions = async (network: string): Promise<NextAuthOptions> => ({
  secret: await secret(),
  session: { strategy: 'jwt', maxAge },
  pages: { signIn: '/', error: '/' },
  cookies: {
    sessionToken: {
      name: sessionCookieName(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: secure() },
    },
  },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: async (given) => {
        const begun = await beginSession({
          email: (given?.email ?? '').trim().toLowerCase(),
          password: given?.password ?? '',
          network,
        });
        return begun.ok ? { id: begun.value.id } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token }) => ({ sub: token.sub }),
    session: ({ session }) => ({ expires: session.expires }),
  },
});

/** Who reads the page that is being rendered. */
export const currentActor = cache(
  async (): Promise<Actor> =>
    givenReader() ?? actorOfCookie((await cookies()).get(sessionCookieName())?.value),
);

/**
 * For pages that only those see who have signed in: the others are sent there, and back afterwards.
 */
export async function signedIn(locale: Locale, path: string): Promise<Actor> {
  const actor = await currentActor();
  if (actor.role === 'public')
    redirect(`/${locale}/accounts/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}

/** Who sends this request: the actor of its session, or the public. */
export const requestActor = (request: NextRequest): Promise<Actor> =>
  actorOfCookie(request.cookies.get(sessionCookieName())?.value);
