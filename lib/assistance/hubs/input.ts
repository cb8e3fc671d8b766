import { newId, readVersion } from '#lib/assistance/activities/input';
import { readHubFields, type HubFields } from '#lib/assistance/hubs/schema';
import { done } from '#lib/base/errors';
import type { ReadInput } from '#lib/http/form';

export const readNewHub: ReadInput<{ id: string; fields: HubFields }> = (form) =>
  done({ id: newId(form), fields: readHubFields(form) });
export const readHubChange: ReadInput<{ id: string; version: number; fields: HubFields }> = (
  form,
  address,
) => {
  const version = readVersion(form, address);
  return version.ok ? done({ ...version.value, fields: readHubFields(form) }) : version;
};
