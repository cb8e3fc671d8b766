import type { Locale } from '#lib/convention/names';
import type { NoteListItem } from '#lib/counting/published/queries';
import { formatDate } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  /** The path of the pages about published notes. */
  home: string;
  notes: readonly NoteListItem[];
  /** The account that may withdraw notes; null where the reader may not. */
  by: string | null;
}>;

const WithdrawForm = ({
  t,
  home,
  by,
  id,
  title,
}: Readonly<{ t: Translate; home: string; by: string; id: string; title: string }>) => (
  <form method="post" action={`${home}/notes/withdraw`}>
    <input type="hidden" name="by" value={by} />
    <input type="hidden" name="id" value={id} />
    <button className="as-link">{t('published.withdrawOf', { title })}</button>
  </form>
);

/** The published notes that were entered. */
export const NotesList = ({ locale, t, home, notes, by }: Props) => (
  <ul className="notes">
    {notes.map(({ id, title, symbol, chapter, cutoff, enteredBy }) => (
      <li key={id}>
        <a href={`${home}/${id}`}>
          <bdi>{title}</bdi>
        </a>
        {symbol ? (
          <>
            {' '}
            <bdi>({symbol})</bdi>
          </>
        ) : null}
        <p className="note">
          {t('published.listed', { chapter, date: formatDate(locale, cutoff), name: enteredBy })}
        </p>
        {by ? <WithdrawForm {...{ t, home, by, id, title }} /> : null}
      </li>
    ))}
  </ul>
);
