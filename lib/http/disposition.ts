/**
 * How a file is given out under a name in any script, by RFC 8187, and under one in ASCII for
 * programs that do not know it.
 */
export function disposition(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
