import { planDocument, planWorkbook } from '#lib/assistance/plans/downloads';
import { needsOfPlan, planById } from '#lib/assistance/plans/queries';
import { isLocale } from '#lib/convention/names';
import { currentRevision } from '#lib/counting/summaries/load';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { recordExport } from '#lib/needs/lists/list-commands';

/** A plan as a file, as it stands now; for those who see plans. */
export const GET = download(async ({ actor, locale, address, request }) => {
  const { id = '', format = '' } = address;
  // The revision is read first: what comes in meanwhile makes the file newer than its name.
  const revision = await currentRevision();
  const plan = isLocale(address.locale) ? await planById(actor, id) : undefined;
  if (!plan || (format !== 'docx' && format !== 'xlsx')) return { kind: 'nothing' };
  const make = async () => {
    await recordExport(actor, { path: request.nextUrl.pathname, query: '' });
    const given = { locale, plan, needs: await needsOfPlan(actor, id), revision };
    const content = format === 'docx' ? await planDocument(given) : await planWorkbook(given);
    return { name: `plan-${revision}.${format}`, type: mediaTypes[format], content };
  };
  return { make };
});
