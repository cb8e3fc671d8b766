import { done, failed, type Outcome } from '#lib/base/errors';
import { textOf, type FormFields, type ReadInput } from '#lib/http/form';
import { stepped, type Step } from '#lib/needs/priorities/rules';

/** A rank in the form, and the version of the need beside it. */
export type RankSent = Readonly<{ id: string; version: number; rank: string }>;

/** The field of a need: `rank.ID.VERSION`. */
export const rankField = (id: string, version: number): string => `rank.${id}.${version}`;

/** Reads the ranks of a form, in its order. */
export const ranksOf = (form: FormFields): RankSent[] =>
  Object.keys(form).flatMap((name) => {
    const [, id, version] = /^rank\.([\w-]{1,64})\.(\d{1,9})$/.exec(name) ?? [];
    return id && version
      ? [{ id, version: Number(version), rank: textOf(form, name).slice(0, 20) }]
      : [];
  });

export const prioritiesOf: ReadInput<{ id: string; ranks: readonly RankSent[] }> = (
  form,
  { id = '' },
) => done({ id, ranks: ranksOf(form) });

/** Returns the form after one of its buttons moved a need; nothing is stored. */
export function arranged(form: FormFields): Outcome<FormFields> {
  const [, direction, needId = ''] = /^(up|down):([\w-]{1,64})$/.exec(textOf(form, 'move')) ?? [];
  if (!direction) return failed({ kind: 'invalid', errors: [] });
  const others = Object.entries(form).filter(([name]) => !name.startsWith('rank.'));
  const ranks = stepped(ranksOf(form), needId, direction as Step).map(
    ({ id, version, rank }) => [rankField(id, version), [rank]] as const,
  );
  return done(Object.fromEntries([...others, ...ranks]));
}
