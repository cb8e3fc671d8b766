import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '#lib/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses, for programs that sign in by them; people use the sign-in page. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, await authOptions(request.headers.get('x-register-network') ?? ''));
}

export { handler as GET, handler as POST };
