import { isLocale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { pageQuery } from '#lib/counting/summaries/asked';
import { comparisonNames } from '#lib/counting/summaries/compare-asked';
import {
  pageNames,
  parametersOf,
  sentParameters,
  vocabularyOf,
} from '#lib/counting/summaries/parameters';

export type KeptAddress = Readonly<{
  address: string;
  /** The first page, which is the same for the public alone. */ first: boolean;
}>;

/**
 * An address with no more than what its page reads, in one order. Whatever is at fault in it is
 * answered with 400, which nobody keeps.
 */
function spelled(path: string, given: URLSearchParams, names: readonly string[]): string {
  const read = new URLSearchParams(
    names.flatMap((name) =>
      given
        .getAll(name)
        .map((value) => [name, value.trim()])
        .filter(([, value]) => value !== ''),
    ),
  );
  return read.size > 0 ? `${path}?${read}` : path;
}

/**
 * The one spelling of the address of a page that can be kept; undefined for every other. What no
 * page reads (other parameters,
 * their order, empty ones) is left out, so that nobody can fill the memory with one page under many
 * names. A list of needs
 * has too many pages of its own to be kept.
 */
export function keptAddress(url: string): KeptAddress | undefined {
  const [, path = '', locale, deeper, query = ''] =
    /^(\/([a-z]{2})(\/summaries(?:\/[A-Za-z0-9-]{1,40}){0,2})?)(?:\?(.{0,500}))?$/.exec(url) ?? [];
  if (!isLocale(locale) || deeper === '/summaries/needs') return undefined;
  if (!deeper) return { address: path, first: true };
  if (query === '') return { address: path, first: false };
  const given = new URLSearchParams(query);
  if (deeper === '/summaries/compare')
    return {
      address: spelled(path, given, ['cycle', 'chapter', ...comparisonNames]),
      first: false,
    };
  const asked = pageQuery(Object.fromEntries(pageNames.map((name) => [name, given.getAll(name)])));
  const { sent, faults } = sentParameters(asked, pageNames);
  if (
    faults.length > 0 ||
    parametersOf(sent, null, today(), {}).faults.length > 0 ||
    vocabularyOf(sent, today()).faults.length > 0
  )
    return undefined;
  return { address: asked.size > 0 ? `${path}?${asked}` : path, first: false };
}
