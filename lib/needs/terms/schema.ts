import * as z from 'zod/mini';
import { categoryCodes } from '#lib/convention/categories';
import { locales, type Names } from '#lib/convention/names';
import { isDate, today } from '#lib/text/dates';
import { done, failed } from '#lib/base/errors';
import { bySchema, listOf, textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { normaliseLine } from '#lib/text/normalise';
import { singleLinePattern } from '#lib/text/single-line';
import { longestName, mostListed, termKinds } from '#lib/needs/terms/vocabulary';
import { isUuid } from '#lib/text/uuid';

z.config({ jitless: true });

const name = z
  .string('terms.errors.name')
  .check(z.overwrite(normaliseLine), z.regex(singleLinePattern, 'unreadable'))
  .check(z.minLength(1, 'terms.errors.name'), z.maxLength(longestName, 'terms.errors.nameTooLong'));
const code = z
  .string('terms.errors.code')
  .check(z.trim(), z.regex(/^[a-z][a-z0-9-]{1,39}$/, 'terms.errors.code'));
const kind = z.enum(termKinds, 'terms.errors.chooseTerm');
/** The date of the decision: today or earlier. */
const decidedOn = z.string('enterDate').check(
  z.trim(),
  z.minLength(1, 'enterDate'),
  z.refine((value) => value === '' || isDate(value), 'noSuchDate'),
  z.refine((value) => !isDate(value) || value <= today(), 'terms.errors.dateInFuture'),
);
const names = {
  'name.ar': name,
  'name.en': name,
  'name.es': name,
  'name.fr': name,
  'name.ru': name,
  'name.zh': name,
};
type SubmittedNames = Readonly<Record<`name.${keyof Names}`, string>>;
const namesOf = (submitted: SubmittedNames): Names =>
  Object.fromEntries(locales.map((locale) => [locale, submitted[`name.${locale}`]])) as Names;

const parseAdditionFields = bySchema(
  z.object({ kind, code, category: z._default(z.string(), ''), decidedOn, ...names }),
);
export type TermAddition = Readonly<{
  kind: z.output<typeof kind>;
  code: string;
  category: (typeof categoryCodes)[number] | null;
  decidedOn: string;
  names: Names;
}>;
export const parseTermAddition: ReadInput<TermAddition> = (form, address) => {
  const parsed = parseAdditionFields(form, address);
  if (!parsed.ok) return parsed;
  const { kind: kindOfTerm, code: termCode, category, decidedOn: date } = parsed.value;
  const known = categoryCodes.find((each) => each === category) ?? null;
  if (kindOfTerm === 'subcategory' && known === null)
    return failed({ kind: 'invalid', errors: [{ field: 'category', message: 'chooseCategory' }] });
  return done({
    kind: kindOfTerm,
    code: termCode,
    category: kindOfTerm === 'subcategory' ? known : null,
    decidedOn: date,
    names: namesOf(parsed.value),
  });
};

const parseRenamingFields = bySchema(z.object({ kind, code, decidedOn, ...names }));
export type TermRenaming = Readonly<{
  kind: z.output<typeof kind>;
  code: string;
  decidedOn: string;
  names: Names;
}>;
export const parseTermRenaming: ReadInput<TermRenaming> = (form, address) => {
  const parsed = parseRenamingFields(form, address);
  return parsed.ok
    ? done({
        kind: parsed.value.kind,
        code: parsed.value.code,
        decidedOn: parsed.value.decidedOn,
        names: namesOf(parsed.value),
      })
    : parsed;
};

const target = z
  .string('terms.errors.chooseTerm')
  .check(z.minLength(1, 'terms.errors.chooseTerm'), z.maxLength(40, 'terms.errors.chooseTerm'));
export const mergingSchema = z.object({ kind, code, decidedOn, into: target });
export type TermMerge = z.output<typeof mergingSchema>;

const parseSplitFields = bySchema(
  z.object({
    kind,
    code,
    decidedOn,
    rest: z._default(z.string().check(z.maxLength(40, 'terms.errors.chooseTerm')), ''),
  }),
);
export type TermSplit = Readonly<{
  kind: z.output<typeof kind>;
  code: string;
  decidedOn: string;
  into: readonly string[];
  rest: string | null;
  needs: ReadonlyMap<string, string>;
}>;

/** Reads `need.ID`, the term to which a need is mapped; empty: like the rest. */
const parseMappings = (form: FormFields) =>
  new Map(
    Object.keys(form)
      .flatMap((field) => {
        const id = field.startsWith('need.') ? field.slice('need.'.length) : '';
        return isUuid(id) && textOf(form, field)
          ? [[id, textOf(form, field).slice(0, 40)] as const]
          : [];
      })
      .slice(0, mostListed),
  );
export const parseTermSplit: ReadInput<TermSplit> = (form, address) => {
  const parsed = parseSplitFields(form, address);
  return parsed.ok
    ? done({
        ...parsed.value,
        rest: parsed.value.rest || null,
        into: [...new Set(listOf(form, 'into'))].slice(0, 50),
        needs: parseMappings(form),
      })
    : parsed;
};

/** The address of the page of one term, which has its forms. */
export const termAddress = (locale: string, form: FormFields): string =>
  `/${locale}/admin/terms/change?kind=${encodeURIComponent(textOf(form, 'kind').slice(0, 40))}&code=${encodeURIComponent(textOf(form, 'code').slice(0, 40))}`;
