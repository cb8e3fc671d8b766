import 'server-only';
import { randomUUID } from 'node:crypto';
import { termMapping } from '#db/schema/terms';
import type { Actor } from '#lib/base/actor';
import { runCommand } from '#lib/base/run-command';
import { done, failed, forbidden, invalid, type Outcome } from '#lib/base/errors';
import { needsWithTerm, termsInForce } from '#lib/needs/terms/queries';
import { mayChangeTerms } from '#lib/needs/terms/permissions';
import type { TermAddition, TermMerge, TermRenaming, TermSplit } from '#lib/needs/terms/schema';
import {
  isCodeUsed,
  endTerm,
  checkDateOrder,
  insertTerm,
  lockVocabulary,
  checkNames,
  reopenFields,
  termWithOthers,
  recordTermChange,
} from '#lib/needs/terms/term-store';
import { mostListed } from '#lib/needs/terms/vocabulary';

type ChangeId = Readonly<{ id: string }>;

/** Adds a term after the others of its kind or category. Its code must never have been in use. */
export const addTerm = (
  actor: Actor,
  { kind, code, category, decidedOn, names }: TermAddition,
): Promise<Outcome<ChangeId>> =>
  runCommand(async (tx) => {
    if (!mayChangeTerms(actor, 'add')) return forbidden('role');
    await lockVocabulary(tx);
    const terms = await termsInForce(actor, kind, tx);
    const refusal = (await isCodeUsed(tx, kind, code))
      ? invalid('code', 'terms.errors.codeTaken')
      : (checkNames(
          names,
          terms.filter((each) => each.category === category),
        ) ?? (await checkDateOrder(tx, decidedOn)));
    if (refusal) return refusal;
    const { id, seq } = await recordTermChange(tx, actor, { kind, verb: 'add', code, decidedOn });
    await insertTerm(
      tx,
      kind,
      {
        code,
        names,
        category,
        position: Math.max(0, ...terms.map(({ position }) => position)) + 1,
      },
      seq,
    );
    return done({ id });
  });

/** Gives a term other names. Its code and all coding with it stay. */
export const renameTerm = (
  actor: Actor,
  { kind, code, decidedOn, names }: TermRenaming,
): Promise<Outcome<ChangeId>> =>
  runCommand(async (tx) => {
    const loaded = await termWithOthers(tx, actor, 'rename', kind, code);
    if (!loaded.ok) return loaded;
    const { term, others } = loaded.value;
    const refusal = checkNames(names, others) ?? (await checkDateOrder(tx, decidedOn));
    if (refusal) return refusal;
    const { id, seq } = await recordTermChange(tx, actor, {
      kind,
      verb: 'rename',
      code,
      decidedOn,
    });
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
  { kind, code, decidedOn, into }: TermMerge,
): Promise<Outcome<ChangeId>> =>
  runCommand(async (tx) => {
    const loaded = await termWithOthers(tx, actor, 'merge', kind, code);
    if (!loaded.ok) return loaded;
    if (into === code) return invalid('into', 'terms.errors.intoItself');
    if (!loaded.value.others.some((other) => other.code === into))
      return invalid('into', 'terms.errors.chooseTerm');
    const refusal = await checkDateOrder(tx, decidedOn);
    if (refusal) return refusal;
    const { id, seq } = await recordTermChange(tx, actor, {
      kind,
      verb: 'merge',
      code,
      decidedOn,
      into: [into],
      rest: into,
    });
    await endTerm(tx, kind, code, seq);
    await reopenFields(tx, kind, code);
    return done({ id });
  });

/**
 * Ends a term in favour of several others. Every approved need with the term must be mapped to one
 * of them, by name or with the rest.
 */
export const splitTerm = (
  actor: Actor,
  { kind, code, decidedOn, into, rest, needs }: TermSplit,
): Promise<Outcome<ChangeId>> =>
  runCommand(async (tx) => {
    const loaded = await termWithOthers(tx, actor, 'split', kind, code);
    if (!loaded.ok) return loaded;
    if (into.includes(code)) return invalid('into', 'terms.errors.intoItself');
    if (!into.every((target) => loaded.value.others.some((other) => other.code === target)))
      return invalid('into', 'terms.errors.chooseTerm');
    if (into.length < 2) return invalid('into', 'terms.errors.twoTerms');
    if (rest !== null && !into.includes(rest)) return invalid('rest', 'terms.errors.notAmong');
    const affected = await needsWithTerm(actor, kind, code, mostListed + 1, tx);
    const listed = affected.slice(0, mostListed);
    const unmapped = listed.filter(({ id }) =>
      needs.has(id) ? !into.includes(needs.get(id)!) : rest === null,
    );
    if (unmapped.length > 0)
      return failed({
        kind: 'invalid',
        errors: unmapped.map(({ id }) => ({
          field: `need.${id}`,
          message: needs.has(id) ? 'terms.errors.notAmong' : 'terms.errors.unmapped',
        })),
      });
    if (affected.length > mostListed && rest === null)
      return invalid('rest', 'terms.errors.restUnmapped');
    const refusal = await checkDateOrder(tx, decidedOn);
    if (refusal) return refusal;
    const { id, seq } = await recordTermChange(tx, actor, {
      kind,
      verb: 'split',
      code,
      decidedOn,
      into,
      rest,
    });
    const mappings = listed.flatMap((each) =>
      needs.has(each.id)
        ? [{ id: randomUUID(), changeId: id, needId: each.id, code: needs.get(each.id)! }]
        : [],
    );
    if (mappings.length > 0) await tx.insert(termMapping).values(mappings);
    await endTerm(tx, kind, code, seq);
    await reopenFields(tx, kind, code);
    return done({ id });
  });
