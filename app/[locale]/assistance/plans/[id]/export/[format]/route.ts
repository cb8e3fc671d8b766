import { planDocument, planWorkbook } from '#lib/assistance/plans/downloads';
import { needsOfPlan, planById } from '#lib/assistance/plans/queries';
import { isLocale } from '#lib/convention/names';
import { currentRevision } from '#lib/counting/facts/load';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { recordExport } from '#lib/needs/lists/list-commands';

/** Downloads a plan as it is now, for those who may see plans. */
export const GET = download(async ({ actor, locale, address, request }) => {
  const { id = '', format = '' } = address;
  // The revision is read first: a change that comes meanwhile can only make the file newer than its
  // name, never older.
  const revision = await currentRevision();
  const plan = isLocale(address.locale) ? await planById(actor, id) : undefined;
  if (!plan || (format !== 'docx' && format !== 'xlsx')) return { kind: 'nothing' };
  const make = async () => {
    await recordExport(actor, { path: request.nextUrl.pathname, query: '' });
    const input = { locale, plan, needs: await needsOfPlan(actor, id), revision };
    const content = format === 'docx' ? await planDocument(input) : await planWorkbook(input);
    return { name: `plan-${revision}.${format}`, type: mediaTypes[format], content };
  };
  return { isRecorded: true, create: make };
});
