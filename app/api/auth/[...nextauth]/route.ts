import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '#lib/sessions/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Longer than any address of the register; a header of the response has to hold it. */
const longestAddress = 2000;

function isAddress(value: string, origin: string): boolean {
  if (value.length > longestAddress) return false;
  const address = URL.parse(value, value.startsWith('/') ? origin : undefined);
  return address?.protocol === 'http:' || address?.protocol === 'https:';
}

/**
 * Whether next-auth would fail on the request: its callback address is not an address, its error does
 * not fit into a header, or it reads what only the form of a password is sent to.
 */
async function isMalformed(
  request: NextRequest,
  [action, code]: readonly string[],
): Promise<boolean> {
  const { searchParams, origin } = request.nextUrl;
  const form =
    request.method === 'POST' ? new URLSearchParams(await request.clone().text()) : searchParams;
  const cookies = request.cookies
    .getAll()
    .filter(({ name }) => name.endsWith('next-auth.callback-url'))
    .map(({ value }) => value);
  const addresses = [
    ...searchParams.getAll('callbackUrl'),
    ...form.getAll('callbackUrl'),
    ...cookies,
  ].filter(Boolean);
  const errors = [...searchParams.getAll('error'), ...(action === 'error' && code ? [code] : [])];
  return (
    (action === 'callback' && request.method !== 'POST') ||
    addresses.some((value) => !isAddress(value, origin)) ||
    errors.some((value) => !/^[A-Za-z]{0,60}$/.test(value))
  );
}

/** The addresses of next-auth, for programs that sign in; people use the sign-in page. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (await isMalformed(request, nextauth))
    return Response.json(
      { error: 'The request is malformed.' },
      { status: 400, headers: { 'cache-control': 'no-store' } },
    );
  return NextAuth(
    request,
    context,
    authOptions(
      request.headers.get('x-register-network') ?? '',
      request.headers.get('user-agent') ?? '',
    ),
  );
}

export { handler as GET, handler as POST };
