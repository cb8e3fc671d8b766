import 'server-only';
import type { Reader, Writer } from '#db/client';
import { assistance } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import type { Locale } from '#lib/convention/names';
import {
  loadActivityReferences,
  type ActivityReferences,
} from '#lib/assistance/activities/references';
import { codeFinder } from '#lib/assistance/activities/labels';
import { activitiesById, type ActivityView } from '#lib/assistance/activities/queries';
import { activitySchema } from '#lib/assistance/activities/schema';
import type { ParsedActivitiesFile } from '#lib/assistance/imports/parse-file';
import {
  columnOfField,
  parseActivityRow,
  type ParsedActivity,
  type CellFault,
} from '#lib/assistance/imports/row';
import { Row } from '#lib/files/tables/row';
import type { RowOutcome } from '#lib/needs/imports/pipeline/row-plan';
import { quoteCell } from '#lib/needs/imports/pipeline/faults';
import { readCode } from '#lib/text/written';
import { vocabulary } from '#lib/needs/store/queries';
import { foldText } from '#lib/text/folding';

/** What an import does with a row, and why. */
export type PlannedActivity = Readonly<{
  line: number;
  title: string;
  outcome: RowOutcome;
  faults: readonly CellFault[];
  parsed: ParsedActivity;
  /** The activity of the register that the row is about. */
  activity?: ActivityView;
}>;
export type ActivitiesPlan = Readonly<{
  plan: readonly PlannedActivity[];
  known: ActivityReferences;
  /** The rows of the file that its spreadsheet hides; they are imported like the others. */
  hiddenLines: readonly number[];
  hiddenColumns: readonly string[];
}>;

/** The activities that the refs of a file name, and refs of activities that are another's. */
type NamedActivities = Readonly<{
  own: ReadonlyMap<string, ActivityView>;
  hidden: ReadonlySet<string>;
  /** Refs that were stored apart and fold alike. */
  alike: ReadonlyMap<string, readonly string[]>;
}>;

const longestRef = 64;
/** Finds the rows that these keys name: what is stored is folded here, row by row. */
async function selectByRef(from: Reader | Writer, keys: ReadonlySet<string>) {
  const { id, reference, sourceRef } = assistance;
  const rows = await from.select({ id, reference, sourceRef }).from(assistance);
  return rows.filter(
    (row) =>
      keys.has(foldText(row.reference)) ||
      (row.sourceRef !== null && keys.has(foldText(row.sourceRef))),
  );
}

/** The refs of one key, where several activities have one. */
function alikeRefs(rows: Awaited<ReturnType<typeof selectByRef>>) {
  const refs = rows.flatMap(({ sourceRef }) => sourceRef ?? []);
  return new Map([...Map.groupBy(refs, foldText)].filter(([, alike]) => alike.length > 1));
}

/** Finds activities by their reference, or by the ref that an earlier file gave them. */
async function activitiesNamed(
  actor: Actor,
  from: Reader | Writer,
  refs: readonly string[],
): Promise<NamedActivities> {
  const rows = refs.length > 0 ? await selectByRef(from, new Set(refs.map(foldText))) : [];
  const found = await activitiesById(
    actor,
    rows.map(({ id }) => id),
    from,
  );
  const byId = new Map(found.filter((each) => each.fullAccess).map((each) => [each.id, each]));
  const own = new Map<string, ActivityView>();
  const hidden = new Set<string>();
  for (const { id, reference, sourceRef } of rows) {
    const activity = byId.get(id);
    for (const ref of [reference, ...(sourceRef ? [sourceRef] : [])].map(foldText)) {
      if (activity) own.set(ref, activity);
      else hidden.add(ref);
    }
  }
  const alike = alikeRefs(rows.filter(({ id }) => byId.has(id)));
  return { own, hidden, alike };
}

/** What is wrong with the ref by which a row names an activity. */
function refFaults(
  ref: string,
  { isKnown, isRepeated, isHidden }: Record<'isKnown' | 'isRepeated' | 'isHidden', boolean>,
): CellFault[] {
  if (ref === '') return [];
  const isOfOther = isHidden || (!isKnown && /^TA-\d+$/.test(readCode(ref).toUpperCase()));
  const keys = [
    ...(ref.length > longestRef ? ['refTooLong'] : []),
    ...(isRepeated ? ['repeatedRef'] : []),
    ...(isOfOther ? ['refOfOther'] : []),
  ];
  return keys.map((key) => ({ column: 'ref', key }));
}

const sortedJson = (value: object) =>
  JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Whether a row says what is stored already. */
function isUnchanged(
  actor: Actor,
  activity: ActivityView,
  { organisation, ...content }: Readonly<{ organisation: string | null; note?: unknown }>,
): boolean {
  const { organisationId: _id, translations: _texts, part: _part, ...stored } = activity.content;
  // A provider's own name is used, whatever the file says.
  const hasSameProvider =
    actor.role === 'provider' ||
    foldText(organisation ?? '') === foldText(activity.organisation ?? '');
  return hasSameProvider && sortedJson(content) === sortedJson(stored);
}

type ActivitySchema = ReturnType<typeof activitySchema>;

/** The faults that the schema finds, except in columns that have a fault already. */
function schemaFaults(
  parsed: ReturnType<ActivitySchema['safeParse']>,
  { faults }: ParsedActivity,
): CellFault[] {
  const reported = new Set(faults.map(({ column }) => column));
  const issues = parsed.error?.issues ?? [];
  return issues
    .map(({ path, message }) => ({
      column: columnOfField(String(path[0] ?? '')),
      key: message.replace(/^assistance\.errors\./, ''),
    }))
    .filter(({ column }) => !reported.has(column));
}

/** Plans rows one after another, and remembers the activities that they name. */
class RowPlanner {
  readonly #actor: Actor;
  readonly #schema: ActivitySchema;
  readonly #activities: NamedActivities;
  readonly #named = new Set<string>();

  constructor(actor: Actor, schema: ActivitySchema, activities: NamedActivities) {
    this.#actor = actor;
    this.#schema = schema;
    this.#activities = activities;
  }

  plan(line: number, parsed: ParsedActivity): PlannedActivity {
    const { ref, fields } = parsed;
    const activity = this.#activities.own.get(foldText(ref));
    const content = this.#schema.safeParse(fields);
    const faults = [
      ...this.#refFaults(ref, activity),
      ...parsed.faults,
      ...schemaFaults(content, parsed),
    ];
    const row = { line, title: fields.title, parsed, activity };
    if (faults.length > 0 || !content.success) return { ...row, outcome: 'wrong', faults };
    if (!activity) return { ...row, outcome: 'new', faults };
    if (activity.status === 'cancelled')
      return { ...row, outcome: 'wrong', faults: [{ column: 'ref', key: 'refOfOther' }] };
    const outcome = isUnchanged(this.#actor, activity, content.data) ? 'same' : 'changed';
    return { ...row, outcome, faults };
  }

  #refFaults(ref: string, activity: ActivityView | undefined): CellFault[] {
    const key = foldText(ref);
    const name = activity?.id ?? key;
    const isRepeated = this.#named.has(name);
    if (ref) this.#named.add(name);
    const isHidden = this.#activities.hidden.has(key);
    const alike = this.#activities.alike.get(key);
    if (alike) {
      const value = [ref, ...alike].map(quoteCell).join(', ');
      return [{ column: 'ref', key: 'alikeRefs', value }];
    }
    return refFaults(ref, { isKnown: activity !== undefined, isRepeated, isHidden });
  }
}

/** Plans what the import of a file would do to the register, row by row. */
export async function planActivities(
  actor: Actor,
  { columns, rows, hiddenLines = [], hiddenColumns = [] }: ParsedActivitiesFile,
  locale: Locale,
  from: Reader | Writer,
): Promise<ActivitiesPlan> {
  const known = await loadActivityReferences(actor, from);
  const codeOf = codeFinder(await vocabulary(actor, from));
  const places = new Map(columns.map((column, place) => [column, place]));
  const parsedRows = rows.map(({ line, cells }) => ({
    line,
    parsed: parseActivityRow(new Row(line, places, cells), {
      codeOf,
      findState: known.find,
      language: locale,
    }),
  }));
  const refs = new Set(parsedRows.map(({ parsed: { ref } }) => ref));
  const activities = await activitiesNamed(
    actor,
    from,
    [...refs].filter((ref) => ref !== '' && ref.length <= longestRef),
  );
  const planner = new RowPlanner(actor, activitySchema(known), activities);
  return {
    plan: parsedRows.map(({ line, parsed }) => planner.plan(line, parsed)),
    known,
    hiddenLines,
    hiddenColumns,
  };
}
