import { databaseFailure } from '#db/errors';
import { globalSingleton } from '#lib/base/global-singleton';

/**
 * What is damaged: `structure`, where the database cannot be read as it is stored, or `contents`,
 * where a row or a file is not the one that the log knows.
 */
export type DamageKind = 'structure' | 'contents';
const damage = globalSingleton('damage', () => ({ kind: null as DamageKind | null }));

/** Thrown where somebody wants to write into a database that is known to be damaged. */
export class DamagedDatabase extends Error {
  readonly code = 'SQLITE_CORRUPT';
  constructor() {
    super('the database is damaged');
  }
}

/** What this process knows of; null where nothing is damaged. */
export const knownDamage = (): DamageKind | null => damage.kind;

/** From now on nothing is written, until the process starts on a sound database. */
export function noteDamage(kind: DamageKind): void {
  // Damage of the structure is the worse of the two.
  if (damage.kind !== 'structure') damage.kind = kind;
}

/** Takes note where an error says that the database is damaged. */
export function noteDamageOf(error: unknown): void {
  if (databaseFailure(error) === 'damaged') noteDamage('structure');
}

export function refuseWhereDamaged(): void {
  if (damage.kind !== null) throw new DamagedDatabase();
}
