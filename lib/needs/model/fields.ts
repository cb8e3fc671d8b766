import type { NeedFields } from '#lib/needs/model/schema';

export type FieldName = keyof NeedFields;

/**
 * The fields of the form, in its order. The fields of a group depend on each other, so a return
 * opens them together.
 */
const groups: readonly (readonly FieldName[])[] = [
  ['quote', 'paragraph', 'page'],
  ['text', 'language'],
  ['chapter', 'articles'],
  ['category', 'subcategory', 'types'],
  ['topics'],
  ['tags'],
  ['targetGroups'],
  ['priority'],
];
export const fieldNames: readonly FieldName[] = groups.flat();

/** Returns these fields and the others of their groups. */
export const withFieldGroups = (names: readonly string[]): FieldName[] =>
  groups.filter((group) => group.some((name) => names.includes(name))).flat();

/** Returns the fields that a return left closed; none where it opened all of them. */
export const closedFields = (reopened: readonly string[] | null): FieldName[] =>
  reopened ? fieldNames.filter((name) => !reopened.includes(name)) : [];

/** Returns the form with these fields taken from the other one. */
export const replaceFields = (
  form: NeedFields,
  other: NeedFields,
  names: readonly FieldName[],
): NeedFields => ({ ...form, ...Object.fromEntries(names.map((name) => [name, other[name]])) });

const comparable = (value: NeedFields[FieldName]) =>
  Array.isArray(value) ? value.toSorted().join(';') : value.replace(/\r\n?/g, '\n');

/** Whether two values of a field are the same. The order of ticked codes does not matter. */
export const sameValue = (one: NeedFields[FieldName], other: NeedFields[FieldName]): boolean =>
  comparable(one) === comparable(other);

/** Returns the fields in which two forms differ. */
export const differingFields = (one: NeedFields, other: NeedFields): FieldName[] =>
  fieldNames.filter((name) => !sameValue(one[name], other[name]));
