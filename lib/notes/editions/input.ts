import { locales, type Locale } from '#lib/convention/names';
import { done, type Outcome } from '#lib/base/errors';
import { bySchema, listOf, type FormFields, type ReadInput } from '#lib/http/form';
import * as schema from '#lib/notes/editions/schema';
import {
  valueSchema,
  claimSchema,
  type ValueInput,
  type ClaimInput,
} from '#lib/notes/blocks/binding-schema';
import { safeParse, type core, type output } from 'zod/mini';

/** As `bySchema`, for forms in which some fields may occur several times. */
const withLists =
  <S extends core.$ZodType>(of: S, ...lists: readonly string[]): ReadInput<output<S>> =>
  (form, address) => {
    const single = Object.fromEntries(
      Object.entries(form).map(([name, values]) => [
        name,
        lists.includes(name) ? [...values] : (values.at(-1) ?? ''),
      ]),
    );
    const result = safeParse(of, { ...single, ...address });
    if (result.success) return done(result.data);
    return {
      ok: false,
      failure: {
        kind: 'invalid',
        errors: result.error.issues.map(({ path, message }) => ({
          field: String(path[0] ?? ''),
          message,
        })),
      },
    };
  };

function combine<A, B>(first: Outcome<A>, second: Outcome<B>): Outcome<A & B> {
  if (!first.ok) return first;
  return second.ok ? done({ ...first.value, ...second.value }) : second;
}

export const editionInput = bySchema(schema.editionSchema);
export const headInput: ReadInput<
  schema.EditionInput & { id: string; version: number; languages: readonly Locale[] }
> = (form: FormFields, address) => {
  const languages = locales.filter((locale) => listOf(form, 'languages').includes(locale));
  return combine(
    bySchema(schema.editionSchema)(form, {}),
    combine(bySchema(schema.editionVersionSchema)(form, address), done({ languages })),
  );
};
export const editionIdInput = bySchema(schema.editionIdSchema);
export const versionInput = bySchema(schema.editionVersionSchema);
export const textInput = bySchema(schema.blockTextSchema);
export const blockInput = bySchema(schema.blockSchema);
export const newBlockInput = bySchema(schema.newBlockSchema);
export const moveInput = bySchema(schema.moveBlockSchema);
export const bindingNameInput = bySchema(schema.bindingNameSchema);
export const holdInput = bySchema(schema.holdSchema);
export const commentInput = bySchema(schema.commentSchema);
export const commentIdInput = bySchema(schema.commentIdSchema);
export const personInput = bySchema(schema.personSchema);
export const personIdInput = bySchema(schema.personIdSchema);
export const freezeInput = bySchema(schema.freezeSchema);
export const valueInput: ReadInput<ValueInput> = withLists(valueSchema, 'regions');
export const claimInput: ReadInput<ClaimInput> = withLists(
  claimSchema,
  'regions',
  'items',
  'thanRegions',
);
export const acceptInput: ReadInput<{
  id: string;
  keys: readonly string[] | null;
  revision: number;
}> = (form, { id = '' }) => {
  const keys = listOf(form, 'key');
  const revision = Number(form.revision?.at(-1));
  return done({
    id,
    keys: keys.length > 0 ? keys.slice(0, 1000) : null,
    revision: Number.isSafeInteger(revision) ? revision : -1,
  });
};
export const approvalInput: ReadInput<{ id: string; checksum: string }> = (form, { id = '' }) =>
  done({ id, checksum: form.checksum?.at(-1) ?? '' });
