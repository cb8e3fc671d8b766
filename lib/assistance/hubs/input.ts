import { newId, readVersion } from '#lib/assistance/activities/input';
import { hubFieldsOf, type HubFields } from '#lib/assistance/activities/hub-schema';
import { done } from '#lib/base/errors';
import type { ReadInput } from '#lib/http/form';

export const hubEntry: ReadInput<{ id: string; fields: HubFields }> = (form) =>
  done({ id: newId(form), fields: hubFieldsOf(form) });
export const hubChange: ReadInput<{ id: string; version: number; fields: HubFields }> = (
  form,
  address,
) => {
  const version = readVersion(form, address);
  return version.ok ? done({ ...version.value, fields: hubFieldsOf(form) }) : version;
};
