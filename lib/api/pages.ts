import 'server-only';
import { done, invalid, type Outcome } from '#lib/base/errors';
import type { Answer } from '#lib/api/operation';

const usualPage = 50;

/** How many the program asks for at most. */
export const pageSizeOf = (query: URLSearchParams): number =>
  Number(query.get('limit') ?? usualPage);

/**
 * A page of a list that is short enough to be read whole, such as the reviews: what comes after the
 * id that is named, in the order of the list.
 */
export function pageOfList<T extends { id: string }>(
  list: readonly T[],
  query: URLSearchParams,
  toBody: (item: T) => unknown,
): Outcome<Answer> {
  const size = pageSizeOf(query);
  const after = query.get('after');
  const before = query.get('before');
  const named = after ?? before;
  const at = named === null ? -1 : list.findIndex(({ id }) => id === named);
  if (named !== null && (at < 0 || (after !== null && before !== null)))
    return invalid(after === null ? 'before' : 'after', 'api.faults.value');
  const start = before === null ? at + 1 : Math.max(0, at - size);
  const end = before === null ? start + size : at;
  const items = list.slice(start, end);
  return done({
    body: items.map(toBody),
    before: start > 0 ? (items[0]?.id ?? null) : null,
    after: end < list.length ? (items.at(-1)?.id ?? null) : null,
  });
}
