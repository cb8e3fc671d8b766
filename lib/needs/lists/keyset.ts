import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { need, needVersion, state } from '#db/schema';
import type { ListKind } from '#lib/needs/store/queries';
import type { ListSort } from '#lib/needs/model/vocabulary';

/**
 * A place in a list: the sort key and the id of the need at the edge of the page that the reader
 * saw.
 */
export type Cursor = Readonly<{ toward: 'after' | 'before'; key: string | null; id: string }>;

type Order = Readonly<{ key: PgColumn; descending?: true; nullable?: boolean }>;

/**
 * The sort key of a list. A key that may be missing is ascending with missing ones last, which only
 * `nulls last` guarantees on both engines.
 */
export function sortOrder(sort: ListSort, list: ListKind): Order {
  switch (sort) {
    case 'changed':
      return { key: list === 'own' ? need.updatedAt : need.countedAt, descending: true };
    case 'oldest':
      return { key: list === 'own' ? need.updatedAt : need.countedAt };
    // An approved need has a reference; a draft may have none.
    case 'reference':
      return { key: need.reference, nullable: list === 'own' };
    // A reference begins with the code of its State, so its index has this order too.
    case 'state':
      return { key: list === 'own' ? state.code : need.reference };
    case 'priority':
      return { key: list === 'own' ? need.priority : needVersion.priority, nullable: true };
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** The patterns of keys; an empty key is of a need without one. */
const keyPatterns: Readonly<Record<ListSort, RegExp>> = {
  changed: instant,
  oldest: instant,
  reference: /^[\w.-]{0,64}$/,
  state: /^[\w.-]{1,64}$/,
  priority: /^\d{0,3}$/,
};

/** Parses `KEY~ID` of an address; undefined where it is malformed. */
export function parseCursor(
  toward: Cursor['toward'],
  value: string,
  sort: ListSort,
): Cursor | undefined {
  const [key = '', id = '', ...rest] = value.split('~');
  if (rest.length > 0 || !/^[\w-]{1,64}$/.test(id) || !keyPatterns[sort].test(key))
    return undefined;
  return { toward, key: key || null, id };
}

/**
 * The condition and the order of the page at a place. The page before a place is read backwards.
 */
export function keysetCondition(
  { key, descending, nullable }: Order,
  at?: Cursor,
): { where?: SQL; orderBy: SQL[] } {
  const isBackwards = at?.toward === 'before';
  const isDescending = Boolean(descending) !== isBackwards;
  const direction = sql.raw(isDescending ? 'desc' : 'asc');
  const nullsOrder = isBackwards ? ' nulls first' : ' nulls last';
  const nulls = sql.raw(nullable ? nullsOrder : '');
  const orderBy = [sql`${key} ${direction}${nulls}`, sql`${need.id} ${direction}`];
  if (!at) return { orderBy };
  const comparator = sql.raw(isDescending ? '<' : '>');
  const typedKey = key.dataType === 'number' ? Number(at.key) : at.key;
  const value = at.key === null ? null : key.mapToDriverValue(typedKey);
  // One comparison of pairs, for which both engines use the index.
  if (!nullable)
    return { orderBy, where: sql`(${key}, ${need.id}) ${comparator} (${value ?? ''}, ${at.id})` };
  if (value === null)
    return {
      orderBy,
      where: isBackwards
        ? sql`(${key} is not null or ${need.id} < ${at.id})`
        : sql`(${key} is null and ${need.id} > ${at.id})`,
    };
  const isBeyond = sql`${key} ${comparator} ${value} or (${key} = ${value} and ${need.id} ${comparator} ${at.id})`;
  return {
    orderBy,
    where: isBackwards ? sql`(${isBeyond})` : sql`(${isBeyond} or ${key} is null)`,
  };
}
