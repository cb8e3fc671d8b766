import { aboutText, CommentList } from '#components/comments/comment-list';
import { errorOf, type ShownError } from '#components/ui/error-summary';
import { Choice, ChoiceGroup, SelectField, TextArea } from '#components/ui/field';
import type { Actor } from '#lib/base/actor';
import type { Comment } from '#lib/needs/comments/queries';
import { mayComment } from '#lib/needs/comments/rules';
import { longestComment } from '#lib/needs/comments/vocabulary';
import type { Locale } from '#lib/convention/names';
import { textOf, type FormFields } from '#lib/http/form';
import type { Translate } from '#lib/text/i18n';
import type { FieldName } from '#lib/needs/model/fields';
import type { NeedSeen } from '#lib/needs/store/queries';

/** What a comment can be about, besides the need as a whole. */
const fields: readonly FieldName[] = [
  'articles',
  'category',
  'subcategory',
  'types',
  'topics',
  'tags',
  'targetGroups',
  'text',
  'quote',
  'priority',
];

type Props = Readonly<{
  locale: Locale;
  t: Translate;
  actor: Actor;
  need: NeedSeen;
  comments: readonly Comment[];
  id: string;
  sent?: FormFields;
  errors: readonly ShownError[];
}>;

/** Who may read the comment. */
const Readers = ({ t, to, error }: Pick<Props, 't'> & Readonly<{ to: string; error?: string }>) => (
  <ChoiceGroup name="to" label={t('comments.to')} error={error}>
    <Choice
      kind="radio"
      id="to"
      name="to"
      value="internal"
      label={t('comments.internal')}
      defaultChecked={to === 'internal'}
    />
    <Choice
      kind="radio"
      id="to-sent"
      name="to"
      value="sent"
      label={t('comments.sent')}
      defaultChecked={to === 'sent'}
    />
  </ChoiceGroup>
);

/** The form for one more comment. */
const NewComment = ({
  locale,
  t,
  actor,
  need,
  id,
  sent,
  errors,
  toReviewers,
}: Omit<Props, 'comments'> & Required<Pick<Props, 'sent'>> & { toReviewers: boolean }) => (
  <details className="act" open={sent.comment !== undefined}>
    <summary>{t('comments.new')}</summary>
    <form method="post" action={`/${locale}/needs/${need.id}/comment`} noValidate>
      <input type="hidden" name="by" value={actor.accountId ?? ''} />
      <input type="hidden" name="id" value={textOf(sent, 'id') || id} />
      <SelectField
        name="field"
        label={t('comments.about')}
        none={t('comments.whole')}
        options={fields.map((field) => ({ value: field, label: aboutText(t, field) }))}
        defaultValue={textOf(sent, 'field')}
        error={errorOf(errors, 'field')}
      />
      <TextArea
        name="comment"
        dir="auto"
        label={t('comments.text')}
        hint={t('comments.textHint', { max: longestComment })}
        rows={4}
        defaultValue={textOf(sent, 'comment')}
        error={errorOf(errors, 'comment')}
      />
      {toReviewers ? (
        <Readers t={t} to={textOf(sent, 'to') || 'sent'} error={errorOf(errors, 'to')} />
      ) : (
        <input type="hidden" name="to" value="sent" />
      )}
      <div className="buttons">
        <button className="button second">
          {t(toReviewers ? 'comments.add' : 'comments.send')}
        </button>
      </div>
    </form>
  </details>
);

/**
 * Comments on a need, and the form for one more; internal ones are offered to reviewers alone.
 * `id`: what the new comment will have.
 */
export function CommentsSection({
  locale,
  t,
  actor,
  need,
  comments,
  id,
  sent = {},
  errors,
}: Props) {
  const toReviewers = mayComment(actor, need, true);
  const toAll = mayComment(actor, need, false);
  if (comments.length === 0 && !toAll) return null;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">
        {t('comments.title')}{' '}
        <span className="note">
          {t('comments.openCount', { count: comments.filter(({ resolved }) => !resolved).length })}
        </span>
      </h2>
      {comments.length === 0 ? (
        <p>{t('comments.none')}</p>
      ) : (
        <CommentList {...{ locale, t, actor, need, comments }} />
      )}
      {toAll ? <NewComment {...{ locale, t, actor, need, id, sent, errors, toReviewers }} /> : null}
    </section>
  );
}
