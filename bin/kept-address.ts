import { isLocale } from '#lib/convention/names';
import { summaryAsked } from '#lib/summaries/asked';

export type KeptAddress = Readonly<{ address: string; /** The first page, which is the same for the public alone. */ first: boolean }>;
const names = ['cycle', 'chapter', 'cutoff'] as const;

/**
 * The one spelling of the address of a page that can be kept; undefined for every other. What no page reads (other parameters,
 * their order, empty ones) is left out, so that nobody can fill the memory with one page under many names.
 */
export function keptAddress(url: string): KeptAddress | undefined {
  const [, path = '', locale, deeper, query = ''] = /^(\/([a-z]{2})(\/summaries(?:\/[A-Za-z0-9-]{1,40}){0,2})?)(?:\?(.{0,500}))?$/.exec(url) ?? [];
  if (!isLocale(locale)) return undefined;
  if (!deeper) return { address: path, first: true };
  if (query === '') return { address: path, first: false };
  const sent = new URLSearchParams(query);
  const known = names.flatMap((name) => sent.getAll(name).map((value) => [name, value.trim()] as const)).filter(([, value]) => value !== '');
  if (new Set(known.map(([name]) => name)).size < known.length || summaryAsked(Object.fromEntries(known)).faults.length > 0) return undefined;
  return { address: known.length > 0 ? `${path}?${new URLSearchParams(known.map(([name, value]) => [name, value]))}` : path, first: false };
}
