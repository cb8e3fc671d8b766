import { escapeMarkup } from '#lib/text/escape';

/** Something that was published, with a lasting address. */
type FeedEntry = Readonly<{ address: string; title: string; published: string }>;

type Feed = Readonly<{
  /** The address of the feed itself. */
  address: string;
  language: string;
  title: string;
  entries: readonly FeedEntry[];
}>;

const never = '1970-01-01T00:00:00.000Z';

const entryOf = ({ address, title, published }: FeedEntry) => `<entry>
<id>${escapeMarkup(address)}</id>
<title>${escapeMarkup(title)}</title>
<link rel="alternate" href="${escapeMarkup(address)}"/>
<published>${published}</published>
<updated>${published}</updated>
</entry>
`;

/** A feed of Atom (RFC 4287), the latest entry first. */
export function atomFeed({ address, language, title, entries }: Feed): string {
  const latestFirst = entries.toSorted((a, b) => (a.published < b.published ? 1 : -1));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${escapeMarkup(address)}</id>
<title>${escapeMarkup(title)}</title>
<author><name>${escapeMarkup(title)}</name></author>
<link rel="self" href="${escapeMarkup(address)}"/>
<updated>${latestFirst[0]?.published ?? never}</updated>
${latestFirst.map(entryOf).join('')}</feed>
`;
}
