import type { NextRequest } from 'next/server';
import { similarView } from '#components/similarity/similar-view';
import { requestActor } from '#lib/sessions/auth';
import { isLocale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { findSimilarNeeds } from '#lib/review/similarity/queries';
import { maxComparedLength } from '#lib/review/similarity/vocabulary';
import { vocabulary } from '#lib/needs/store/queries';
import { isUuid } from '#lib/text/uuid';

const headers = { 'cache-control': 'no-store' } as const;

function idIn(parameters: URLSearchParams, name: string): string {
  const value = parameters.get(name) ?? '';
  return isUuid(value) ? value : '';
}

/** Finds the needs like a text that a signed-in reader types, among those that they may see. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params;
  const actor = await requestActor(request);
  if (!isLocale(locale)) return new Response(null, { status: 404, headers });
  if (actor.role === 'public')
    return Response.json(
      { error: translator(locale)('coding.alike.signIn') },
      { status: 401, headers },
    );
  const parameters = request.nextUrl.searchParams;
  const language = parameters.get('language');
  const text = (parameters.get('text') ?? '').slice(0, maxComparedLength);
  const found = await findSimilarNeeds(actor, text, {
    language: isLocale(language) ? language : null,
    reviewId: idIn(parameters, 'review'),
    except: idIn(parameters, 'need'),
  });
  const similar = similarView(locale, translator(locale), found, await vocabulary(actor));
  return Response.json(similar, { headers });
}
