import 'server-only';
import type { NextRequest } from 'next/server';
import type { Actor } from '#lib/base/actor';
import { isLocale, type Locale } from '#lib/convention/names';
import { actorAsking } from '#lib/sessions/auth';

/** What the handler of a GET route is given. */
export type Asked = Readonly<{
  actor: Actor;
  locale: Locale;
  /** What the address says: each part of it that the route leaves open, as it was sent. */
  address: Readonly<Record<string, string>>;
  /** The parameters of the query, each with all its values. */
  query: Readonly<Record<string, string[]>>;
  request: NextRequest;
}>;

export type GetContext = { params: Promise<Record<string, string>> };

/** Each parameter of a query with all its values, in the order in which they were sent. */
export const queryOf = (parameters: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]),
  );

/** Reads who asks what, in which language: English where the address names none. */
export async function askedOf(request: NextRequest, { params }: GetContext): Promise<Asked> {
  const address = await params;
  return {
    actor: await actorAsking(request),
    locale: isLocale(address.locale) ? address.locale : 'en',
    address,
    query: queryOf(request.nextUrl.searchParams),
    request,
  };
}
