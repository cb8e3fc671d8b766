import { StatusTag } from '#components/ui/page';
import type { Actor } from '#lib/base/actor';
import type { Role } from '#lib/base/roles';
import type { Comment } from '#lib/needs/comments/queries';
import { mayResolve } from '#lib/needs/comments/permissions';
import type { Locale } from '#lib/convention/names';
import { formatInstant } from '#lib/text/format';
import type { Translate } from '#lib/text/i18n';
import type { NeedView } from '#lib/needs/store/queries';
import { columnName } from '#components/needs/need-columns';

/** The name of the field that a comment is on, or of the need as a whole. */
export function aboutText(t: Translate, field: Comment['field']): string {
  if (field === null) return t('comments.whole');
  return columnName(t, field === 'articles' ? 'provision' : field);
}

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  actor: Actor;
  need: NeedView;
  comments: readonly Comment[];
}>;
type OfComment = Omit<Props, 'comments'> & Readonly<{ comment: Comment }>;

/** Who wrote the comment, to whom, and about which field. */
const CommentHead = ({ locale, t, comment }: OfComment) => (
  <p className="note">
    <StatusTag
      code={comment.internal ? 'internal' : 'sent'}
      mark={comment.internal ? '◌' : '→'}
      label={t(comment.internal ? 'comments.internalMark' : 'comments.sentMark')}
    />{' '}
    <strong>{aboutText(t, comment.field)}</strong>{' '}
    {t('comments.said', {
      name: comment.by,
      role: t(`roles.${comment.role as Role}`),
      at: formatInstant(locale, comment.at),
      version: comment.version,
    })}
  </p>
);

/** Resolves a comment, or reopens a resolved one. */
function ResolveForm({ locale, t, actor, need, comment }: OfComment) {
  const { id, text, authorId, resolved } = comment;
  if (!mayResolve(actor, need, { authorId })) return null;
  const label = resolved ? undefined : t('comments.resolveWhat', { text: text.slice(0, 60) });
  return (
    <form method="post" action={`/${locale}/needs/${need.id}/resolve`} className="in-words">
      <input type="hidden" name="id" value={id} />
      {resolved ? <input type="hidden" name="open" value="1" /> : null}
      <button className="as-link" aria-label={label}>
        {t(resolved ? 'comments.reopen' : 'comments.resolve')}
      </button>
    </form>
  );
}

function resolvedText({ locale, t, comment: { resolved } }: OfComment): string {
  if (!resolved) return t('comments.openMark');
  const { by: name, at } = resolved;
  return t('comments.resolvedMark', { name, at: formatInstant(locale, at) });
}

/** The comments on a need, the oldest first. */
export function CommentList({ comments, ...common }: Props) {
  return (
    <ol className="comments">
      {comments.map((comment) => (
        <li
          key={comment.id}
          id={`comment-${comment.id}`}
          className={comment.resolved ? 'resolved' : undefined}
        >
          <CommentHead {...common} comment={comment} />
          <p className="written" dir="auto">
            {comment.text}
          </p>
          <div className="note">
            {resolvedText({ ...common, comment })}
            <ResolveForm {...common} comment={comment} />
          </div>
        </li>
      ))}
    </ol>
  );
}
