import 'server-only';
import { LRUCache } from 'lru-cache';
import { globalSingleton } from '#lib/base/global-singleton';

const maxPictures = 40;
/** A picture takes a fifth of a second, so the last few are cached by their entity tag. */
const cache = () =>
  globalSingleton('pictures', () => new LRUCache<string, Uint8Array>({ max: maxPictures }));

/**
 * The picture of this tag, from the cache or created; null or `busy`, which are not cached, where
 * there is none.
 */
export async function cachedPicture(
  tag: string,
  create: () => Promise<Uint8Array | null | 'busy'>,
): Promise<Uint8Array | null | 'busy'> {
  const pictures = cache();
  const picture = pictures.get(tag) ?? (await create());
  if (!picture || picture === 'busy') return picture;
  pictures.set(tag, picture);
  return picture;
}
