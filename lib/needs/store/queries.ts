import 'server-only';
import { and, asc, desc, eq, inArray, isNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { read, type Reader, type Writer } from '#db/client';
import {
  account,
  need,
  needVersion,
  review,
  state,
  subcategory,
  tag,
  topic,
  type,
} from '#db/schema';
import type { Actor } from '#lib/base/actor';
import type { Cycle } from '#lib/convention/chapters';
import type { Names } from '#lib/convention/names';
import type { Category } from '#lib/convention/categories';
import { articlesOfKey } from '#lib/convention/provision';
import type { NeedContent } from '#lib/needs/model/schema';
import { withoutCoding } from '#lib/needs/model/blind';
import { isCodedBlind } from '#lib/needs/model/blind-sql';
import { wasRecodedBy } from '#lib/needs/model/recoded-sql';
import { approvedNeeds, needsCountedAt, visibleNeeds, workingNeeds } from '#lib/needs/model/scope';
import type { Origin, Request, Status, Verb } from '#lib/needs/model/vocabulary';

type Term = Readonly<{ code: string; names: Names }>;
export type Vocabulary = Readonly<{
  subcategories: readonly (Term & Readonly<{ category: Category }>)[];
  topics: readonly Term[];
  types: readonly Term[];
  tags: readonly Term[];
}>;

/** Returns the codes and names in force now. */
export async function vocabulary(
  _actor: Actor,
  from: Reader | Writer = read(),
): Promise<Vocabulary> {
  const terms = (table: typeof topic | typeof type | typeof tag) =>
    from
      .select({ code: table.code, names: table.names })
      .from(table)
      .where(isNull(table.toSeq))
      .orderBy(asc(table.position), asc(table.id));
  const subcategories = await from
    .select({ code: subcategory.code, names: subcategory.names, category: subcategory.category })
    .from(subcategory)
    .where(isNull(subcategory.toSeq))
    .orderBy(asc(subcategory.position), asc(subcategory.id));
  return {
    subcategories,
    topics: await terms(topic),
    types: await terms(type),
    tags: await terms(tag),
  };
}

/**
 * A need as the actor may see it: the working version if they work on it, else the approved
 * version.
 */
export type NeedView = NeedContent &
  Readonly<{
    id: string;
    reference: string | null;
    status: Status;
    /** The number of the version in this view. */
    version: number;
    /** Whether its coding is hidden, because the reader is to code it for a second time. */
    blind: boolean;
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
    request: Request | null;
    lifted: boolean;
    /** Whether its review is closed for counting. */
    closed: boolean;
    /** When the needs of its review must be entered, and decided on. */
    entryDueOn: string | null;
    decisionDueOn: string | null;
    /** The fields that the last return opened for correction; null: all of them. */
    reopened: readonly string[] | null;
    /** Its source, if not the form. */
    origin: Origin | null;
    updatedAt: string;
  }>;

/**
 * Which version of a need is read: a single need in its working version if the actor works on it,
 * else in its approved version; a list in one of the two throughout.
 */
const versionOf: Readonly<Record<'single' | ListKind, (actor: Actor) => SQLWrapper>> = {
  single: (actor) =>
    sql`case when ${workingNeeds(actor)} then ${need.version} else ${need.countedVersion} end`,
  own: () => need.version,
  approved: () => need.countedVersion,
};
function isWorking(actor: Actor, which: keyof typeof versionOf): SQL<boolean | number> {
  if (which === 'single') return sql`${workingNeeds(actor)}`;
  return which === 'own' ? sql`1 = 1` : sql`1 = 0`;
}

/**
 * This person, if they ever recoded the need, even if others did so later; else the last person who
 * recoded it.
 */
const recodedBy = ({ accountId }: Actor) =>
  sql<
    string | null
  >`case when ${wasRecodedBy(accountId)} then ${accountId} else ${need.recodedBy} end`;

const columns = (actor: Actor, which: keyof typeof versionOf) => ({
  id: need.id,
  reference: need.reference,
  working: isWorking(actor, which),
  blind: which === 'own' ? sql<boolean | number>`1 = 0` : isCodedBlind(actor),
  reviewId: need.reviewId,
  stateId: review.stateId,
  stateCode: state.code,
  cycle: review.cycle,
  enteredBy: need.enteredBy,
  changedBy: need.changedBy,
  recodedBy: which === 'single' && actor.accountId ? recodedBy(actor) : need.recodedBy,
  countedVersion: need.countedVersion,
  request: need.request,
  lifted: need.lifted,
  closedAt: review.closedAt,
  entryDueOn: review.entryDueOn,
  decisionDueOn: review.decisionDueOn,
  reopened: need.reopened,
  origin: need.origin,
  workingStatus: need.status,
  updatedAt: needVersion.at,
  version: needVersion.version,
  chapter: needVersion.chapter,
  general: needVersion.general,
  provision: needVersion.provision,
  category: needVersion.category,
  subcategory: needVersion.subcategory,
  topics: needVersion.topics,
  types: needVersion.types,
  tags: needVersion.tags,
  targetGroups: needVersion.targetGroups,
  priority: needVersion.priority,
  text: needVersion.text,
  language: needVersion.language,
  quote: needVersion.quote,
  paragraph: needVersion.paragraph,
  page: needVersion.page,
});

const matchesVersion = (actor: Actor, which: keyof typeof versionOf) =>
  and(eq(needVersion.needId, need.id), eq(needVersion.version, versionOf[which](actor)));

const needRows = (actor: Actor, from: Reader | Writer, which: keyof typeof versionOf = 'single') =>
  from
    .select(columns(actor, which))
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .innerJoin(needVersion, matchesVersion(actor, which));

type Row = Awaited<ReturnType<typeof needRows>>[number];

const toView = ({
  provision,
  workingStatus,
  working: isWorking,
  blind,
  reopened,
  cycle,
  request,
  closedAt,
  ...row
}: Row): NeedView => {
  const view = {
    ...row,
    request: isWorking ? request : null,
    closed: closedAt !== null,
    cycle: cycle as Cycle,
    working: Boolean(isWorking),
    blind: Boolean(blind),
    reopened: isWorking ? reopened : null,
    status: isWorking ? workingStatus : ('approved' as const),
    articles: articlesOfKey(provision),
  };
  return withoutCoding(view, view.blind);
};

/**
 * Returns the need of this id as the actor may see it; undefined where it does not exist or is out
 * of their scope.
 */
export async function needById(
  actor: Actor,
  id: string,
  from: Reader | Writer = read(),
): Promise<NeedView | undefined> {
  const [row] = await needRows(actor, from).where(and(eq(need.id, id), visibleNeeds(actor)));
  return row && toView(row);
}

/**
 * The two lists of needs: those that the actor works on, and the approved ones that they may see.
 * Each has its own orders.
 */
export type ListKind = 'own' | 'approved';
const listConditions = { own: workingNeeds, approved: approvedNeeds } as const;

/** Which needs of a list are read, in which order, and how many. */
type Selection = Readonly<{ where?: SQL; orderBy: readonly SQL[]; limit: number }>;

/**
 * The needs that an actor works on. The working row has all by which they are chosen and put in
 * order, so that the version is read of those alone that are shown.
 */
const ownRows = (actor: Actor, { where, orderBy, limit }: Selection, from: Reader | Writer) =>
  needRows(actor, from, 'own')
    .where(
      inArray(
        need.id,
        from
          .select({ id: need.id })
          .from(need)
          .innerJoin(review, eq(review.id, need.reviewId))
          .innerJoin(state, eq(state.id, review.stateId))
          .where(and(workingNeeds(actor), where))
          .orderBy(...orderBy)
          .limit(limit),
      ),
    )
    .orderBy(...orderBy);

/** The approved needs that an actor may see, each in its approved version. */
const approvedRows = (actor: Actor, { where, orderBy, limit }: Selection, from: Reader | Writer) =>
  // SQLite keeps the order of a cross join: it reads the needs in the order of the list, each with
  // its version, and not the other way round.
  from
    .select(columns(actor, 'approved'))
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .crossJoin(needVersion)
    .where(and(matchesVersion(actor, 'approved'), approvedNeeds(actor), where))
    .orderBy(...orderBy)
    .limit(limit);

/**
 * Returns needs of one list, in their working or approved version. `where` and `orderBy` may refer
 * to `need`, `review` and `state`, and in the list of approved needs to `needVersion`.
 */
export async function listNeeds(
  actor: Actor,
  list: ListKind,
  selection: Selection,
  from: Reader | Writer = read(),
): Promise<NeedView[]> {
  const rows = await (list === 'own' ? ownRows : approvedRows)(actor, selection, from);
  return rows.map(toView);
}

/**
 * Returns needs that counted at a revision, each in the version that counted then, as far as the
 * actor may see them. They are as read-only as the past.
 */
export async function listNeedsAt(
  actor: Actor,
  revision: number,
  { where, orderBy, limit }: Selection,
): Promise<NeedView[]> {
  const rows = await read()
    .select(columns(actor, 'approved'))
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .crossJoin(needVersion)
    .where(and(eq(needVersion.needId, need.id), needsCountedAt(actor, revision), where))
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map(toView);
}

/**
 * Returns a need as it counted at a revision; undefined where it did not, or is out of the actor's
 * scope.
 */
export async function needAt(
  actor: Actor,
  id: string,
  revision: number,
): Promise<NeedView | undefined> {
  const [found] = await listNeedsAt(actor, revision, {
    where: eq(need.id, id),
    orderBy: [asc(need.id)],
    limit: 1,
  });
  return found;
}

/** Counts the needs of a list up to `most`; beyond it a page says "more than". */
export async function countListedNeeds(
  actor: Actor,
  list: ListKind,
  { where, most = 10_001 }: { where?: SQL; most?: number } = {},
  from: Reader | Writer = read(),
): Promise<number> {
  const inList = and(listConditions[list](actor), where);
  const needs = from
    .select({ id: need.id })
    .from(need)
    .innerJoin(review, eq(review.id, need.reviewId))
    .$dynamic();
  if (where) needs.innerJoin(state, eq(state.id, review.stateId));
  const isByVersion = where !== undefined && list === 'approved';
  if (isByVersion) needs.crossJoin(needVersion);
  const limited = needs
    .where(and(isByVersion ? matchesVersion(actor, list) : undefined, inList))
    .limit(most)
    .as('some');
  const [row] = await from.select({ total: sql`count(*)`.mapWith(Number) }).from(limited);
  return row?.total ?? 0;
}

export type HistoryEntry = Readonly<{
  version: number;
  verb: Verb | 'enter';
  status: Status;
  reason: string | null;
  by: string;
  at: string;
}>;

/**
 * Returns the history of a need, the latest entry first; empty unless the actor works on the need.
 */
export async function historyOfNeed(actor: Actor, id: string): Promise<HistoryEntry[]> {
  return read()
    .select({
      version: needVersion.version,
      verb: needVersion.verb,
      status: needVersion.status,
      reason: needVersion.reason,
      by: account.name,
      at: needVersion.at,
    })
    .from(needVersion)
    .innerJoin(need, eq(need.id, needVersion.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(account, eq(account.id, needVersion.actorId))
    .where(and(eq(needVersion.needId, id), workingNeeds(actor)))
    .orderBy(desc(needVersion.version));
}
