/** Keys the rows of a table by their provision, so that their order does not matter. */
const keyRows = (value: unknown): unknown =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (item) => typeof item === 'object' && item !== null && 'articles' in item && 'cells' in item,
  )
    ? Object.fromEntries(value.map((item: { articles: string }) => [item.articles, item]))
    : value;

/** Lists every difference of two responses as `path: counted, recounted`. */
export function differences(counted: unknown, recounted: unknown, path = ''): string[] {
  const a = keyRows(counted);
  const b = keyRows(recounted);
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) {
    return Object.is(a, b)
      ? []
      : [`${path}: counted ${JSON.stringify(a)}, recounted ${JSON.stringify(b)}`];
  }
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.flatMap((name) =>
    differences(
      (a as Record<string, unknown>)[name],
      (b as Record<string, unknown>)[name],
      path ? `${path}.${name}` : name,
    ),
  );
}
