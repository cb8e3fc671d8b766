import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '#lib/sessions/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Longer than any address of the register: an answer's header has to hold it. */
const longestAddress = 2000;

function isAddress(value: string, origin: string): boolean {
  if (value.length > longestAddress) return false;
  const address = URL.parse(value, value.startsWith('/') ? origin : undefined);
  return address?.protocol === 'http:' || address?.protocol === 'https:';
}

/**
 * next-auth fails on an address to go on to that is none, and on an error that no header can hold:
 * such a request is malformed.
 */
async function malformed(
  request: NextRequest,
  [action, word]: readonly string[],
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
  const errors = [...searchParams.getAll('error'), ...(action === 'error' && word ? [word] : [])];
  return (
    addresses.some((value) => !isAddress(value, origin)) ||
    errors.some((value) => !/^[A-Za-z]{0,60}$/.test(value))
  );
}

/** next-auth's own addresses, for programs that sign in by them; people use the sign-in page. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (await malformed(request, nextauth))
    return Response.json(
      { error: 'The request is malformed.' },
      { status: 400, headers: { 'cache-control': 'no-store' } },
    );
  return NextAuth(
    request,
    context,
    await authOptions(request.headers.get('x-register-network') ?? ''),
  );
}

export { handler as GET, handler as POST };
