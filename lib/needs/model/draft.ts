import { textOf, type FormFields } from '#lib/http/form';
import { fieldNames, sameValue, type FieldName } from '#lib/needs/model/fields';
import type { FormSession } from '#lib/needs/model/form-session';
import { parseNeedFields, type NeedFields } from '#lib/needs/model/schema';

type Value = NeedFields[FieldName];
/** Another value that was typed for a field, and the opening of the form in which. */
type Rival = Readonly<{ sheet: string; value: Value }>;
type Rivals = Partial<Record<FieldName, readonly Rival[]>>;

/**
 * What a person typed into the form of a need and did not save, from all its tabs and devices. Where
 * two of them changed one field, both values stand until somebody chooses.
 */
export type Draft = Readonly<{
  fields: NeedFields;
  /** The opening of the form in which each field was typed last. */
  by: Partial<Record<FieldName, string>>;
  rivals: Rivals;
}>;

/** What one opening of the form sends. */
export type Typed = Readonly<{
  fields: NeedFields;
  /** The changed fields, as they were when the form last knew them to be stored. */
  before: Partial<NeedFields>;
  sheet: string;
}>;

/** The most values of one field that stand beside the first. */
const mostRivals = 20;

/** The first draft: the whole form, with the fields that were changed marked. */
export const draftOfForm = ({ fields, before, sheet }: Typed): Draft => ({
  fields,
  by: Object.fromEntries(Object.keys(before).map((name) => [name, sheet])),
  rivals: {},
});

/** The values beside the first, with the one of this opening of the form put in or replaced. */
function withRival(rivals: readonly Rival[], rival: Rival): readonly Rival[] {
  const others = rivals.filter(
    ({ sheet, value }) => sheet !== rival.sheet && !sameValue(value, rival.value),
  );
  return others.length < mostRivals ? [...others, rival] : others;
}

/**
 * Merges what one tab changed into the draft, field by field. A field that another tab changed as
 * well keeps its value, and the other one stands beside it.
 */
export function mergeTyped(draft: Draft, { fields, before, sheet }: Typed): Draft {
  const merged = { fields: { ...draft.fields }, by: { ...draft.by }, rivals: { ...draft.rivals } };
  const put = (name: FieldName, value: Value) => Object.assign(merged.fields, { [name]: value });
  for (const name of Object.keys(before) as FieldName[]) {
    const [present, mine] = [draft.fields[name], fields[name]];
    const others = (draft.rivals[name] ?? []).filter((rival) => rival.sheet !== sheet);
    if (sameValue(present, mine)) merged.rivals[name] = others;
    else if (draft.by[name] === sheet || sameValue(present, before[name]!)) {
      put(name, mine);
      merged.by[name] = sheet;
    } else merged.rivals[name] = withRival(draft.rivals[name] ?? [], { sheet, value: mine });
  }
  return merged;
}

export const hasRivals = ({ rivals }: Pick<Draft, 'rivals'>): boolean =>
  Object.values(rivals).some((values) => values.length > 0);

/** The choices that a saved form has decided: the values that stood beside a field. */
export type Settled = Partial<Record<FieldName, readonly Value[]>>;

type Saved = Readonly<{
  /** The fields as they are stored now. */
  fields: NeedFields;
  /** The changed fields as the form knew them; undefined where the form did not say. */
  before: Partial<NeedFields> | undefined;
  sheet: string | undefined;
  settled: Settled;
}>;

/** Returns what other tabs typed and the saved form did not contain; undefined if there is nothing. */
export function draftAfterSave(draft: Draft, saved: Saved): Draft | undefined {
  const left: { fields: NeedFields; by: Draft['by']; rivals: Record<string, readonly Rival[]> } = {
    fields: { ...saved.fields },
    by: {},
    rivals: {},
  };
  for (const name of fieldNames) {
    const isSettled = (value: Value) =>
      (saved.settled[name] ?? []).some((each) => sameValue(each, value)) ||
      sameValue(saved.fields[name], value);
    const others = (draft.rivals[name] ?? []).filter(
      ({ sheet, value }) => sheet !== saved.sheet && !isSettled(value),
    );
    const [writer, value] = [draft.by[name], draft.fields[name]];
    const isOfOther = writer !== undefined && writer !== saved.sheet && !isSettled(value);
    const before = saved.before?.[name];
    if (isOfOther && saved.before && before === undefined) {
      Object.assign(left.fields, { [name]: value });
      left.by[name] = writer;
    }
    const isRival = isOfOther && before !== undefined && !sameValue(before, value);
    const rivals = isRival ? [...others, { sheet: writer, value }] : others;
    if (rivals.length > 0) left.rivals[name] = rivals;
  }
  return Object.keys(left.by).length > 0 || Object.keys(left.rivals).length > 0 ? left : undefined;
}

const asList = (value: Value): readonly string[] => (typeof value === 'string' ? [value] : value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** Reads one value of a field, which is written as a JSON list; undefined if it is none. */
function parseValue(name: FieldName, text: string): Value | undefined {
  const list = parseJson(text);
  return isTexts(list) ? parseNeedFields({ [name]: list })[name] : undefined;
}

/** A value of a field as a text, for a radio button or a hidden field. */
export const valueText = (value: Value): string => JSON.stringify(asList(value));

/** Reads which fields the form changed, and how they were before: `was`, a JSON object of lists. */
export function parseBefore(form: FormFields): Partial<NeedFields> | undefined {
  const before = parseJson(textOf(form, 'was'));
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return undefined;
  const lists = Object.fromEntries(Object.entries(before).filter(([, list]) => isTexts(list)));
  const fields = parseNeedFields(lists as FormFields);
  const names = fieldNames.filter((name) => Object.hasOwn(lists, name));
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/** Reads the values that stood beside a field of the form, and are decided by saving it. */
export const parseSettled = (form: FormFields): Settled =>
  Object.fromEntries(
    fieldNames.map((name) => [
      name,
      (form[`settled.${name}`] ?? [])
        .map((text) => parseValue(name, text))
        .filter((value) => value !== undefined),
    ]),
  );

/** Reads the fields of a form; where somebody chose another tab's value, that one. */
export function parseChosenFields(form: FormFields): NeedFields {
  const chosen = fieldNames.flatMap((name) => {
    const value = parseValue(name, textOf(form, `choose.${name}`));
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...parseNeedFields(form), ...Object.fromEntries(chosen) };
}

/** The draft as it is stored. */
export const formOfDraft = ({ fields, by, rivals }: Draft): FormFields =>
  Object.fromEntries(
    fieldNames.flatMap((name) => {
      const others = rivals[name] ?? [];
      const writer = by[name];
      return [
        [name, asList(fields[name])],
        ...(writer ? [[`by.${name}`, [writer]]] : []),
        ...(others.length > 0
          ? [[`rival.${name}`, others.map(({ sheet, value }) => `${sheet} ${valueText(value)}`)]]
          : []),
      ] as [string, readonly string[]][];
    }),
  );

/** Reads a stored draft; undefined if the row holds none any more. */
export function draftOfStored(form: FormFields): Draft | undefined {
  if (!('text' in form)) return undefined;
  const rivalsOf = (name: FieldName) =>
    (form[`rival.${name}`] ?? []).flatMap((text) => {
      const [sheet = ''] = text.split(' ', 1);
      const value = parseValue(name, text.slice(sheet.length + 1));
      return value === undefined ? [] : [{ sheet, value }];
    });
  const named = <T>(of: (name: FieldName) => T | undefined) =>
    Object.fromEntries(
      fieldNames.flatMap((name) => {
        const value = of(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return {
    fields: parseNeedFields(form),
    by: named((name) => form[`by.${name}`]?.[0]),
    rivals: named((name) => (form[`rival.${name}`] ? rivalsOf(name) : undefined)),
  };
}

/** The most openings of a form that a row remembers. */
const mostSheets = 30;

/** The openings of the form, and the number that each sent last. */
export function sheetsOf(form: FormFields): ReadonlyMap<string, number> {
  const entries = (form.sheets ?? []).map((entry) => entry.split('~'));
  const sheets = new Map(entries.map(([id = '', sent = '']) => [id, Number(sent)]));
  const single = textOf(form, 'sheet');
  return single ? sheets.set(single, Number(textOf(form, 'sent'))) : sheets;
}

/** The openings of the form as they are stored, with this one last. */
export function formOfSheets(form: FormFields, session: FormSession | null): FormFields {
  const sheets = new Map(sheetsOf(form));
  if (session) {
    const sent = Math.max(session.sent, sheets.get(session.id) ?? 0);
    sheets.delete(session.id);
    sheets.set(session.id, sent);
  }
  const entries = [...sheets].slice(-mostSheets).map(([id, sent]) => `${id}~${sent}`);
  return entries.length > 0 ? { sheets: entries } : {};
}
