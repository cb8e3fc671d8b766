import { Facts } from '#components/ui/page';
import type { Unread } from '#lib/files/limits';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{ t: Translate; unread: Unread }>;

/** Says what of a page, or of a text without pages, could not be read. */
function sentencesOf({ t, unread: { characters, images, notes, numbers, isEmpty } }: Props) {
  return [
    ...(isEmpty ? [t('source.unreadEmpty')] : []),
    ...(characters > 0 ? [t('source.unreadCharacters', { count: characters })] : []),
    ...(images > 0 ? [t('source.unreadImages', { count: images })] : []),
    ...(notes > 0 ? [t('source.unreadNotes', { count: notes })] : []),
    ...(numbers > 0 ? [t('source.unreadNumbers', { count: numbers })] : []),
  ];
}

/** What could not be read, at the page that lacks it. */
export const UnreadNote = (props: Props) => (
  <p className="note unread">{sentencesOf(props).join(' ')}</p>
);

/** The pages of a file of which something could not be read. */
export function UnreadPages({ t, unread }: { t: Translate; unread: readonly Unread[] }) {
  if (unread.length === 0) return null;
  return (
    <details className="unread" open={unread.length <= 5}>
      <summary>{t('source.unreadTitle')}</summary>
      <Facts
        facts={unread.map((each) => ({
          term: each.page === null ? t('source.text') : t('source.pageNumber', { page: each.page }),
          value: sentencesOf({ t, unread: each }).join(' '),
        }))}
      />
    </details>
  );
}
