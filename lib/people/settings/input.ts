import { done } from '#lib/base/errors';
import { textOf, type ReadInput } from '#lib/http/form';
import { settingNames } from '#lib/people/settings/vocabulary';

export const readSettings: ReadInput<Readonly<Record<string, string>>> = (form) =>
  done(Object.fromEntries(settingNames.map((name) => [name, textOf(form, name)])));
