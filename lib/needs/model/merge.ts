import { differingFields, withFieldsOf, type FieldName } from '#lib/needs/model/fields';
import type { NeedFields } from '#lib/needs/model/schema';

/** In which fields two people changed the same need: one of them alone, or both. */
export type Merge = Readonly<{
  merged: NeedFields;
  onlyMine: readonly FieldName[];
  onlyTheirs: readonly FieldName[];
  both: readonly FieldName[];
}>;

/**
 * Takes over what only the other one changed; where both did, mine stands until one chooses.
 * Without a base, all that differs is both's.
 */
export function merge(base: NeedFields | undefined, mine: NeedFields, theirs: NeedFields): Merge {
  const apart = differingFields(mine, theirs);
  if (!base) return { merged: mine, onlyMine: [], onlyTheirs: [], both: apart };
  const [byMe, byThem] = [differingFields(base, mine), differingFields(base, theirs)];
  const onlyTheirs = apart.filter((name) => !byMe.includes(name));
  return {
    merged: withFieldsOf(mine, theirs, onlyTheirs),
    onlyTheirs,
    onlyMine: apart.filter((name) => !byThem.includes(name)),
    both: apart.filter((name) => byMe.includes(name) && byThem.includes(name)),
  };
}
