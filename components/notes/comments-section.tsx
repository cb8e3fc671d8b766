import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';

type Comment = Readonly<{
  id: string;
  place: string;
  href: string;
  text: string;
  by: string;
  at: string;
}>;
type Props = Readonly<{
  locale: Locale;
  t: Translate;
  notePath: string;
  by: string;
  comments: readonly Comment[];
  mayResolve: boolean;
}>;

/** The open comments on a draft, each with the block that it is on. */
export const CommentsSection = ({ locale, t, notePath, by, comments, mayResolve }: Props) => (
  <section id="comments">
    <h2>{t('notes.edition.comments')}</h2>
    {comments.length === 0 ? (
      <p>{t('notes.edition.noComments')}</p>
    ) : (
      <ul className="notes">
        {comments.map(({ id, place, href, text, by: name, at: when }) => (
          <li key={id}>
            <p className="note">
              <a href={href}>{t('notes.edition.commentOn', { place })}</a> · <bdi>{name}</bdi> ·{' '}
              <bdi>{formatInstant(locale, when)}</bdi>
            </p>
            <p className="written" dir="auto">
              {text}
            </p>
            {mayResolve ? (
              <form method="post" action={`${notePath}/resolve`}>
                <input type="hidden" name="by" value={by} />
                <input type="hidden" name="comment" value={id} />
                <button className="as-link">{t('notes.edition.resolve')}</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    )}
  </section>
);
