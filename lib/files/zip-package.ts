import 'server-only';
import { strToU8, zipSync } from 'fflate';

/** Zips the parts of a package. The bytes depend on the parts alone: order and date are fixed. */
export function zipPackage(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  // The part that lists the types of the others comes first, as every program writes it.
  const first = '[Content_Types].xml';
  const names = Object.keys(parts).sort(
    (a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1),
  );
  const bytes = (part: string | Uint8Array | undefined) =>
    typeof part === 'string' ? strToU8(part) : (part ?? new Uint8Array());
  // A zip file holds local time without a zone, so a local noon gives the same bytes everywhere.
  return zipSync(Object.fromEntries(names.map((name) => [name, bytes(parts[name])])), {
    level: 9,
    mtime: new Date(1980, 0, 2, 12),
  });
}
