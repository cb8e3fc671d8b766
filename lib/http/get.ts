import 'server-only';
import type { NextRequest } from 'next/server';
import type { Actor } from '#lib/base/actor';
import { isLocale, type Locale } from '#lib/convention/names';
import { queryParametersOf } from '#lib/http/query-parameters';
import { requestActor } from '#lib/sessions/auth';

/** The input of a GET route. */
export type RouteInput = Readonly<{
  actor: Actor;
  locale: Locale;
  /** The dynamic segments of the address, as they were sent. */
  address: Readonly<Record<string, string>>;
  /** The parameters of the query, each with all its values. */
  query: Readonly<Record<string, string[]>>;
  request: NextRequest;
}>;

export type GetContext = { params: Promise<Record<string, string>> };

/** Reads the input of a GET route. The language is English where the address has none. */
export async function routeInputOf(
  request: NextRequest,
  { params }: GetContext,
): Promise<RouteInput> {
  const address = await params;
  return {
    actor: await requestActor(request),
    locale: isLocale(address.locale) ? address.locale : 'en',
    address,
    query: queryParametersOf(request.nextUrl.searchParams),
    request,
  };
}
