import { done, failed, type Outcome } from '#lib/base/errors';
import { textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { moveByOne, type Direction } from '#lib/needs/priorities/ranking';

/** A rank in the form, and the version of the need beside it. */
export type SubmittedRank = Readonly<{ id: string; version: number; rank: string }>;

/** The field of a need: `rank.ID.VERSION`. */
export const rankField = (id: string, version: number): string => `rank.${id}.${version}`;

/** Reads the ranks of a form, in its order. */
export const parseRanks = (form: FormFields): SubmittedRank[] =>
  Object.keys(form).flatMap((name) => {
    const [, id, version] = /^rank\.([\w-]{1,64})\.(\d{1,9})$/.exec(name) ?? [];
    return id && version
      ? [{ id, version: Number(version), rank: textOf(form, name).slice(0, 20) }]
      : [];
  });

export const parsePriorities: ReadInput<{ id: string; ranks: readonly SubmittedRank[] }> = (
  form,
  { id = '' },
) => done({ id, ranks: parseRanks(form) });

/** Returns the form after one of its buttons moved a need; nothing is stored. */
export function moveInForm(form: FormFields): Outcome<FormFields> {
  const [, direction, needId = ''] = /^(up|down):([\w-]{1,64})$/.exec(textOf(form, 'move')) ?? [];
  if (!direction) return failed({ kind: 'invalid', errors: [] });
  const others = Object.entries(form).filter(([name]) => !name.startsWith('rank.'));
  const ranks = moveByOne(parseRanks(form), needId, direction as Direction).map(
    ({ id, version, rank }) => [rankField(id, version), [rank]] as const,
  );
  return done(Object.fromEntries([...others, ...ranks]));
}
