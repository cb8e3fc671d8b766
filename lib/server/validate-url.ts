import 'server-only';

const maxLength = 4000;
/** All but printable ASCII, and the fragment, which no client sends. */
const forbiddenCharacters = /[^\x21-\x7e]|#/;
const encodedSlash = /%(2f|5c)/i;
const dotSegment = /\/(\.|%2e){1,2}(\/|$)/i;

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the register refuses this request URL. Next or a proxy might read `..`, an encoded slash
 * or a backslash otherwise than the checks here, so none of them passes.
 */
export function isMalformedUrl(url: string): boolean {
  if (!url.startsWith('/') || url.startsWith('//') || url.length > maxLength) return true;
  if (forbiddenCharacters.test(url) || !isDecodable(url)) return true;

  const path = url.split('?', 1)[0]!;
  return path.includes('\\') || encodedSlash.test(path) || dotSegment.test(path);
}
