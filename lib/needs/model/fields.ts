import type { NeedFields } from '#lib/needs/model/schema';

export type FieldName = keyof NeedFields;

/** The fields of the form, in its order; those that hang together are opened together. */
const groups: readonly (readonly FieldName[])[] = [
  ['chapter', 'articles'],
  ['category', 'subcategory', 'types'],
  ['topics'],
  ['tags'],
  ['targetGroups'],
  ['text', 'language'],
  ['quote', 'paragraph', 'page'],
  ['priority'],
];
export const fieldNames: readonly FieldName[] = groups.flat();

/** These fields and those that cannot be changed without them. */
export const withTheirGroups = (names: readonly string[]): FieldName[] =>
  groups.filter((group) => group.some((name) => names.includes(name))).flat();

/** The fields that a return left closed; none where it opened all. */
export const closedFields = (reopened: readonly string[] | null): FieldName[] =>
  reopened ? fieldNames.filter((name) => !reopened.includes(name)) : [];

/** A form with some of its fields as they stand elsewhere. */
export const withFieldsOf = (
  form: NeedFields,
  other: NeedFields,
  names: readonly FieldName[],
): NeedFields => ({ ...form, ...Object.fromEntries(names.map((name) => [name, other[name]])) });

const said = (value: NeedFields[FieldName]) =>
  Array.isArray(value) ? value.toSorted().join(';') : value;

/** The fields in which two forms differ, whatever the order of what was ticked. */
export const differingFields = (one: NeedFields, other: NeedFields): FieldName[] =>
  fieldNames.filter((name) => said(one[name]) !== said(other[name]));
