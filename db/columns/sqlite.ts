import {
  blob,
  customType,
  integer as sqliteInteger,
  sqliteTable,
  text as sqliteText,
} from 'drizzle-orm/sqlite-core';

export { check, index, primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core';
export const table = sqliteTable;
export const text = <T extends string = string>(name: string) => sqliteText(name).$type<T>();
export const integer = (name: string) => sqliteInteger(name);
export const boolean = (name: string) => sqliteInteger(name, { mode: 'boolean' });

/** Binary data. */
export const bytes = (name: string) => blob(name, { mode: 'buffer' });

const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
});
export const json = <T>(name: string) => jsonText(name).$type<T>();
