import 'server-only';
import type * as z from 'zod';
import type { ProblemFault } from '#lib/http/problem';
import type { Translate } from '#lib/text/i18n';

type Issue = z.core.$ZodIssue;
type FaultKey = 'unknown' | 'missing' | 'type' | 'value';

/** The pointer of a place in a body (RFC 6901). */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const longestName = 100;

/** What is wrong, by the issue of the schema; `sent` tells a missing value from a wrong one. */
function faultKeyOf(issue: Issue, sent: unknown): FaultKey {
  if (issue.code !== 'invalid_type') return 'value';
  return sent === undefined ? 'missing' : 'type';
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  let value = sent;
  for (const part of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[part];
  return value;
}

/** The faults of a body or a query by its schema, each at its place; unknown names are named. */
export const faultsOf = (
  t: Translate,
  issues: readonly Issue[],
  sent: unknown,
): readonly ProblemFault[] =>
  issues.flatMap((issue) => {
    const isUnknown = issue.code === 'unrecognized_keys';
    const places = isUnknown ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return places.map((path) => {
      const key = isUnknown ? 'unknown' : faultKeyOf(issue, valueAt(sent, issue.path));
      const pointer = pointerOf(path);
      const field = path.map(String).join('.').slice(0, longestName);
      return { field, pointer: pointer.slice(0, 2 * longestName), message: t(`api.faults.${key}`) };
    });
  });
