import { cycleOfChapter, cycles, type Cycle } from '#lib/convention/chapters';
import type { Row } from '#lib/files/tables/row';
import type { FaultValues } from '#lib/files/tables/faults';
import type { FaultKey } from '#lib/needs/imports/pipeline/fault-texts';
import { quoteCell, type ReportFault } from '#lib/needs/imports/pipeline/faults';
import { readWholeNumber } from '#lib/text/written';
import {
  explainFault,
  unreadableCharacterIn,
  type Field,
} from '#lib/needs/imports/needs/row-faults';
import { longestRef } from '#lib/needs/imports/pipeline/vocabulary';
import {
  needDraft,
  validateNeed,
  type Codes,
  type NeedContent,
  type NeedFields,
} from '#lib/needs/model/schema';
import { cleanPasted } from '#lib/text/normalise';

/** A row of a needs file: its review and its content. */
export type NeedRow = Readonly<{
  line: number;
  ref: string;
  state: string;
  cycle: Cycle;
  content: NeedContent;
}>;

/** What the rows of a needs file are checked against. */
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

/** Fields whose faults are not reported where the field that they depend on has a fault. */
const dependsOn: Partial<Record<Field, Field>> = {
  articles: 'chapter',
  subcategory: 'category',
  types: 'category',
  language: 'text',
};

/** The cells as the fields of the form. */
export const fieldsOf = (row: Row): NeedFields => ({
  chapter: row.code('chapter'),
  articles: row.numbers('articles'),
  category: row.code('category'),
  subcategory: row.code('subcategory'),
  topics: row.list('topics'),
  types: row.list('types'),
  tags: row.list('tags'),
  targetGroups: row.list('target_groups'),
  priority: row.text('priority'),
  text: cleanPasted(row.text('text')),
  language: row.code('language'),
  quote: cleanPasted(row.text('quote')),
  paragraph: '',
  page: '',
});

export const refOf = (row: Row): string => row.text('ref').normalize('NFC');

function parseRef(row: Row, report: ReportFault): string | undefined {
  const ref = refOf(row);
  if (ref === '') return void report('ref', 'chooseRef');
  if (ref.length > longestRef)
    return void report('ref', 'refTooLong', { length: ref.length, longest: longestRef });
  const unreadable = unreadableCharacterIn(ref.replace(/[\t\r\n]/, '\u0000'));
  if (unreadable) return void report('ref', 'unreadable', { value: unreadable });
  return ref;
}

const cycleOf = (row: Row): Cycle | undefined =>
  cycles.find((cycle) => cycle === readWholeNumber(row.text('cycle')));

function parseReview(
  row: Row,
  { isState, hasReview }: NeedRules,
  report: ReportFault,
): Readonly<{ state: string; cycle: Cycle }> | undefined {
  const state = row.code('state').toUpperCase();
  const cycle = cycleOf(row);
  const isKnown = isState(state);
  if (!isKnown)
    report('state', state === '' ? 'chooseState' : 'unknownState', { value: quoteCell(state) });
  if (!cycle) report('cycle', 'chooseCycle', { value: quoteCell(row.text('cycle')) });
  if (!isKnown || !cycle) return undefined;
  if (!hasReview(state, cycle)) return void report('state', 'noReview', { state, cycle });
  return { state, cycle };
}

/** What is wrong with a list, whatever its entries mean. */
function listFault(
  entries: readonly string[],
  separator: string,
): Readonly<{ key: FaultKey; values: Record<string, string> }> | undefined {
  if (entries.includes('')) return { key: 'emptyEntry', values: { separator } };
  const codes = entries.map((entry) => entry.replace(/^0(?=\d)/, ''));
  const repeated = codes.find((code, i) => codes.indexOf(code) < i);
  return repeated === undefined
    ? undefined
    : { key: 'twice', values: { value: quoteCell(repeated) } };
}

/** Empties the faulty fields, so that the others can still be checked. */
const withoutFaulty = (fields: NeedFields, faulty: ReadonlySet<Field>): NeedFields => ({
  ...fields,
  ...Object.fromEntries(
    [...faulty].map((field) => [field, typeof fields[field] === 'string' ? '' : []]),
  ),
});

/** Parses the content of one row, and remembers which fields have faults. */
class ContentParser {
  readonly #row: Row;
  readonly #rules: NeedRules;
  readonly #report: ReportFault;
  readonly #fields: NeedFields;
  readonly #cycle: Cycle | undefined;
  readonly #faulty = new Set<Field>();

  constructor(row: Row, rules: NeedRules, report: ReportFault) {
    this.#row = row;
    this.#rules = rules;
    this.#report = report;
    this.#fields = fieldsOf(row);
    this.#cycle = cycleOf(row);
  }

  /**
   * Returns the content, or undefined after reporting all that is wrong with it. A text is optional
   * here, unlike in the form.
   */
  parse(): NeedContent | undefined {
    this.#checkLists();
    this.#checkCharacters();
    const content = this.#parseFields();
    if (!content) return undefined;
    this.#checkRules(content);
    return this.#faulty.size > 0 ? undefined : content;
  }

  #addFault(field: Field, key: FaultKey, values: FaultValues) {
    this.#faulty.add(field);
    this.#report(columnOf(field), key, values);
  }

  #explain(field: Field, message: string, content: NeedContent, cycle: Cycle) {
    const { key, values } = explainFault(field, message, {
      fields: this.#fields,
      content,
      cycle,
      codes: this.#rules.codes,
      separator: this.#row.separator.text,
    });
    this.#addFault(field, key, values);
  }

  #checkLists() {
    for (const field of listFields) {
      const entries = this.#fields[field];
      const fault = entries.length > 0 && listFault(entries, this.#row.separator.text);
      if (fault) this.#addFault(field, fault.key, fault.values);
    }
  }

  #checkCharacters() {
    for (const field of ['text', 'quote'] as const) {
      const value = unreadableCharacterIn(this.#fields[field]);
      if (value) this.#addFault(field, 'unreadable', { value });
    }
  }

  /** Parses each field by itself; faulty ones are left empty. */
  #parseFields(): NeedContent | undefined {
    const { draft } = this.#rules;
    const parsed = draft.safeParse(this.#fields);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({
        field: path[0] as Field,
        message,
      }));
      const faulty = new Set([...this.#faulty, ...issues.map(({ field }) => field)]);
      const sound = draft.parse(withoutFaulty(this.#fields, faulty));
      for (const { field, message } of issues)
        if (!this.#faulty.has(field)) this.#explain(field, message, sound, this.#cycle ?? 2);
    }
    if (this.#faulty.size === 0) return parsed.data;
    return draft.safeParse(withoutFaulty(this.#fields, this.#faulty)).data;
  }

  /** Checks the fields together. */
  #checkRules(content: NeedContent) {
    const cycle = this.#cycle ?? (content.chapter ? cycleOfChapter(content.chapter) : 2);
    for (const { field, message } of validateNeed(content, cycle, this.#rules.codes)) {
      const cause = dependsOn[field];
      const isReported = this.#faulty.has(field) || (cause && this.#faulty.has(cause));
      if (message !== 'enterText' && !isReported) this.#explain(field, message, content, cycle);
    }
  }
}

/** Parses a row of a needs file, or reports all that is wrong with it. */
export function parseNeedRow(row: Row, rules: NeedRules, report: ReportFault): NeedRow | undefined {
  const ref = parseRef(row, report);
  const review = parseReview(row, rules, report);
  const content = new ContentParser(row, rules, report).parse();
  if (ref === undefined || !review || !content) return undefined;
  return { line: row.line, ref, ...review, content };
}

/** The content of a row with the register's where the file has no such column. */
export function mergeContent(
  content: NeedContent,
  before: NeedContent,
  hasColumn: (column: string) => boolean,
): NeedContent {
  const given = Object.entries(contentColumnOf)
    .filter(([, column]) => hasColumn(column))
    .map(([field]) => field);
  if (given.includes('articles')) given.push('general');
  const fromFile = given.map((field) => [field, content[field as keyof NeedContent]] as const);
  return { ...before, ...Object.fromEntries(fromFile) };
}
