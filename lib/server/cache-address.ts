import 'server-only';
import { isLocale } from '#lib/convention/names';
import { today } from '#lib/text/dates';
import { pageSearchParams } from '#lib/counting/filter/page-query';
import { comparisonParameterNames } from '#lib/counting/comparisons/comparison-parameters';
import {
  pageParameterNames,
  parseParameters,
  collectParameters,
  parseVocabularyDate,
} from '#lib/counting/filter/parameters';

export type CacheAddress = Readonly<{
  address: string;
  /** The home page, which is the same for the public alone. */
  isHome: boolean;
}>;

/** `/en`, `/en/summaries` or a summary page up to two levels below, and its query. */
const pageUrl = /^(\/([a-z]{2})(\/summaries(?:\/[A-Za-z0-9-]{1,40}){0,2})?)(?:\?(.{0,500}))?$/;

const withQuery = (path: string, query: URLSearchParams) =>
  query.size > 0 ? `${path}?${query}` : path;

/** The named parameters alone, in this order, without empty values. */
function pick(query: URLSearchParams, names: readonly string[]): URLSearchParams {
  const pairs = names.flatMap((name) =>
    query.getAll(name).map((value): [string, string] => [name, value.trim()]),
  );
  return new URLSearchParams(pairs.filter(([, value]) => value !== ''));
}

/** The address of a comparison. Faulty parameters stay: their answer is 400, which is not cached. */
const comparisonAddress = (path: string, query: URLSearchParams) =>
  withQuery(path, pick(query, ['cycle', 'chapter', ...comparisonParameterNames]));

/** The address of a summary; undefined where a parameter is faulty. */
function summaryAddress(path: string, query: URLSearchParams): string | undefined {
  const parameters = pageSearchParams(
    Object.fromEntries(pageParameterNames.map((name) => [name, query.getAll(name)])),
  );
  const { sent, faults } = collectParameters(parameters, pageParameterNames);
  if (faults.length > 0) return undefined;
  if (parseParameters(sent, null, today(), {}).faults.length > 0) return undefined;
  if (parseVocabularyDate(sent, today()).faults.length > 0) return undefined;
  return withQuery(path, parameters);
}

/**
 * The canonical address of a page that can be cached; undefined for every other. Parameters that
 * the page does not read, their order and empty values make no difference, so that nobody can fill
 * the cache with one page under many addresses. Lists of needs have too many pages to be cached, and
 * files are no pages.
 */
export function cacheAddress(url: string): CacheAddress | undefined {
  const [, path = '', locale, summaryPath, queryText = ''] = pageUrl.exec(url) ?? [];
  if (!isLocale(locale) || summaryPath === '/summaries/needs') return undefined;
  if (summaryPath?.startsWith('/summaries/export/')) return undefined;
  if (!summaryPath) return { address: path, isHome: true };
  if (queryText === '') return { address: path, isHome: false };

  const query = new URLSearchParams(queryText);
  const isComparison = summaryPath === '/summaries/compare';
  const address = isComparison ? comparisonAddress(path, query) : summaryAddress(path, query);
  return address === undefined ? undefined : { address, isHome: false };
}
