import 'server-only';
import { and, asc, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import { account, need, needVersion, review, state, subcategory, tag, topic, type } from '#db/schema';
import type { Actor } from '#lib/actor';
import type { Cycle } from '#lib/convention/chapters';
import type { Names } from '#lib/convention/names';
import type { Category } from '#lib/convention/categories';
import { articlesOfKey } from '#lib/needs/provision';
import type { NeedContent } from '#lib/needs/schema';
import { visibleNeeds, workingNeeds } from '#lib/needs/scope';
import type { Status, Verb } from '#lib/needs/vocabulary';

type Term = Readonly<{ code: string; names: Names }>;
export type Vocabulary = Readonly<{
  subcategories: readonly (Term & Readonly<{ category: Category }>)[];
  topics: readonly Term[];
  types: readonly Term[];
  tags: readonly Term[];
}>;

/** The codes and names in force now. */
export async function vocabulary(_actor: Actor, from: Reader | Writer = read()): Promise<Vocabulary> {
  const terms = (table: typeof topic | typeof type | typeof tag) =>
    from.select({ code: table.code, names: table.names }).from(table).where(isNull(table.toSeq)).orderBy(asc(table.position), asc(table.id));
  const subcategories = await from.select({ code: subcategory.code, names: subcategory.names, category: subcategory.category })
    .from(subcategory).where(isNull(subcategory.toSeq)).orderBy(asc(subcategory.position), asc(subcategory.id));
  return { subcategories, topics: await terms(topic), types: await terms(type), tags: await terms(tag) };
}

/** A need as its reader may see it: the working version of their own work, the approved one of everything else. */
export type NeedSeen = NeedContent & Readonly<{
  id: string;
  reference: string | null;
  status: Status;
  /** The version shown. */
  version: number;
  /** Whether this is the working version. */
  working: boolean;
  reviewId: string;
  stateId: string;
  stateCode: string;
  cycle: Cycle;
  enteredBy: string;
  changedBy: string;
  recodedBy: string | null;
  countedVersion: number | null;
  /** The fields that the last return opened for correction; null: all. */
  reopened: readonly string[] | null;
  updatedAt: string;
}>;

const shownVersion = (actor: Actor) => sql`case when ${workingNeeds(actor)} then ${need.version} else ${need.countedVersion} end`;

const columns = (actor: Actor) => ({
  id: need.id, reference: need.reference, working: sql<boolean | number>`${workingNeeds(actor)}`,
  reviewId: need.reviewId, stateId: review.stateId, stateCode: state.code, cycle: review.cycle,
  enteredBy: need.enteredBy, changedBy: need.changedBy, recodedBy: need.recodedBy, countedVersion: need.countedVersion, reopened: need.reopened, workingStatus: need.status,
  updatedAt: needVersion.at, version: needVersion.version, chapter: needVersion.chapter, general: needVersion.general, provision: needVersion.provision,
  category: needVersion.category, subcategory: needVersion.subcategory, topics: needVersion.topics, types: needVersion.types,
  tags: needVersion.tags, targetGroups: needVersion.targetGroups, priority: needVersion.priority, text: needVersion.text,
  language: needVersion.language, quote: needVersion.quote, paragraph: needVersion.paragraph,
});

const seenRows = (actor: Actor, from: Reader | Writer) => from.select(columns(actor)).from(need)
  .innerJoin(review, eq(review.id, need.reviewId))
  .innerJoin(state, eq(state.id, review.stateId))
  .innerJoin(needVersion, and(eq(needVersion.needId, need.id), eq(needVersion.version, shownVersion(actor))));

type Row = Awaited<ReturnType<typeof seenRows>>[number];

const seen = ({ provision, workingStatus, working, reopened, cycle, ...row }: Row): NeedSeen => ({
  ...row,
  cycle: cycle as Cycle,
  working: Boolean(working),
  reopened: working ? reopened : null,
  status: working ? workingStatus : 'approved',
  articles: articlesOfKey(provision),
});

/** The need of this id as the actor may see it; undefined also where it is out of their scope. */
export async function needById(actor: Actor, id: string, from: Reader | Writer = read()): Promise<NeedSeen | undefined> {
  const [row] = await seenRows(actor, from).where(and(eq(need.id, id), visibleNeeds(actor)));
  return row && seen(row);
}

/** The needs of this clause, in this order, as far as the actor sees them; for lists of a few hundred. */
export async function needsSeen(actor: Actor, where: SQL | undefined, ...order: readonly SQL[]): Promise<NeedSeen[]> {
  const rows = await seenRows(actor, read()).where(and(where, visibleNeeds(actor))).orderBy(...order).limit(500);
  return rows.map(seen);
}

/** `own`: only what is the actor's own work. */
export type NeedsFilter = Readonly<{ statuses?: readonly Status[]; reviewId?: string; own?: boolean }>;

/** A page of needs, the latest changed first, and how many there are in all. */
export async function needsPage(actor: Actor, filter: NeedsFilter, page: number, size = 50): Promise<{ needs: NeedSeen[]; total: number }> {
  const status = sql`case when ${workingNeeds(actor)} then ${need.status} else 'approved' end`;
  const where = and(
    filter.own ? workingNeeds(actor) : visibleNeeds(actor),
    filter.statuses?.length ? inArray(status as SQL<string>, [...filter.statuses]) : undefined,
    filter.reviewId ? eq(need.reviewId, filter.reviewId) : undefined,
  );
  const [counted] = await read().select({ total: sql`count(*)`.mapWith(Number) }).from(need)
    .innerJoin(review, eq(review.id, need.reviewId)).where(where);
  const rows = await seenRows(actor, read()).where(where)
    .orderBy(desc(needVersion.at), desc(need.id)).limit(size).offset((page - 1) * size);
  return { needs: rows.map(seen), total: counted?.total ?? 0 };
}

export type HistoryEntry = Readonly<{ version: number; verb: Verb | 'enter'; status: Status; reason: string | null; by: string; at: string }>;

/** Who did what to a need, the latest first; empty unless the need is the actor's own work. */
export async function historyOfNeed(actor: Actor, id: string): Promise<HistoryEntry[]> {
  return read().select({ version: needVersion.version, verb: needVersion.verb, status: needVersion.status, reason: needVersion.reason, by: account.name, at: needVersion.at })
    .from(needVersion).innerJoin(need, eq(need.id, needVersion.needId)).innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(account, eq(account.id, needVersion.actorId))
    .where(and(eq(needVersion.needId, id), workingNeeds(actor))).orderBy(desc(needVersion.version));
}
