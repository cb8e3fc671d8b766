import { StatusTag } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Role } from '#lib/base/roles';
import type { Comment } from '#lib/needs/comments/queries';
import { mayResolve } from '#lib/needs/comments/rules';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { NeedSeen } from '#lib/needs/store/queries';
import { columnName } from '#components/needs/need-columns';

/** The name of what a comment is about. */
export const aboutText = (t: Translate, field: Comment['field']): string =>
  field === null ? t('comments.whole') : columnName(t, field === 'articles' ? 'provision' : field);

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  actor: Actor;
  need: NeedSeen;
  comments: readonly Comment[];
}>;

/**
 * What was said about a need, the oldest first: by whom, to whom, about what, and whether it is
 * settled.
 */
export function CommentList({ locale, t, actor, need, comments }: Props) {
  return (
    <ol className="comments">
      {comments.map(({ id, field, internal, text, authorId, by, role, at, version, resolved }) => (
        <li key={id} id={`comment-${id}`} className={resolved ? 'resolved' : undefined}>
          <p className="note">
            <StatusTag
              code={internal ? 'internal' : 'sent'}
              mark={internal ? '◌' : '→'}
              label={t(internal ? 'comments.internalMark' : 'comments.sentMark')}
            />{' '}
            <strong>{aboutText(t, field)}</strong>{' '}
            {t('comments.said', {
              name: by,
              role: t(`roles.${role as Role}`),
              at: formatInstant(locale, at),
              version,
            })}
          </p>
          <p className="written" dir="auto">
            {text}
          </p>
          <div className="note">
            {resolved
              ? t('comments.resolvedMark', {
                  name: resolved.by,
                  at: formatInstant(locale, resolved.at),
                })
              : t('comments.openMark')}
            {mayResolve(actor, need, { authorId }) ? (
              <form
                method="post"
                action={`/${locale}/needs/${need.id}/resolve`}
                className="in-words"
              >
                <input type="hidden" name="id" value={id} />
                {resolved ? <input type="hidden" name="open" value="1" /> : null}
                <button
                  className="as-link"
                  aria-label={
                    resolved ? undefined : t('comments.resolveWhat', { text: text.slice(0, 60) })
                  }
                >
                  {t(resolved ? 'comments.reopen' : 'comments.resolve')}
                </button>
              </form>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
