import type { ListKind } from '#lib/needs/store/queries';

/** Where a browser's tab keeps what a person has ticked in a list. */
export const selectionKey = (list: ListKind, accountId: string | null): string =>
  `needs ${list} ${accountId ?? ''}`;
