import { differingFields, replaceFields, type FieldName } from '#lib/needs/model/fields';
import type { NeedFields } from '#lib/needs/model/schema';

/**
 * The result of merging two people's changes to one need: the fields that one of them changed, or
 * both.
 */
export type Merge = Readonly<{
  merged: NeedFields;
  onlyMine: readonly FieldName[];
  onlyTheirs: readonly FieldName[];
  both: readonly FieldName[];
}>;

/**
 * Takes over the fields that only the other person changed. Where both changed a field, mine stays
 * until someone chooses. Without a base, every difference counts as changed by both.
 */
export function merge(base: NeedFields | undefined, mine: NeedFields, theirs: NeedFields): Merge {
  const differing = differingFields(mine, theirs);
  if (!base) return { merged: mine, onlyMine: [], onlyTheirs: [], both: differing };
  const changedByMe = differingFields(base, mine);
  const changedByThem = differingFields(base, theirs);
  const onlyTheirs = differing.filter((name) => !changedByMe.includes(name));
  return {
    merged: replaceFields(mine, theirs, onlyTheirs),
    onlyTheirs,
    onlyMine: differing.filter((name) => !changedByThem.includes(name)),
    both: differing.filter((name) => changedByMe.includes(name) && changedByThem.includes(name)),
  };
}
