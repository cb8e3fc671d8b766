import 'server-only';
import { assistanceOperations } from '#lib/api/operations/assistance';
import { dataOperations } from '#lib/api/operations/data';
import { needOperations } from '#lib/api/operations/needs';
import { numberOperations } from '#lib/api/operations/numbers';
import { registerOperations } from '#lib/api/operations/register';
import { reviewOperations } from '#lib/api/operations/reviews';
import { termOperations } from '#lib/api/operations/terms';
import type { Operation } from '#lib/api/model/operation';
import { pathPattern } from '#lib/api/model/path-pattern';

/** Every operation of /api/v1. Routes, the document, the page and the tests are made of this table. */
export const operations: readonly Operation[] = [
  ...needOperations,
  ...reviewOperations,
  ...numberOperations,
  ...dataOperations,
  ...assistanceOperations,
  ...registerOperations,
  ...termOperations,
];

const matchers = operations.map((operation) => ({
  operation,
  pattern: pathPattern(operation.path),
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
