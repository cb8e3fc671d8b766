import 'server-only';
import { and, asc, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
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
import { termChange } from '#db/schema/terms';
import type { Actor } from '#lib/base/actor';
import type { Category } from '#lib/convention/categories';
import type { Locale, Names } from '#lib/convention/names';
import { vocabulary, type Vocabulary } from '#lib/needs/store/queries';
import { approvedNeeds, visibleNeeds } from '#lib/needs/model/scope';
import { termChanges } from '#lib/needs/terms/changes';
import { dayBefore, codeMapper } from '#lib/needs/terms/code-mapping';
import { mayChangeTerms, maySeeRecoding } from '#lib/needs/terms/permissions';
import type { TermKind, TermVerb } from '#lib/needs/terms/vocabulary';
import { likePattern } from '#lib/text/escape';

/** Higher than every revision. */
const maximumRevision = 2_147_483_647;

export type TermView = Readonly<{
  code: string;
  names: Names;
  category: Category | null;
  position: number;
}>;

/** Returns the terms of a kind that are in force, in their order. */
export async function termsInForce(
  _actor: Actor,
  kind: TermKind,
  from: Reader | Writer = read(),
): Promise<TermView[]> {
  if (kind === 'subcategory') {
    return from
      .select({
        code: subcategory.code,
        names: subcategory.names,
        category: subcategory.category,
        position: subcategory.position,
      })
      .from(subcategory)
      .where(isNull(subcategory.toSeq))
      .orderBy(asc(subcategory.position), asc(subcategory.id));
  }
  const table = kind === 'topic' ? topic : tag;
  const rows = await from
    .select({ code: table.code, names: table.names, position: table.position })
    .from(table)
    .where(isNull(table.toSeq))
    .orderBy(asc(table.position), asc(table.id));
  return rows.map((row) => ({ ...row, category: null }));
}

/**
 * Returns the vocabulary with retired terms after those in force, so that every coded term has a
 * name.
 */
export async function vocabularyWithRetiredTerms(actor: Actor): Promise<Vocabulary> {
  const now = await vocabulary(actor);
  const ended = async (table: typeof topic | typeof type | typeof tag) =>
    read()
      .select({ code: table.code, names: table.names })
      .from(table)
      .where(isNotNull(table.toSeq))
      .orderBy(desc(table.toSeq), asc(table.id));
  const endedSubcategories = await read()
    .select({ code: subcategory.code, names: subcategory.names, category: subcategory.category })
    .from(subcategory)
    .where(isNotNull(subcategory.toSeq))
    .orderBy(desc(subcategory.toSeq), asc(subcategory.id));
  const withEnded = <T extends { code: string }>(
    inForce: readonly T[],
    before: readonly T[],
  ): T[] => {
    const known = new Set(inForce.map(({ code }) => code));
    return [...inForce, ...before.filter(({ code }) => !known.has(code) && known.add(code))];
  };
  return {
    subcategories: withEnded(now.subcategories, endedSubcategories),
    topics: withEnded(now.topics, await ended(topic)),
    types: withEnded(now.types, await ended(type)),
    tags: withEnded(now.tags, await ended(tag)),
  };
}

/** Returns functions that name the codes of each list of the vocabulary. */
export async function termNamesOf(actor: Actor, locale: Locale) {
  const { subcategories, topics, types, tags } = await vocabularyWithRetiredTerms(actor);
  const naming = (terms: typeof topics) => {
    const names = new Map(terms.map((term) => [term.code, term.names[locale]]));
    return (code: string) => names.get(code) ?? code;
  };
  return {
    subcategory: naming(subcategories),
    topic: naming(topics),
    type: naming(types),
    tag: naming(tags),
  };
}

export type TermChangeView = Readonly<{
  id: string;
  kind: TermKind;
  verb: TermVerb;
  code: string;
  into: readonly string[];
  decidedOn: string;
  by: string;
  at: string;
}>;
const changeColumns = {
  id: termChange.id,
  kind: termChange.kind,
  verb: termChange.verb,
  code: termChange.code,
  into: termChange.into,
  decidedOn: termChange.decidedOn,
  by: account.name,
  at: termChange.at,
};

/** Returns the changes of the vocabulary, the latest first. */
export const listTermChanges = async (actor: Actor): Promise<TermChangeView[]> =>
  mayChangeTerms(actor, 'add')
    ? read()
        .select(changeColumns)
        .from(termChange)
        .innerJoin(account, eq(account.id, termChange.changedBy))
        .orderBy(desc(termChange.fromSeq))
        .limit(500)
    : [];

/**
 * Returns the dates on which the vocabulary changed, and the day before the first of them; the
 * latest first. Renaming does not count as a change.
 */
export async function vocabularyDates(_actor: Actor): Promise<string[]> {
  const dates = [
    ...new Set(
      (await termChanges(maximumRevision))
        .filter(({ verb }) => verb !== 'rename')
        .map(({ decidedOn }) => decidedOn),
    ),
  ];
  return dates.length === 0 ? [] : [dayBefore(dates[0]!), ...dates].toReversed();
}

export async function termChangeById(
  actor: Actor,
  id: string,
): Promise<TermChangeView | undefined> {
  if (!maySeeRecoding(actor)) return undefined;
  const [row] = await read()
    .select(changeColumns)
    .from(termChange)
    .innerJoin(account, eq(account.id, termChange.changedBy))
    .where(eq(termChange.id, id));
  return row;
}

const columnOf = {
  subcategory: needVersion.subcategory,
  topic: needVersion.topics,
  tag: needVersion.tags,
} as const;
// A list is stored as JSON text, byte for byte the same on both engines, and no code has a
// quotation mark.
const hasTerm = (kind: TermKind, code: string): SQL =>
  kind === 'subcategory'
    ? eq(needVersion.subcategory, code)
    : sql`${columnOf[kind]} like ${likePattern(JSON.stringify(code))} escape '!'`;

export type NeedWithTerm = Readonly<{
  id: string;
  reference: string | null;
  stateCode: string;
  cycle: number;
  text: string | null;
  language: Locale | null;
}>;

/** Returns the needs that the actor sees and whose approved version has a term. */
export const needsWithTerm = (
  actor: Actor,
  kind: TermKind,
  code: string,
  limit: number,
  from: Reader | Writer = read(),
): Promise<NeedWithTerm[]> =>
  from
    .select({
      id: need.id,
      reference: need.reference,
      stateCode: state.code,
      cycle: review.cycle,
      text: needVersion.text,
      language: needVersion.language,
    })
    .from(needVersion)
    .innerJoin(need, eq(need.id, needVersion.needId))
    .innerJoin(review, eq(review.id, need.reviewId))
    .innerJoin(state, eq(state.id, review.stateId))
    .where(
      and(
        isNotNull(needVersion.countedFromSeq),
        isNull(needVersion.countedToSeq),
        hasTerm(kind, code),
        approvedNeeds(actor),
        visibleNeeds(actor),
      ),
    )
    .orderBy(asc(need.reference), asc(need.id))
    .limit(limit);

export type NeedToRecode = NeedWithTerm & Readonly<{ proposed: string }>;
const maximumNeeds = 500;

/**
 * Returns the needs to recode after a merge or a split: their approved version still has the
 * retired term. Each comes with the proposed new term.
 */
export async function needsToRecode(
  actor: Actor,
  { kind, code }: TermChangeView,
): Promise<{ needs: NeedToRecode[]; more: boolean }> {
  if (!maySeeRecoding(actor)) return { needs: [], more: false };
  const found = await needsWithTerm(actor, kind, code, maximumNeeds + 1);
  const mapCode = codeMapper(await termChanges(maximumRevision), kind, '9999-12-31');
  return {
    needs: found
      .slice(0, maximumNeeds)
      .map((each) => ({ ...each, proposed: mapCode(code, each.id) })),
    more: found.length > maximumNeeds,
  };
}
