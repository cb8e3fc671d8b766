import 'server-only';
import { assistanceOperations } from '#lib/api/operations/assistance';
import { dataOperations } from '#lib/api/operations/data';
import { needOperations } from '#lib/api/operations/needs';
import { numberOperations } from '#lib/api/operations/numbers';
import { registerOperations } from '#lib/api/operations/register';
import { reviewOperations } from '#lib/api/operations/reviews';
import type { Operation } from '#lib/api/operation';
import { escapePattern } from '#lib/text/escape';

/** Every operation of /api/v1. Routes, the document, the page and the tests are made of this table. */
export const operations: readonly Operation[] = [
  ...needOperations,
  ...reviewOperations,
  ...numberOperations,
  ...dataOperations,
  ...assistanceOperations,
  ...registerOperations,
];

const matchers = operations.map((operation) => ({
  operation,
  pattern: new RegExp(
    `^${operation.path
      .split('/')
      .map((segment) => /^\{(\w+)\}$/.exec(segment)?.[1] ?? { text: segment })
      .map((part) =>
        typeof part === 'string' ? `(?<${part}>[^/]{1,200})` : escapePattern(part.text),
      )
      .join('/')}$`,
  ),
}));

export type FoundOperation = Readonly<{
  operation: Operation;
  path: Readonly<Record<string, string>>;
}>;

/** The operations at a path below /api/v1, whatever their method. */
export const operationsAt = (path: string): readonly FoundOperation[] =>
  matchers.flatMap(({ operation, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ operation, path: { ...match.groups } }] : [];
  });
