import type { NextRequest } from 'next/server';
import { actorOfCookie, sessionCookieName } from '#lib/sessions/auth';
import { isLocale } from '#lib/convention/names';
import { recordExport } from '#lib/needs/lists/list-commands';
import { planDocument, planWorkbook } from '#lib/assistance/plans/downloads';
import { needsOfPlan, planById } from '#lib/assistance/plans/queries';
import { currentRevision } from '#lib/counting/summaries/load';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A plan as a file, as it stands now; for those who see plans. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<Record<string, string>> },
): Promise<Response> {
  const { locale = '', id = '', format = '' } = await params;
  const actor = await actorOfCookie(request.cookies.get(sessionCookieName())?.value);
  const [revision, plan] = [
    await currentRevision(),
    isLocale(locale) ? await planById(actor, id) : undefined,
  ];
  if (!plan || !isLocale(locale) || (format !== 'docx' && format !== 'xlsx'))
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  await recordExport(actor, { path: request.nextUrl.pathname, query: '' });
  const given = { locale, plan, needs: await needsOfPlan(actor, id), revision };
  const file = format === 'docx' ? await planDocument(given) : await planWorkbook(given);
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="plan-${revision}.${format}"`,
      vary: 'cookie',
      'cache-control': 'no-store',
    },
  });
}
