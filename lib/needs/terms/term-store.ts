import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, isNull, max, sql } from 'drizzle-orm';
import { recordChange } from '#db/change';
import type { Writer } from '#db/client';
import { need, register, subcategory, tag, topic } from '#db/schema';
import { termChange } from '#db/schema/terms';
import type { Actor } from '#lib/base/actor';
import type { Category } from '#lib/convention/categories';
import { locales, type Names } from '#lib/convention/names';
import { done, failed, forbidden, invalid, notFound, type Outcome } from '#lib/base/errors';
import { withFieldGroups } from '#lib/needs/model/fields';
import { foldText } from '#lib/text/folding';
import { termsInForce, type TermView } from '#lib/needs/terms/queries';
import { mayChangeTerms } from '#lib/needs/terms/permissions';
import type { TermKind, TermVerb } from '#lib/needs/terms/vocabulary';

const tables = { subcategory, topic, tag } as const;

/**
 * Serialises changes of the vocabulary: on PostgreSQL the later one waits here and then reads the
 * result of the earlier one.
 */
export const lockVocabulary = (tx: Writer) =>
  tx
    .update(register)
    .set({ revision: sql`${register.revision}` })
    .where(eq(register.id, 1));

/** Refuses a date before that of the last change, so that a date identifies one vocabulary. */
export async function checkDateOrder(
  tx: Writer,
  decidedOn: string,
): Promise<Outcome<never> | undefined> {
  const [latest] = await tx.select({ decidedOn: max(termChange.decidedOn) }).from(termChange);
  return latest?.decidedOn && decidedOn < latest.decidedOn
    ? invalid('decidedOn', 'terms.errors.dateBeforeLast')
    : undefined;
}

/** Returns a term in force and the others in force of its kind (and category). */
export async function termWithOthers(
  tx: Writer,
  actor: Actor,
  verb: TermVerb,
  kind: TermKind,
  code: string,
): Promise<Outcome<{ term: TermView; others: readonly TermView[] }>> {
  if (!mayChangeTerms(actor, verb)) return forbidden('role');
  await lockVocabulary(tx);
  const all = await termsInForce(actor, kind, tx);
  const term = all.find((each) => each.code === code);
  if (!term) return notFound;
  return done({
    term,
    others: all.filter((each) => each !== term && each.category === term.category),
  });
}

/** Refuses a name that another of these terms has. */
export function checkNames(names: Names, others: readonly TermView[]): Outcome<never> | undefined {
  const errors = locales
    .filter((locale) =>
      others.some((other) => foldText(other.names[locale]) === foldText(names[locale])),
    )
    .map((locale) => ({ field: `name.${locale}`, message: 'terms.errors.nameTaken' }));
  return errors.length > 0 ? failed({ kind: 'invalid', errors }) : undefined;
}

export async function isCodeUsed(tx: Writer, kind: TermKind, code: string): Promise<boolean> {
  const table = tables[kind];
  return (
    (await tx.select({ id: table.id }).from(table).where(eq(table.code, code)).limit(1)).length > 0
  );
}

export async function insertTerm(
  tx: Writer,
  kind: TermKind,
  {
    category,
    ...term
  }: Readonly<{ code: string; names: Names; position: number; category: Category | null }>,
  fromSeq: number,
) {
  const row = { id: randomUUID(), ...term, fromSeq };
  if (kind === 'subcategory') await tx.insert(subcategory).values({ ...row, category: category! });
  else await tx.insert(kind === 'topic' ? topic : tag).values(row);
}

export async function endTerm(tx: Writer, kind: TermKind, code: string, toSeq: number) {
  const table = tables[kind];
  await tx
    .update(table)
    .set({ toSeq })
    .where(and(eq(table.code, code), isNull(table.toSeq)));
}

const fieldOfKind = { subcategory: 'category', topic: 'topics', tag: 'tags' } as const;

/**
 * Reopens the field of a retired term in returned needs. While it is closed, they could be neither
 * corrected nor submitted.
 */
export async function reopenFields(tx: Writer, kind: TermKind, code: string) {
  const column = { subcategory: need.subcategory, topic: need.topics, tag: need.tags }[kind];
  const hasTerm =
    kind === 'subcategory' ? eq(column, code) : sql`${column} like ${`%${JSON.stringify(code)}%`}`;
  const closed = await tx
    .select({ id: need.id, reopened: need.reopened })
    .from(need)
    .where(and(eq(need.status, 'returned'), isNotNull(need.reopened), hasTerm));
  for (const { id, reopened } of closed)
    await tx
      .update(need)
      .set({ reopened: withFieldGroups([...reopened!, fieldOfKind[kind]]) })
      .where(eq(need.id, id));
}

type NewTermChange = Readonly<{
  kind: TermKind;
  verb: TermVerb;
  code: string;
  decidedOn: string;
  into?: readonly string[];
  rest?: string | null;
}>;

/** Writes the row of the change log and the change of the vocabulary. */
export async function recordTermChange(
  tx: Writer,
  actor: Actor,
  { kind, verb, code, decidedOn, into = [], rest = null }: NewTermChange,
): Promise<{ id: string; seq: number }> {
  const id = randomUUID();
  const seq = await recordChange(tx, {
    actorId: actor.accountId!,
    verb,
    entity: 'vocabulary',
    entityId: id,
    data: { kind, code, ...(into.length > 0 ? { into } : {}) },
  });
  await tx.insert(termChange).values({
    id,
    kind,
    verb,
    code,
    into,
    rest,
    decidedOn,
    changedBy: actor.accountId!,
    at: new Date().toISOString(),
    fromSeq: seq,
  });
  return { id, seq };
}
