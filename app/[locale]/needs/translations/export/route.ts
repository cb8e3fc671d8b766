import { isLocale } from '#lib/convention/names';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { recordExport } from '#lib/needs/lists/list-commands';
import { parseListParameters, toListQuery } from '#lib/needs/lists/list-parameters';
import { loadListChoices, needsInBatches } from '#lib/needs/lists/list-queries';
import { needsToTranslate } from '#lib/needs/translations/export';
import { mayImportTranslations } from '#lib/needs/translations/import-commands';
import { xliffOf, type XliffNeed } from '#lib/needs/translations/xliff';
import { today } from '#lib/text/dates';

/**
 * The needs of a list that are written in one language, as a file to be translated into another.
 * Where there is nothing to translate, the page says so.
 */
export const GET = download(async ({ actor, locale, query: parameters, request }) => {
  const { pathname, search } = request.nextUrl;
  const elsewhere = {
    kind: 'elsewhere',
    location: `/${locale}/needs/translations${search}`,
  } as const;
  const { from: sources = [], to: targets = [], ...listParameters } = parameters;
  const [from = '', to = ''] = [sources.join(), targets.join()];
  if (!mayImportTranslations(actor).ok || !isLocale(from) || !isLocale(to) || from === to)
    return elsewhere;
  const { known } = await loadListChoices(actor);
  const { parameters: parsed, faults } = parseListParameters(listParameters, known);
  if (faults.length > 0) return elsewhere;
  const { list, filter, sort } = toListQuery({ ...parsed, at: undefined });
  const needs: XliffNeed[] = [];
  for await (const batch of needsInBatches(actor, { list, filter, sort }))
    needs.push(...(await needsToTranslate(actor, { from, to }, batch)));
  if (needs.length === 0)
    return {
      kind: 'elsewhere',
      location: `/${locale}/needs/translations${search}&nothing=1`,
    };
  const create = async () => {
    await recordExport(actor, { path: pathname, query: search });
    const name = `needs-${from}-${to}-${today()}.xlf`;
    return { name, type: mediaTypes.xliff, content: xliffOf(from, to, needs) };
  };
  return { isRecorded: true, create };
});
