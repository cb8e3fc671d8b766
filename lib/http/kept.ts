import 'server-only';
import { LRUCache } from 'lru-cache';
import { processWide } from '#lib/base/process-wide';

/**
 * Pictures cost a fifth of a second each, so the last few are kept by their tag, which names all
 * that they are made of.
 */
const pictures = () =>
  processWide('pictures', () => new LRUCache<string, Uint8Array>({ max: mostKept }));
const mostKept = 40;

/** The picture of this tag: kept, or made and kept; nothing is kept of one that cannot be made. */
export async function keptPicture(
  tag: string,
  make: () => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const kept = pictures();
  const found = kept.get(tag) ?? (await make());
  if (!found) return null;
  kept.set(tag, found);
  return found;
}
