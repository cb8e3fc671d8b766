import type { NextRequest } from 'next/server';
import { alikeShown } from '#components/likeness/alike-shown';
import { requestActor } from '#lib/sessions/auth';
import { isLocale } from '#lib/convention/names';
import { translator } from '#lib/text/i18n';
import { whatReadsAlike } from '#lib/review/likeness/queries';
import { longestAsked } from '#lib/review/likeness/vocabulary';
import { vocabulary } from '#lib/needs/store/queries';
import { isUuid } from '#lib/text/uuid';

const headers = { 'cache-control': 'no-store' } as const;

/**
 * What reads like a text that is being typed, by session as far as its reader sees it; for those
 * alone who have signed in.
 */
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
  const asked = request.nextUrl.searchParams;
  const language = asked.get('language');
  const idOf = (name: string) => (isUuid(asked.get(name) ?? '') ? asked.get(name)! : '');
  const found = await whatReadsAlike(actor, (asked.get('text') ?? '').slice(0, longestAsked), {
    language: isLocale(language) ? language : null,
    reviewId: idOf('review'),
    except: idOf('need'),
  });
  return Response.json(alikeShown(locale, translator(locale), found, await vocabulary(actor)), {
    headers,
  });
}
