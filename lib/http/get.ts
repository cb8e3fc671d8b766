import 'server-only';
import type { NextRequest } from 'next/server';
import type { Actor } from '#lib/base/actor';
import { isLocale, type Locale } from '#lib/convention/names';
import { queryOf } from '#lib/http/query';
import { requestActor } from '#lib/sessions/auth';

/** What the handler of a GET route is given. */
export type RouteInput = Readonly<{
  actor: Actor;
  locale: Locale;
  /** What the address says: each part of it that the route leaves open, as it was sent. */
  address: Readonly<Record<string, string>>;
  /** The parameters of the query, each with all its values. */
  query: Readonly<Record<string, string[]>>;
  request: NextRequest;
}>;

export type GetContext = { params: Promise<Record<string, string>> };

/** Reads who asks what, in which language: English where the address names none. */
export async function routeInputOf(
  request: NextRequest,
  { params }: GetContext,
): Promise<RouteInput> {
  const address = await params;
  return {
    actor: await requestActor(request),
    locale: isLocale(address.locale) ? address.locale : 'en',
    address,
    query: queryOf(request.nextUrl.searchParams),
    request,
  };
}
