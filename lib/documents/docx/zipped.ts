import 'server-only';
import { strToU8, zipSync } from 'fflate';

/**
 * A package whose bytes follow from its parts alone: in a fixed order, of one date, as if written
 * on no machine in particular.
 */
export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  // The part that says what the others are comes first, as every program writes it.
  const first = '[Content_Types].xml';
  const names = Object.keys(parts).sort(
    (a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1),
  );
  const bytes = (part: string | Uint8Array | undefined) =>
    typeof part === 'string' ? strToU8(part) : (part ?? new Uint8Array());
  // A zip file keeps local time, and so does `fflate`: noon of a day, told without a zone, is the
  // same everywhere.
  return zipSync(Object.fromEntries(names.map((name) => [name, bytes(parts[name])])), {
    level: 9,
    mtime: new Date(1980, 0, 2, 12),
  });
}
