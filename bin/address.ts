function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the register answers to no such address: not a path, not readable, too long, or one that
 * climbs. Next and a proxy
 * might read `..`, an encoded slash or a backslash differently from the checks here, so none of
 * them gets past.
 */
export function isMalformed(url: string): boolean {
  if (
    !url.startsWith('/') ||
    url.startsWith('//') ||
    url.length > 4000 ||
    /[^\x21-\x7e]|#/.test(url)
  )
    return true;
  if (url.includes('%') && !isReadable(url)) return true;
  const path = url.split('?', 1)[0]!;
  return path.includes('\\') || /%(2f|5c)/i.test(path) || /\/(\.|%2e){1,2}(\/|$)/i.test(path);
}
