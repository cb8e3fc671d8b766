import 'server-only';
import { environment } from '#lib/base/env';

/** The places of the neighbouring pages of a list; none where there is no further page. */
type Places = Readonly<{ before?: string | null | undefined; after?: string | null | undefined }>;

/** The header with the links to the neighbouring pages of a list (RFC 8288). */
export function pageLinks(url: URL, { before, after }: Places): Record<string, string> {
  const { origin } = environment().publicUrl;
  const linkTo = (place: 'before' | 'after', value: string) => {
    const query = new URLSearchParams(url.searchParams);
    query.delete('before');
    query.delete('after');
    query.set(place, value);
    return `<${origin}${url.pathname}?${query}>; rel="${place === 'after' ? 'next' : 'prev'}"`;
  };
  const links = [
    ...(before ? [linkTo('before', before)] : []),
    ...(after ? [linkTo('after', after)] : []),
  ];
  return links.length > 0 ? { link: links.join(', ') } : {};
}
