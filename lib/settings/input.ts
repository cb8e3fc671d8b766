import { done } from '#lib/errors';
import { textOf, type ReadInput } from '#lib/form';
import { settingNames } from '#lib/settings/vocabulary';

export const settingsOf: ReadInput<Readonly<Record<string, string>>> = (form) =>
  done(Object.fromEntries(settingNames.map((name) => [name, textOf(form, name)])));
