import {
  boolean as pgBoolean,
  customType,
  integer as pgInteger,
  pgTable,
  text as pgText,
} from 'drizzle-orm/pg-core';

export { check, index, primaryKey, uniqueIndex } from 'drizzle-orm/pg-core';
export const table = pgTable;
export const text = <T extends string = string>(name: string) => pgText(name).$type<T>();
export const integer = (name: string) => pgInteger(name);
export const boolean = (name: string) => pgBoolean(name);

/** Binary data. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
});
/** JSON as text, which no query looks into, so that both engines store the same bytes. */
export const json = <T>(name: string) => jsonText(name).$type<T>();
