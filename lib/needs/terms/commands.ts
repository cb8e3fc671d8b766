import 'server-only';
import { randomUUID } from 'node:crypto';
import { termMapping } from '#db/schema/terms';
import type { Actor } from '#lib/base/actor';
import { attempt } from '#lib/base/attempt';
import { done, failed, forbidden, invalid, type Outcome } from '#lib/base/errors';
import { needsBearing, termsInForce } from '#lib/needs/terms/queries';
import { mayChangeTerms } from '#lib/needs/terms/rules';
import type { Adding, Merging, Renaming, Splitting } from '#lib/needs/terms/schema';
import {
  codeKnown,
  endTerm,
  inOrder,
  insertTerm,
  lockVocabulary,
  namesTaken,
  openFields,
  termWithOthers,
  writeChange,
} from '#lib/needs/terms/steps';
import { mostListed } from '#lib/needs/terms/vocabulary';

type Changed = Readonly<{ id: string }>;

/** Adds a term after the others of its kind or category. Its code must never have been in use. */
export const addTerm = (
  actor: Actor,
  { kind, code, category, decidedOn, names }: Adding,
): Promise<Outcome<Changed>> =>
  attempt(async (tx) => {
    if (!mayChangeTerms(actor, 'add')) return forbidden('role');
    await lockVocabulary(tx);
    const all = await termsInForce(actor, kind, tx);
    const refused = (await codeKnown(tx, kind, code))
      ? invalid('code', 'terms.errors.codeTaken')
      : (namesTaken(
          names,
          all.filter((each) => each.category === category),
        ) ?? (await inOrder(tx, decidedOn)));
    if (refused) return refused;
    const { id, seq } = await writeChange(tx, actor, { kind, verb: 'add', code, decidedOn });
    await insertTerm(
      tx,
      kind,
      { code, names, category, position: Math.max(0, ...all.map(({ position }) => position)) + 1 },
      seq,
    );
    return done({ id });
  });

/** Gives a term other names. Its code and all coding with it stay. */
export const renameTerm = (
  actor: Actor,
  { kind, code, decidedOn, names }: Renaming,
): Promise<Outcome<Changed>> =>
  attempt(async (tx) => {
    const found = await termWithOthers(tx, actor, 'rename', kind, code);
    if (!found.ok) return found;
    const { term, others } = found.value;
    const refused = namesTaken(names, others) ?? (await inOrder(tx, decidedOn));
    if (refused) return refused;
    const { id, seq } = await writeChange(tx, actor, { kind, verb: 'rename', code, decidedOn });
    await endTerm(tx, kind, code, seq);
    await insertTerm(tx, kind, { ...term, names }, seq);
    return done({ id });
  });

/**
 * Ends a term in favour of another of its kind (and category). Needs keep their coding; the new
 * vocabulary maps the old code to the new one.
 */
export const mergeTerm = (
  actor: Actor,
  { kind, code, decidedOn, into }: Merging,
): Promise<Outcome<Changed>> =>
  attempt(async (tx) => {
    const found = await termWithOthers(tx, actor, 'merge', kind, code);
    if (!found.ok) return found;
    if (into === code) return invalid('into', 'terms.errors.intoItself');
    if (!found.value.others.some((other) => other.code === into))
      return invalid('into', 'terms.errors.chooseTerm');
    const refused = await inOrder(tx, decidedOn);
    if (refused) return refused;
    const { id, seq } = await writeChange(tx, actor, {
      kind,
      verb: 'merge',
      code,
      decidedOn,
      into: [into],
      rest: into,
    });
    await endTerm(tx, kind, code, seq);
    await openFields(tx, kind, code);
    return done({ id });
  });

/**
 * Ends a term in favour of several others. Every approved need with the term must be mapped to one
 * of them, by name or with the rest.
 */
export const splitTerm = (
  actor: Actor,
  { kind, code, decidedOn, into, rest, needs }: Splitting,
): Promise<Outcome<Changed>> =>
  attempt(async (tx) => {
    const found = await termWithOthers(tx, actor, 'split', kind, code);
    if (!found.ok) return found;
    if (into.includes(code)) return invalid('into', 'terms.errors.intoItself');
    if (!into.every((target) => found.value.others.some((other) => other.code === target)))
      return invalid('into', 'terms.errors.chooseTerm');
    if (into.length < 2) return invalid('into', 'terms.errors.twoTerms');
    if (rest !== null && !into.includes(rest)) return invalid('rest', 'terms.errors.notAmong');
    const bearing = await needsBearing(actor, kind, code, mostListed + 1, tx);
    const listed = bearing.slice(0, mostListed);
    const wrong = listed.filter(({ id }) =>
      needs.has(id) ? !into.includes(needs.get(id)!) : rest === null,
    );
    if (wrong.length > 0)
      return failed({
        kind: 'invalid',
        errors: wrong.map(({ id }) => ({
          field: `need.${id}`,
          message: needs.has(id) ? 'terms.errors.notAmong' : 'terms.errors.unmapped',
        })),
      });
    if (bearing.length > mostListed && rest === null)
      return invalid('rest', 'terms.errors.restUnmapped');
    const refused = await inOrder(tx, decidedOn);
    if (refused) return refused;
    const { id, seq } = await writeChange(tx, actor, {
      kind,
      verb: 'split',
      code,
      decidedOn,
      into,
      rest,
    });
    const places = listed.flatMap((each) =>
      needs.has(each.id)
        ? [{ id: randomUUID(), changeId: id, needId: each.id, code: needs.get(each.id)! }]
        : [],
    );
    if (places.length > 0) await tx.insert(termMapping).values(places);
    await endTerm(tx, kind, code, seq);
    await openFields(tx, kind, code);
    return done({ id });
  });
