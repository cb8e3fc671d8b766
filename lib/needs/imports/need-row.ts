import { cycleOfChapter, cycles, type Cycle } from '#lib/convention/chapters';
import { quoted, type Say } from '#lib/needs/imports/faults';
import type { FaultKey } from '#lib/needs/imports/fault-texts';
import type { Row } from '#lib/needs/imports/header';
import { explained, unreadableIn, type Field } from '#lib/needs/imports/need-faults';
import { longestRef } from '#lib/needs/imports/vocabulary';
import {
  needDraft,
  needFaults,
  type Codes,
  type NeedContent,
  type NeedFields,
} from '#lib/needs/model/schema';

/** A line of a needs file: whose need it is, and what it says. */
export type NeedRow = Readonly<{
  line: number;
  ref: string;
  state: string;
  cycle: Cycle;
  content: NeedContent;
}>;

/** By what the lines of a needs file are read: made once, used for every line. */
export type NeedRules = Readonly<{
  codes: Codes;
  draft: ReturnType<typeof needDraft>;
  isState: (code: string) => boolean;
  hasReview: (code: string, cycle: Cycle) => boolean;
}>;

/** The columns that hold the content of a need, by field. A paragraph and a page have none. */
export const contentColumnOf = {
  chapter: 'chapter',
  articles: 'articles',
  category: 'category',
  subcategory: 'subcategory',
  topics: 'topics',
  types: 'types',
  tags: 'tags',
  targetGroups: 'target_groups',
  priority: 'priority',
  text: 'text',
  language: 'language',
  quote: 'quote',
} as const satisfies Partial<Record<Field, string>>;

const columnOf = (field: Field): string =>
  field === 'paragraph' || field === 'page' ? field : contentColumnOf[field];

const listFields = ['articles', 'topics', 'types', 'tags', 'targetGroups'] as const;

/** A fault of the first makes those of the second, which follow from it, not worth saying. */
const follows: Partial<Record<Field, Field>> = {
  articles: 'chapter',
  subcategory: 'category',
  types: 'category',
  language: 'text',
};

export const fieldsIn = (row: Row): NeedFields => ({
  chapter: row.text('chapter'),
  articles: row.list('articles'),
  category: row.text('category'),
  subcategory: row.text('subcategory'),
  topics: row.list('topics'),
  types: row.list('types'),
  tags: row.list('tags'),
  targetGroups: row.list('target_groups'),
  priority: row.text('priority'),
  text: row.text('text'),
  language: row.text('language'),
  quote: row.text('quote'),
  paragraph: '',
  page: '',
});

export const refOf = (row: Row): string => row.text('ref').normalize('NFC');

function refIn(row: Row, say: Say): string | undefined {
  const ref = refOf(row);
  if (ref === '') return void say('ref', 'chooseRef');
  if (ref.length > longestRef)
    return void say('ref', 'refTooLong', { length: ref.length, longest: longestRef });
  const unreadable = unreadableIn(ref.replace(/[\t\r\n]/, '\u0000'));
  if (unreadable) return void say('ref', 'unreadable', { value: unreadable });
  return ref;
}

const cycleIn = (row: Row): Cycle | undefined =>
  cycles.find((cycle) => String(cycle) === row.text('cycle'));

function reviewIn(
  row: Row,
  { isState, hasReview }: NeedRules,
  say: Say,
): Readonly<{ state: string; cycle: Cycle }> | undefined {
  const state = row.text('state').toUpperCase();
  const cycle = cycleIn(row);
  const known = isState(state);
  if (!known) say('state', state === '' ? 'chooseState' : 'unknownState', { value: quoted(state) });
  if (!cycle) say('cycle', 'chooseCycle', { value: quoted(row.text('cycle')) });
  if (!known || !cycle) return undefined;
  if (!hasReview(state, cycle)) return void say('state', 'noReview', { state, cycle });
  return { state, cycle };
}

/** What is wrong with a list before anybody asks what its entries are. */
function listFault(
  entries: readonly string[],
  separator: string,
): Readonly<{ key: FaultKey; values: Record<string, string> }> | undefined {
  if (entries.includes('')) return { key: 'emptyEntry', values: { separator } };
  const codes = entries.map((entry) => entry.replace(/^0(?=\d)/, ''));
  const repeated = codes.find((code, i) => codes.indexOf(code) < i);
  return repeated === undefined ? undefined : { key: 'twice', values: { value: quoted(repeated) } };
}

/** The fields with those emptied that are amiss, so that the others can still be judged. */
const without = (fields: NeedFields, amiss: ReadonlySet<Field>): NeedFields => ({
  ...fields,
  ...Object.fromEntries(
    [...amiss].map((field) => [field, typeof fields[field] === 'string' ? '' : []]),
  ),
});

/**
 * The content, or undefined after all that is wrong with it has been said. A text is optional here,
 * unlike in the form.
 */
function contentIn(row: Row, rules: NeedRules, say: Say): NeedContent | undefined {
  const fields = fieldsIn(row);
  const cycleGiven = cycleIn(row);
  const amiss = new Set<Field>();
  const fault = (
    field: Field,
    key: FaultKey,
    values: Readonly<Record<string, string | number>>,
  ) => {
    amiss.add(field);
    say(columnOf(field), key, values);
  };
  for (const field of listFields) {
    const found =
      fields[field].length > 0 ? listFault(fields[field], row.header.separator) : undefined;
    if (found) fault(field, found.key, found.values);
  }
  for (const field of ['text', 'quote'] as const) {
    const value = unreadableIn(fields[field]);
    if (value) fault(field, 'unreadable', { value });
  }

  const about = (content: NeedContent, cycle: Cycle) => ({
    fields,
    content,
    cycle,
    codes: rules.codes,
    separator: row.header.separator,
  });
  let parsed = rules.draft.safeParse(fields);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const sound = rules.draft.parse(
      without(fields, new Set([...amiss, ...issues.map(({ path }) => path[0] as Field)])),
    );
    for (const { path, message } of issues) {
      const field = path[0] as Field;
      if (amiss.has(field)) continue;
      const { key, values } = explained(field, message, about(sound, cycleGiven ?? 2));
      fault(field, key, values);
    }
  }
  if (amiss.size > 0) parsed = rules.draft.safeParse(without(fields, amiss));
  if (!parsed.success) return undefined;

  const content = parsed.data;
  const cycle = cycleGiven ?? (content.chapter ? cycleOfChapter(content.chapter) : 2);
  for (const { field, message } of needFaults(content, cycle, rules.codes)) {
    const cause = follows[field];
    if (message === 'enterText' || amiss.has(field) || (cause && amiss.has(cause))) continue;
    const { key, values } = explained(field, message, about(content, cycle));
    fault(field, key, values);
  }
  return amiss.size > 0 ? undefined : content;
}

/** Reads a line of a needs file, or says all that is wrong with it. */
export function needOfRow(row: Row, rules: NeedRules, say: Say): NeedRow | undefined {
  const ref = refIn(row, say);
  const review = reviewIn(row, rules, say);
  const content = contentIn(row, rules, say);
  return ref !== undefined && review && content
    ? { line: row.line, ref, ...review, content }
    : undefined;
}
