import 'server-only';
import { inArray, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/client';
import { assistance } from '#db/schema/assistance';
import type { Actor } from '#lib/base/actor';
import type { SheetRead } from '#lib/assistance/activities/import-file';
import {
  columnOfField,
  rowRead,
  type RowFault,
  type RowRead,
} from '#lib/assistance/activities/import-row';
import { knownToActivities, type KnownToActivities } from '#lib/assistance/activities/known';
import { codeFinder, type SheetColumn } from '#lib/assistance/activities/labels';
import { activitiesById, type ActivitySeen } from '#lib/assistance/activities/queries';
import { activitySchema } from '#lib/assistance/activities/schema';
import { fingerprintOfShown } from '#lib/base/fingerprint';
import type { Locale } from '#lib/convention/names';
import { folded } from '#lib/text/folding';
import { vocabulary } from '#lib/needs/store/queries';

export const rowOutcomes = ['new', 'changed', 'same', 'wrong'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
export type PlannedRow = Readonly<{
  line: number;
  title: string;
  outcome: RowOutcome;
  faults: readonly RowFault[];
  read: RowRead;
  activity?: ActivitySeen;
}>;
export type ImportPlan = Readonly<{ rows: readonly PlannedRow[]; known: KnownToActivities }>;

type Known = Readonly<{ seen: ReadonlyMap<string, ActivitySeen>; hidden: ReadonlySet<string> }>;

/**
 * The activities that the refs of a file name, by reference or by what an earlier file called them;
 * and refs that are another's.
 */
async function activitiesNamed(
  actor: Actor,
  from: Reader | Writer,
  refs: readonly string[],
): Promise<Known> {
  const rows: { id: string; reference: string; sourceRef: string | null }[] = [];
  for (let at = 0; at < refs.length; at += 200) {
    const some = refs.slice(at, at + 200);
    rows.push(
      ...(await from
        .select({
          id: assistance.id,
          reference: assistance.reference,
          sourceRef: assistance.sourceRef,
        })
        .from(assistance)
        .where(or(inArray(assistance.sourceRef, some), inArray(assistance.reference, some)))),
    );
  }
  const whole = new Map(
    (
      await activitiesById(
        actor,
        rows.map(({ id }) => id),
        from,
      )
    )
      .filter((each) => each.whole)
      .map((each) => [each.id, each]),
  );
  const named = rows.flatMap(({ id, reference, sourceRef }) =>
    [reference, ...(sourceRef ? [sourceRef] : [])].map((ref) => [ref, whole.get(id)] as const),
  );
  return {
    seen: new Map(named.flatMap(([ref, each]) => (each ? [[ref, each]] : []))),
    hidden: new Set(named.flatMap(([ref, each]) => (each ? [] : [ref]))),
  };
}

const sorted = (value: object) =>
  JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** What is wrong with how a row names the activity that it changes. */
function refFaults(
  ref: string,
  isKnown: boolean,
  isRepeated: boolean,
  isHidden: boolean,
): string[] {
  if (ref === '') return [];
  return [
    ...(ref.length > 64 ? ['refTooLong'] : []),
    ...(isRepeated ? ['repeatedRef'] : []),
    ...(isHidden || (!isKnown && /^TA-\d+$/.test(ref)) ? ['refOfOther'] : []),
  ];
}

/** Whether a row says what is stored already. */
function isSame(
  actor: Actor,
  activity: ActivitySeen,
  { organisation, ...content }: Readonly<{ organisation: string | null }>,
): boolean {
  const { organisationId: _stored, ...stored } = activity.content;
  // A provider's own name stands, whatever the file says.
  const provider =
    actor.role === 'provider' || folded(organisation ?? '') === folded(activity.organisation ?? '');
  return provider && sorted(content) === sorted(stored);
}

/** What the import of a file would do to the register as it stands, row by row. */
export async function planOf(
  actor: Actor,
  { columns, rows }: SheetRead,
  locale: Locale,
  from: Reader | Writer,
): Promise<ImportPlan> {
  const known = await knownToActivities(actor, from);
  const words = await vocabulary(actor, from);
  const schema = activitySchema(known);
  const codeOf = codeFinder(words);
  const places = new Map(columns.map((column, i) => [column, i]));
  const read = rows.map(({ line, cells }) => ({
    line,
    read: rowRead((column: SheetColumn) => (cells[places.get(column) ?? -1] ?? '').trim(), {
      codeOf,
      find: known.find,
      language: locale,
    }),
  }));
  const refs = [
    ...new Set(read.flatMap(({ read: { ref } }) => (ref && ref.length <= 64 ? [ref] : []))),
  ];
  const { seen, hidden } = await activitiesNamed(actor, from, refs);
  const before = new Set<string>();
  const planned = read.map(({ line, read: row }): PlannedRow => {
    const activity = seen.get(row.ref);
    const parsed = schema.safeParse(row.fields);
    const said = new Set(row.faults.map(({ column }) => column));
    const isRepeated = before.has(activity?.id ?? row.ref);
    const own = refFaults(row.ref, activity !== undefined, isRepeated, hidden.has(row.ref));
    if (row.ref) before.add(activity?.id ?? row.ref);
    const ofSchema = parsed.success
      ? []
      : parsed.error.issues
          .map(({ path, message }) => ({
            column: columnOfField(String(path[0] ?? '')),
            key: message.replace(/^assistance\.errors\./, ''),
          }))
          .filter(({ column }) => !said.has(column));
    const faults: RowFault[] = [
      ...own.map((key) => ({ column: 'ref' as const, key })),
      ...row.faults,
      ...ofSchema,
    ];
    const base = { line, title: row.fields.title, read: row, activity };
    if (faults.length > 0 || !parsed.success) return { ...base, outcome: 'wrong', faults };
    if (!activity) return { ...base, outcome: 'new', faults };
    if (activity.status === 'cancelled')
      return { ...base, outcome: 'wrong', faults: [{ column: 'ref', key: 'refOfOther' }] };
    const outcome = isSame(actor, activity, parsed.data) ? 'same' : 'changed';
    return { ...base, outcome, faults };
  });
  return { rows: planned, known };
}

export const countOf = ({ rows }: ImportPlan): Record<RowOutcome, number> =>
  Object.fromEntries(
    rowOutcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  ) as Record<RowOutcome, number>;

/** By this a confirmation says which plan was seen. */
export const fingerprintOf = (sha256: string, { rows }: ImportPlan): string =>
  fingerprintOfShown([
    sha256,
    rows.map(({ line, outcome, activity }) => [line, outcome, activity?.id, activity?.version]),
  ]);
